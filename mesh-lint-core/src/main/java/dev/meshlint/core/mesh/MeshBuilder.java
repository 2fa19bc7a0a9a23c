package dev.meshlint.core.mesh;

import dev.meshlint.core.manifest.Kustomizations;
import dev.meshlint.core.manifest.NamespaceRef;
import dev.meshlint.core.manifest.Resource;
import dev.meshlint.core.manifest.Workers;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View;
import dev.meshlint.core.model.gatewayapi.ReferenceGrant;
import dev.meshlint.core.model.istio.AuthorizationPolicy;
import dev.meshlint.core.model.istio.DestinationRule;
import dev.meshlint.core.model.istio.Gateway;
import dev.meshlint.core.model.istio.IstioValues;
import dev.meshlint.core.model.istio.MeshConfig;
import dev.meshlint.core.model.istio.PeerAuthentication;
import dev.meshlint.core.model.istio.RequestAuthentication;
import dev.meshlint.core.model.istio.RoutedDestination;
import dev.meshlint.core.model.istio.Server;
import dev.meshlint.core.model.istio.ServerPort;
import dev.meshlint.core.model.istio.ServiceEntry;
import dev.meshlint.core.model.istio.VirtualService;
import dev.meshlint.core.model.istio.WorkloadEntry;
import dev.meshlint.core.model.istio.WorkloadGroup;
import dev.meshlint.core.model.kinds.Views;
import dev.meshlint.core.model.kubernetes.ChartInstallation;
import dev.meshlint.core.model.kubernetes.Namespace;
import dev.meshlint.core.model.kubernetes.Service;
import dev.meshlint.core.model.kubernetes.ServiceAccount;
import dev.meshlint.core.model.kubernetes.ServicePort;
import dev.meshlint.core.model.kubernetes.Workload;
import dev.meshlint.core.value.PortProtocol;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Fills the indices of a mesh, each resource once. */
final class MeshBuilder {
  final MeshSettings settings;
  final List<Resource> resources;
  final Map<Class<?>, List<View>> views = new LinkedHashMap<>();
  final Kustomizations kustomizations;
  final Nearness nearness;
  final MeshConfiguration configuration;
  final Namespaces namespaces;
  final ServiceRegistry services;
  final DestinationRules destinationRules;
  final VirtualServices virtualServices;
  final Workloads workloads;
  final Gateways gateways;
  final Injection injection;
  final WorkloadPolicies policies;
  final Identities identities;
  final MutualTls mutualTls;
  final Secrets secrets;
  final PolicyTargets policyTargets;
  final RequestTokens requestTokens;
  final Linkerd linkerd;
  final Objects objects;
  final Attachments attachments;
  final ReferenceGrants referenceGrants;
  final List<ChartInstallation> charts = new ArrayList<>();

  /** How many resources a thread takes at a time. */
  private static final int CHUNK = 1024;

  private final int threads;
  private final List<MeshService> kubernetesServices = new ArrayList<>();

  MeshBuilder(
      List<Resource> resources, Kustomizations kustomizations, MeshSettings settings, int jobs) {
    this.resources = List.copyOf(resources);
    this.threads = Workers.worth(resources.size(), jobs);
    this.kustomizations = kustomizations;
    this.settings = settings;
    nearness = new Nearness(resources, kustomizations, settings.world() == World.CLOSED);
    objects = new Objects(settings, kustomizations, nearness);
    secrets = new Secrets(settings, kustomizations);
    @Nullable View[] made = makeViews();
    for (int i = 0; i < made.length; i++) {
      Resource resource = this.resources.get(i);
      View view = made[i];
      objects.add(resource, view);
      if (view == null) {
        secrets.addUnknown(resource);
        charts.addAll(ChartInstallation.of(resource));
      } else {
        views.computeIfAbsent(view.getClass(), key -> new ArrayList<>()).add(view);
      }
    }
    configuration = MeshConfiguration.of(settings, of(MeshConfig::of), of(IstioValues::of), charts);
    namespaces = new Namespaces(settings, kustomizations);
    services = new ServiceRegistry(settings, configuration);
    destinationRules = new DestinationRules(services, configuration, kustomizations, nearness);
    virtualServices = new VirtualServices(services, configuration);
    workloads = new Workloads(settings, nearness);
    gateways = new Gateways(settings, workloads, kustomizations, nearness);
    injection = new Injection(namespaces, configuration.injectsByDefault());
    policies = new WorkloadPolicies(configuration, nearness);
    identities = new Identities(settings);
    policyTargets = new PolicyTargets(settings);
    requestTokens = new RequestTokens(policies, settings);
    mutualTls = new MutualTls(services, destinationRules, workloads, configuration);
    linkerd = new Linkerd(this);
    attachments = new Attachments(objects, namespaces, kustomizations);
    referenceGrants = new ReferenceGrants(settings);
  }

