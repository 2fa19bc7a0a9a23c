package dev.meshlint.core.mesh;

import dev.meshlint.core.manifest.NamespaceRef;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View;
import dev.meshlint.core.model.cilium.ServiceSelector;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What concerns Cilium only, besides its policies. What few files need is found out when it is first asked for. */
public final class Cilium {
  private final Mesh mesh;
  private final CiliumReferences references;
  private final CiliumCidrGroups cidrGroups;
  private final Once<CiliumSettings> settings;
  private final Once<CiliumProxies> proxies;
  private final Once<CiliumDnsAccess> dnsAccess;
  private final Once<CiliumOpenings> openings;
  private final Once<CiliumDenials> denials;
  private final Once<ServiceLabels> services;

  Cilium(Mesh mesh) {
    this.mesh = mesh;
    settings = new Once<>(() -> CiliumSettings.of(mesh));
    proxies = new Once<>(() -> new CiliumProxies(mesh));
    dnsAccess = new Once<>(() -> new CiliumDnsAccess(mesh));
    openings = new Once<>(() -> new CiliumOpenings(mesh));
    denials = new Once<>(() -> new CiliumDenials(mesh));
    services = new Once<>(() -> new ServiceLabels(mesh));
    references = new CiliumReferences(mesh);
    cidrGroups = new CiliumCidrGroups(mesh, references);
  }

  /** What its objects name of each other. */
  public CiliumReferences references() {
    return references;
  }

  /** The groups of addresses that its policies name. */
  public CiliumCidrGroups cidrGroups() {
    return cidrGroups;
  }

  /** How its agent is set up. */
  public CiliumSettings settings() {
    return settings.get();
  }

  /** Which labels of pods become part of their identities. */
  public CiliumLabelFilter labelFilter() {
    return CiliumLabelFilter.of(settings());
  }

  /** Whether something in view is for Cilium: its settings, or an object of one of its kinds. */
  public boolean isInView() {
    return !settings().sources().isEmpty()
        || mesh.resources().stream().anyMatch(one -> one.group().equals("cilium.io"));
  }

  /** The pods behind the Service that an entry names; none where it names none, or it is not in view. */
  public List<CiliumSelection> behind(ServiceSelector selector) {
    Text name = selector.serviceName();
    Text namespace = selector.namespace();
    if (name == null || name.open() || (namespace != null && namespace.open())) {
      return List.of();
    }
    NamespaceRef scope =
        namespace == null ? selector.resource().namespace() : NamespaceRef.named(namespace.value());
    List<CiliumSelection> behind = new ArrayList<>();
    HostName host = new HostName.ServiceName(name.value(), scope);
    for (MeshService found : mesh.services().resolve(host, name.value(), scope).values()) {
      if (found.kubernetes() != null) {
        behind.add(CiliumSelection.behind(found.kubernetes()));
      }
    }
    return behind;
  }

  /** Where it is set up. */
  public List<CiliumInstallation> installations() {
    return CiliumInstallation.of(mesh);
  }

  /** Which Ingresses and Gateways its own proxy serves. */
  public CiliumProxies proxies() {
    return proxies.get();
  }

  /** Whether policies let pods reach a DNS server. */
  public CiliumDnsAccess dnsAccess() {
    return dnsAccess.get();
  }

  /** What policies allow without looking into requests. */
  public CiliumOpenings openings() {
    return openings.get();
  }

  /** Each policy that says what another one says, with that one. */
  public Map<View, View> duplicates() {
    return CiliumDuplicates.of(mesh);
  }

  /** The Services that its policies select by labels. */
  public ServiceLabels serviceLabels() {
    return services.get();
  }

  /** What policies deny. */
  public CiliumDenials denials() {
    return denials.get();
  }

  /** The addresses that belong to the cluster. */
  public CiliumAddresses addresses() {
    return new CiliumAddresses(mesh);
  }

  /** What policies ask of one port and cannot both have. */
  public CiliumL7Conflicts l7Conflicts() {
    return new CiliumL7Conflicts(mesh);
  }

  /** Which policies send traffic through its egress gateways. */
  public CiliumEgress egress() {
    return new CiliumEgress(mesh);
  }

  /** The Services that it gives addresses to and announces. */
  public CiliumServices services() {
    return new CiliumServices(mesh);
  }
}
