package dev.meshlint.core.mesh;

import dev.meshlint.core.manifest.Located;
import dev.meshlint.core.manifest.NamespaceRef;
import dev.meshlint.core.manifest.NamespaceRef.Same;
import dev.meshlint.core.manifest.Resource;
import dev.meshlint.core.mesh.Injection.Decision;
import dev.meshlint.core.mesh.Injection.Proxy;
import dev.meshlint.core.mesh.WorkloadPolicies.EffectiveMtls;
import dev.meshlint.core.mesh.WorkloadPorts.Served;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.istio.ClientTls;
import dev.meshlint.core.model.istio.ClientTlsMode;
import dev.meshlint.core.model.istio.DestinationRule;
import dev.meshlint.core.model.istio.MtlsMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the servers behind the host of a DestinationRule ask of their clients. Source: Istio's reference of
 * PeerAuthentication and of the annotations on traffic capture. Immutable.
 */
public final class ServerSides {
  private final ServiceRegistry services;
  private final Workloads workloads;
  private final WorkloadPorts ports;
  private final WorkloadPolicies policies;
  private final Injection injection;
  private final Nearness nearness;

  ServerSides(Mesh mesh) {
    services = mesh.services();
    workloads = mesh.workloads();
    ports = mesh.workloadPorts();
    policies = mesh.policies();
    injection = mesh.injection();
    nearness = mesh.nearness();
  }

  /** Whether servers have a proxy that asks for mutual TLS. */
  public enum Membership {
    /** Certainly. */
    MEMBER,
    /** The policy is for them and their neighbours, so they are likely to. */
    LIKELY,
    /** Nothing says so. */
    UNKNOWN,
    /** Certainly not: something keeps the proxy away. */
    OUTSIDE
  }

  /**
   * The servers' side.
   *
   * @param mode what they ask for
   * @param membership whether they have a proxy
   * @param by what decides the mode; for servers outside what keeps the proxy away
   */
  public record ServerSide(MtlsMode mode, Membership membership, Located by) {}

  /**
   * Which servers a setting is about.
   *
   * @param port the port of the service; null for all
   * @param otherPorts ports of the service that have settings of their own
   * @param labels the labels of the subset; empty for the whole host
   */
  public record Part(@Nullable Integer port, Set<Integer> otherPorts, Map<String, String> labels) {
    /** Makes the collections unmodifiable. */
    public Part {
      otherPorts = Set.copyOf(otherPorts);
      labels = Map.copyOf(labels);
    }
  }

  /** Whether a rule speaks for all services of a namespace or of the mesh. */
  public boolean isWide(DestinationRule rule) {
    Text host = rule.host();
    return host != null && isWide(services.read(host, rule.resource().namespace()));
  }

  /** Whether both sides are certainly applied together, to servers that certainly have a proxy or none. */
  public boolean isCertain(DestinationRule rule, ServerSide side) {
    Resource server = side.by().resource();
    return side.membership() != Membership.LIKELY
        && server != null
        && nearness.mayMeet(rule.resource(), server)
        && nearness.appliedTogether(rule.resource(), server);
  }

  private static boolean isWide(HostName host) {
    return host instanceof HostName.Wildcard wildcard
        && (wildcard.suffix().isEmpty()
            || wildcard.suffix().equals(".local")
            || wildcard.suffix().contains(".svc."));
  }

  /** What the servers behind the host of a rule ask; empty where the files do not say. */
  public List<ServerSide> of(DestinationRule rule, Part part) {
    Text written = rule.host();
    if (written == null) {
      return List.of();
    }
    NamespaceRef own = rule.resource().namespace();
    HostName host = services.read(written, own);
    if (host instanceof HostName.Wildcard wildcard && isWide(host)) {
      return side(policies.mtls(namespaceOf(wildcard)), Membership.MEMBER);
    }
    if (!(host instanceof HostName.ServiceName name)) {
      return List.of();
    }
    List<ServerSide> sides = new ArrayList<>();
    List<MeshService> found = services.resolve(host, written.value(), own).values();
    for (MeshService service : nearness.nearest(found, rule.resource())) {
      if (service.kubernetes() != null) {
        addSides(service, part, sides);
      }
    }
    if (found.isEmpty()) {
      PodGroup pods = new PodGroup(name.namespace(), part.labels(), false);
      return part.port() == null ? sides(pods, null) : List.of();
    }
    return sides;
  }