  private @Nullable View[] makeViews() {
    @Nullable View[] made = new View[resources.size()];
    int chunks = (made.length + CHUNK - 1) / CHUNK;
    Workers.run(
        chunks,
        threads,
        () ->
            chunk -> {
              for (int i = chunk * CHUNK; i < Math.min((chunk + 1) * CHUNK, made.length); i++) {
                made[i] = Views.of(resources.get(i));
              }
            });
    return made;
  }

  /** Fills the indices: those that are filled side by side share none; the later ones look into the former. */
  Mesh build() {
    fill(this::addWorkloads, this::addHosts, this::addNamespaces);
    kubernetesServices.forEach(workloads::add);
    fill(this::addAttachments, this::addLinkerd);
    return new Mesh(this);
  }

  private void fill(Runnable... parts) {
    Workers.run(parts.length, threads, () -> i -> parts[i].run());
  }

  /** Into workloads, identities and the objects that workloads name. */
  private void addWorkloads() {
    for (Workload workload : all(Workload.class)) {
      add(MeshWorkload.of(workload, kustomizations));
    }
    for (WorkloadEntry entry : all(WorkloadEntry.class)) {
      add(MeshWorkload.of(entry));
    }
    for (WorkloadGroup group : all(WorkloadGroup.class)) {
      add(MeshWorkload.of(group));
    }
    for (View gateway : all(dev.meshlint.core.model.gatewayapi.Gateway.class)) {
      workloads.add(MeshWorkload.ofGateway(gateway, gateway.resource().name()));
    }
    for (ServiceAccount account : all(ServiceAccount.class)) {
      identities.add(account, namespaceFor(account.resource()));
    }
    for (AuthorizationPolicy policy : all(AuthorizationPolicy.class)) {
      referToAccounts(policy);
    }
  }

  /** Into services, what is said about their hosts, gateways, and policies. */
  private void addHosts() {
    for (Service service : all(Service.class)) {
      add(service);
    }
    for (ServiceEntry entry : all(ServiceEntry.class)) {
      add(entry);
    }
    all(DestinationRule.class).forEach(destinationRules::add);
    for (Gateway gateway : all(Gateway.class)) {
      gateways.addSelector(gateway);
      gateways.add(gateway, namespaceFor(gateway.resource()));
    }
    for (View gateway : all(dev.meshlint.core.model.gatewayapi.Gateway.class)) {
      gateways.add(gateway, namespaceFor(gateway.resource()));
    }
    all(RequestAuthentication.class).forEach(requestTokens::add);
    all(PeerAuthentication.class).forEach(policies::add);
    for (AuthorizationPolicy policy : all(AuthorizationPolicy.class)) {
      policies.add(policy);
      requestTokens.add(policy);
    }
    policies.close();
    for (VirtualService routes : all(VirtualService.class)) {
      requestTokens.add(routes);
      refer(routes);
    }
    for (VirtualService routes : all(VirtualService.class)) {
      virtualServices.add(routes);
      gateways.bind(routes);
    }
    requestTokens.close();
  }

