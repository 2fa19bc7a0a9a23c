package dev.meshlint.core.mesh;

import dev.meshlint.core.manifest.Kustomizations;
import dev.meshlint.core.manifest.Resource;
import dev.meshlint.core.model.View;
import dev.meshlint.core.model.kubernetes.ChartInstallation;
import dev.meshlint.core.model.kubernetes.WebhookConfiguration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The resources of one run understood together: answers questions in the terms of the meshes.
 *
 * <p>Built once, in time linear in the number of resources; then immutable and safe for any number of threads.
 */
public final class Mesh {
  private final MeshSettings settings;
  private final List<Resource> resources;
  private final Map<Class<?>, List<View>> views;
  private final Kustomizations kustomizations;
  private final Nearness nearness;
  private final MeshConfiguration configuration;
  private final List<ChartInstallation> charts;
  private final Namespaces namespaces;
  private final ServiceRegistry services;
  private final DestinationRules destinationRules;
  private final VirtualServices virtualServices;
  private final Workloads workloads;
  private final Gateways gateways;
  private final Injection injection;
  private final MeshMembers members;
  private final WorkloadPolicies policies;
  private final Identities identities;
  private final MutualTls mutualTls;
  private final Objects objects;
  private final Attachments attachments;
  private final ReferenceGrants referenceGrants;
  private final Selections selections;
  private final WorkloadPorts workloadPorts;
  private final ServerSides serverSides;
  private final ExtensionProviders extensionProviders;
  private final Claims claims;
  private final PolicyTargets policyTargets;
  private final RequestTokens requestTokens;
  private final HostHeaders hostHeaders;
  private final Sidecars sidecars;
  private final Importables importables;
  private final Ambient ambient;
  private final CiliumPolicies ciliumPolicies;
  private final Cilium cilium;
  private final CiliumDns ciliumDns;
  private final Operation operation;
  private final Secrets secrets;
  private final Once<Certificates> certificates = new Once<>(() -> new Certificates(resources()));
  private final Once<List<Carrier>> carriers = new Once<>(() -> Carrier.all(this));
  private final Once<CarriedKeys> annotations =
      new Once<>(() -> new CarriedKeys("annotations", carriers.get()));
  private final Once<CarriedKeys> labels =
      new Once<>(() -> new CarriedKeys("labels", carriers.get()));
  private final Once<NetworkPolicies> networkPolicies = new Once<>(() -> new NetworkPolicies(this));
  private final Once<PrometheusRules> prometheusRules = new Once<>(() -> new PrometheusRules(this));
  private final Linkerd linkerd;

  Mesh(MeshBuilder from) {
    settings = from.settings;
    resources = from.resources;
    views = from.views;
    kustomizations = from.kustomizations;
    nearness = from.nearness;
    configuration = from.configuration;
    charts = List.copyOf(from.charts);
    namespaces = from.namespaces;
    services = from.services;
    destinationRules = from.destinationRules;
    virtualServices = from.virtualServices;
    workloads = from.workloads;
    gateways = from.gateways;
    injection = from.injection;
    members =
        new MeshMembers(workloads, injection, namespaces, resources, configuration.rootNamespace());
    policies = from.policies;
    identities = from.identities;
    secrets = from.secrets;
    mutualTls = from.mutualTls;
    objects = from.objects;
    attachments = from.attachments;
    referenceGrants = from.referenceGrants;
    selections = new Selections(workloads, policies);
    workloadPorts = new WorkloadPorts(workloads);
    serverSides = new ServerSides(this);
    extensionProviders = new ExtensionProviders(configuration);
    claims = new Claims(workloads, policies, from.nearness);
    policyTargets = from.policyTargets;
    requestTokens = from.requestTokens;
    hostHeaders = new HostHeaders(services, virtualServices, namespaces);
    sidecars = new Sidecars(this);
    importables = new Importables(this);
    ambient = new Ambient(this, from.kustomizations);
    ciliumPolicies = CiliumPolicies.of(this);
    cilium = new Cilium(this);
    linkerd = from.linkerd;
    ciliumDns = new CiliumDns(ciliumPolicies);
    operation = new Operation(this);
  }

  /** Builds the mesh of these resources in the thread that asks for it. */
  public static Mesh of(
      List<Resource> resources, Kustomizations kustomizations, MeshSettings settings) {
    return of(resources, kustomizations, settings, 1);
  }

  /** Builds the mesh of these resources in several threads, {@code jobs} at most. */
  public static Mesh of(
      List<Resource> resources, Kustomizations kustomizations, MeshSettings settings, int jobs) {
    return new MeshBuilder(resources, kustomizations, settings, jobs).build();
  }

  /** The Helm charts that resources install. */
  public List<ChartInstallation> charts() {
    return charts;
  }

  /** What kustomizations do to resources: patches, names, labels. */
  public Kustomizations kustomizations() {
    return kustomizations;
  }

  /** Which definitions are applied together. */
  public Nearness nearness() {
    return nearness;
  }

  /** Resources that are defined again where they are applied together. */
  public List<Repetition> repetitions() {
    return Repetition.all(nearness);
  }

  /** What the configuration of the run says. */
  public MeshSettings settings() {
    return settings;
  }

  /** All resources, context included, in the order of the files. */
  public List<Resource> resources() {
    return resources;
  }

  /** All views of this type, context included, in the order of the files. */
  public <V extends View> List<V> all(Class<V> type) {
    List<View> found = views.getOrDefault(type, List.of());
    @SuppressWarnings("unchecked") // each type has the views of that type only
    List<V> all = (List<V>) found;
    return Collections.unmodifiableList(all);
  }