  /** The namespace that a wildcard is for; the root namespace for the whole mesh. */
  private NamespaceRef namespaceOf(HostName.Wildcard wildcard) {
    String suffix = wildcard.suffix();
    int end = suffix.indexOf(".svc.");
    return end > 1 ? NamespaceRef.named(suffix.substring(1, end)) : policies.root();
  }

  /** A server that does not take connections made as the setting says; null where none is known. */
  public @Nullable ServerSide refusing(DestinationRule rule, TlsSetting setting) {
    ClientTls tls = setting.tls();
    if (!tls.present() || tls.mode() == ClientTlsMode.UNKNOWN) {
      return null;
    }
    boolean mutual = tls.mode() == ClientTlsMode.ISTIO_MUTUAL;
    for (ServerSide side : of(rule, setting.part())) {
      boolean refused =
          switch (side.membership()) {
            case OUTSIDE -> mutual;
            case UNKNOWN -> false;
            case MEMBER, LIKELY ->
                mutual ? side.mode() == MtlsMode.DISABLE : side.mode() == MtlsMode.STRICT;
          };
      if (refused) {
        return side;
      }
    }
    return null;
  }

  /** Whether some server of the host of a rule does not take connections made as the rule says. */
  public boolean areRefused(DestinationRule rule) {
    for (TlsSetting setting : TlsSetting.of(rule)) {
      if (refusing(rule, setting) != null) {
        return true;
      }
    }
    return false;
  }

  private void addSides(MeshService service, Part part, List<ServerSide> sides) {
    PodGroup behind = PodGroup.of(service);
    Map<String, String> labels = new LinkedHashMap<>(behind.labels());
    labels.putAll(part.labels());
    PodGroup pods = new PodGroup(behind.namespace(), labels, false);
    List<MeshWorkload> inView = workloads.certain(new Selector(labels, false), service.namespace());
    List<Served> served = ports.served(service);
    for (Served port : served) {
      Integer number = port.port().number();
      boolean meant =
          part.port() == null
              ? number != null && !part.otherPorts().contains(number)
              : Objects.equals(number, part.port());
      if (!meant || port.number() == null) {
        continue;
      }
      if (inView.isEmpty()) {
        sides.addAll(sides(pods, port.number()));
      }
      for (MeshWorkload workload : inView) {
        addSide(workload, port.number(), sides);
      }
    }
  }

  private void addSide(MeshWorkload workload, int port, List<ServerSide> sides) {
    Decision decision = injection.of(workload);
    Located reason = decision.by();
    if (decision.proxy() == Proxy.NONE && decision.isWritten() && reason != null) {
      sides.add(new ServerSide(MtlsMode.DISABLE, Membership.OUTSIDE, reason));
    } else if (decision.proxy() == Proxy.SIDECAR && Capture.takes(workload, port)) {
      sides.addAll(side(policies.mtls(workload, port), Membership.MEMBER));
    } else if (decision.proxy() != Proxy.AMBIENT && Capture.takes(workload, port)) {
      sides.addAll(sides(PodGroup.of(workload), port));
    }
  }

  private List<ServerSide> sides(PodGroup pods, @Nullable Integer port) {
    List<ServerSide> sides = new ArrayList<>();
    for (EffectiveMtls mtls : policies.mtls(pods, port).values()) {
      sides.addAll(side(Answer.found(mtls), membership(mtls, pods)));
    }
    return sides;
  }

  private Membership membership(EffectiveMtls mtls, PodGroup pods) {
    Located by = mtls.by();
    Resource policy = by == null ? null : by.resource();
    if (policy == null || policy.namespace().same(pods.namespace()) != Same.YES) {
      return Membership.UNKNOWN;
    }
    return policies.isForWholeNamespace(policy) ? Membership.LIKELY : Membership.MEMBER;
  }

  private static List<ServerSide> side(Answer<EffectiveMtls> answer, Membership membership) {
    List<ServerSide> sides = new ArrayList<>();
    for (EffectiveMtls mtls : answer.values()) {
      if (mtls.by() != null) {
        sides.add(new ServerSide(mtls.mode(), membership, mtls.by()));
      }
    }
    return sides;
  }
}