  /** Into namespaces, what policies and grants name, and secrets. */
  private void addNamespaces() {
    resources.forEach(namespaces::addResource);
    all(Namespace.class).forEach(namespaces::add);
    for (List<View> ofType : views.values()) {
      for (View view : ofType) {
        NamespaceRef namespace = namespaceFor(view.resource());
        namespaces.refer(view);
        policyTargets.add(view, namespace);
        secrets.add(view, namespace);
      }
    }
    for (Gateway gateway : all(Gateway.class)) {
      for (Server server : gateway.servers()) {
        server.tls().credentials().forEach(name -> secrets.refer(name, gateway.resource()));
      }
    }
    all(ReferenceGrant.class).forEach(referenceGrants::add);
  }

  private void addAttachments() {
    attachments.addAll(views.values());
  }

  private void addLinkerd() {
    linkerd.addAll(this);
  }

  /** What the views hold of something that stands in resources of several kinds. */
  private <V extends View> List<V> of(Function<View, @Nullable V> holder) {
    List<V> found = new ArrayList<>();
    for (List<View> ofType : views.values()) {
      for (View view : ofType) {
        V held = holder.apply(view);
        if (held != null) {
          found.add(held);
        }
      }
    }
    return found;
  }

  private <V extends View> List<V> all(Class<V> type) {
    List<V> all = new ArrayList<>();
    for (View view : views.getOrDefault(type, List.of())) {
      all.add(type.cast(view));
    }
    return all;
  }

  private void add(MeshWorkload workload) {
    workloads.add(workload);
    identities.add(workload);
    ServiceAccounts.refer(workload, objects);
  }

  private void add(Service service) {
    Resource resource = service.resource();
    if (resource.name().isEmpty()) {
      return;
    }
    List<MeshPort> ports = new ArrayList<>();
    for (ServicePort port : service.ports()) {
      ports.add(MeshPort.of(port));
    }
    Visibility visibility =
        Visibility.ofAnnotation(
            resource.annotation("networking.istio.io/exportTo"),
            resource.namespace(),
            configuration.defaultServiceExportTo());
    MeshService added =
        new MeshService(
            service,
            services.qualified(resource.name(), resource.namespace()),
            ports,
            visibility,
            !kustomizations.isPatched(resource));
    services.addKubernetes(resource.name(), namespaceFor(resource), added);
    kubernetesServices.add(added);
  }

  /** A kustomization that renames things leaves open which name is meant where. */
  NamespaceRef namespaceFor(Resource resource) {
    return kustomizations.isRenamed(resource) ? NamespaceRef.OPEN : resource.namespace();
  }

  private void add(ServiceEntry entry) {
    NamespaceRef own = entry.resource().namespace();
    List<MeshPort> ports = new ArrayList<>();
    for (ServerPort port : entry.ports()) {
      Text protocol = port.protocol();
      ports.add(
          new MeshPort(
              port,
              port.number(),
              port.name(),
              protocol == null ? PortProtocol.TCP : PortProtocol.parse(protocol.value()),
              null));
    }
    Visibility visibility =
        Visibility.of(entry.exportTo(), own, configuration.defaultServiceExportTo());
    for (Text host : entry.hosts()) {
      HostName read = services.read(host, own);
      services.addEntry(read, new MeshService(entry, host.value(), ports, visibility, true));
    }
  }

  private void referToAccounts(AuthorizationPolicy policy) {
    for (Text principal : policy.principals()) {
      int account = principal.value().lastIndexOf("/sa/");
      if (account >= 0) {
        identities.refer(principal.value().substring(account + 4), policy.resource());
      }
    }
  }

  private void refer(VirtualService routes) {
    Resource from = routes.resource();
    for (RoutedDestination routed : routes.destinations()) {
      Text host = routed.destination().host();
      if (host != null) {
        services.refer(services.read(host, from.namespace()), from);
      }
    }
    for (Text gateway : routes.gateways()) {
      gateways.refer(gateway, from);
    }
  }
}