  /** As {@link #all}, by their titles: for rules that compare them, so that the order of the files does not matter. */
  public <V extends View> List<V> sorted(Class<V> type) {
    List<V> all = new ArrayList<>(all(type));
    all.sort(Comparator.comparing(view -> view.resource().title()));
    return all;
  }

  /** All views on whole resources by their type. */
  public Map<Class<?>, List<View>> views() {
    return new LinkedHashMap<>(views);
  }

  /** Whether something in view tells that Istio runs in the cluster. */
  public boolean hasIstio() {
    return IstioSigns.isIn(this);
  }

  /** Istio's mesh-wide configuration. */
  public MeshConfiguration configuration() {
    return configuration;
  }

  /** The namespaces in view. */
  public Namespaces namespaces() {
    return namespaces;
  }

  /** Which service a host is. */
  public ServiceRegistry services() {
    return services;
  }

  /** The annotations of resources and of the pods that they make; gathered when they are first asked for. */
  public CarriedKeys annotations() {
    return annotations.get();
  }

  /** Their labels; gathered when they are first asked for. */
  public CarriedKeys labels() {
    return labels.get();
  }

  /** The Services that something of a mesh names. */
  public List<UsedServices.Used> usedServices() {
    return UsedServices.all(this);
  }

  /** Which DestinationRules and subsets a host has. */
  public DestinationRules destinationRules() {
    return destinationRules;
  }

  /** Which VirtualServices route a host. */
  public VirtualServices virtualServices() {
    return virtualServices;
  }

  /** The workloads, and which of them a selector selects. */
  public Workloads workloads() {
    return workloads;
  }

  /** The gateways, and what VirtualServices bind to them. */
  public Gateways gateways() {
    return gateways;
  }

  /** Who gets which proxy. */
  public Injection injection() {
    return injection;
  }

  /** The webhooks that inject sidecars. */
  public InjectorHooks injectorHooks() {
    return new InjectorHooks(all(WebhookConfiguration.class), this);
  }

  /** The clusters that networks of the mesh name. */
  public NetworkRegistries networkRegistries() {
    return new NetworkRegistries(this);
  }

  /** The revisions of the control plane. */
  public Revisions revisions() {
    return new Revisions(this);
  }

  /** Who is part of Istio's mesh. */
  public MeshMembers members() {
    return members;
  }

  /** Which policies hold for a workload, and its effective mutual TLS. */
  public WorkloadPolicies policies() {
    return policies;
  }

  /** What the selector of a policy, gateway or the like selects. */
  public Selections selections() {
    return selections;
  }

  /** The ports of the workloads' pods. */
  public WorkloadPorts workloadPorts() {
    return workloadPorts;
  }

  /** Ports of pods that several Services serve. */
  public SharedPorts sharedPorts() {
    return new SharedPorts(this);
  }

  /** The providers that the mesh configuration defines. */
  public ExtensionProviders extensionProviders() {
    return extensionProviders;
  }

  /** Who claims the same workloads. */
  public Claims claims() {
    return claims;
  }

  /** What policies are attached to. */
  public PolicyTargets policyTargets() {
    return policyTargets;
  }

  /** Which services hosts of requests stand for. */
  public HostHeaders hostHeaders() {
    return hostHeaders;
  }

  /** Which Sidecar holds for workloads, and what it lets them see. */
  public Sidecars sidecars() {
    return sidecars;
  }

  /** What there is for Sidecars to import. */
  public Importables importables() {
    return importables;
  }

  /** Who is in ambient mode, and whose traffic passes a waypoint. */
  public Ambient ambient() {
    return ambient;
  }

  /** Who checks and who demands tokens of requests. */
  public RequestTokens requestTokens() {
    return requestTokens;
  }

  /** Who may look up names, and whether Cilium sees it. */
  public CiliumDns ciliumDns() {
    return ciliumDns;
  }

  /** The rules of Cilium's policies. */
  public CiliumPolicies ciliumPolicies() {
    return ciliumPolicies;
  }

  /** What concerns Cilium only, besides its policies. */
  public Cilium cilium() {
    return cilium;
  }

  /** What servers ask of their clients. */
  public ServerSides serverSides() {
    return serverSides;
  }

  /** How clients secure their connections. */
  public MutualTls mutualTls() {
    return mutualTls;
  }

  /** Service accounts and trust domains. */
  public Identities identities() {
    return identities;
  }

  /** The ServiceAccount objects that workloads run as. */
  public ServiceAccounts serviceAccounts() {
    return new ServiceAccounts(objects, identities);
  }

  /** The Secrets, and what makes Secrets. */
  public Secrets secrets() {
    return secrets;
  }

  /** The certificates and keys in the files; read when they are first asked for. */
  public Certificates certificates() {
    return certificates.get();
  }

  /** Which traffic policies of the network let through; read when they are first asked for. */
  public NetworkPolicies networkPolicies() {
    return networkPolicies.get();
  }

  /** Which meshes run, in which releases, and what watches them. */
  public Operation operation() {
    return operation;
  }

  /** The alerts and recorded series; their expressions are read when they are first asked for. */
  public PrometheusRules prometheusRules() {
    return prometheusRules.get();
  }

  /** What concerns Linkerd only. */
  public Linkerd linkerd() {
    return linkerd;
  }

  /** Objects of every kind, as references by group, kind and name find them. */
  public Objects objects() {
    return objects;
  }

  /** Which routes of the Gateway API attach to which parents. */
  public Attachments attachments() {
    return attachments;
  }

  /** Which references of the Gateway API may cross namespaces. */
  public ReferenceGrants referenceGrants() {
    return referenceGrants;
  }
}
