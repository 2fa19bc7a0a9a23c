package dev.meshlint.core.mesh;

import dev.meshlint.core.manifest.Located;
import dev.meshlint.core.manifest.NamespaceRef;
import dev.meshlint.core.mesh.Answer.Found;
import dev.meshlint.core.mesh.Answer.Unknown;
import dev.meshlint.core.mesh.Answer.Why;
import dev.meshlint.core.mesh.DestinationRules.Applying;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.istio.ClientTls;
import dev.meshlint.core.model.istio.ClientTlsMode;
import dev.meshlint.core.model.istio.DestinationRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How the clients of a workload secure their connections: as the DestinationRules say that speak to everybody who has
 * none of his own, else automatically. Source: Istio's documentation on mutual TLS migration and on
 * {@code enableAutoMtls}. Immutable.
 */
public final class MutualTls {
  private final ServiceRegistry services;
  private final DestinationRules rules;
  private final Workloads workloads;
  private final MeshConfiguration configuration;

  MutualTls(
      ServiceRegistry services,
      DestinationRules rules,
      Workloads workloads,
      MeshConfiguration configuration) {
    this.services = services;
    this.rules = rules;
    this.workloads = workloads;
    this.configuration = configuration;
  }

  /**
   * What clients do.
   *
   * @param mode the mode of a DestinationRule; empty for mutual TLS wherever the server can
   * @param by what decides it
   * @param rule the DestinationRule that decides it, if one does
   */
  public record ClientSide(
      Optional<ClientTlsMode> mode, Optional<Located> by, Optional<DestinationRule> rule) {
    /** Whether servers see no identity of the mesh. */
    public boolean isAnonymous() {
      return mode.isPresent()
          && (mode.get() == ClientTlsMode.DISABLE || mode.get() == ClientTlsMode.SIMPLE);
    }
  }

  /**
   * How clients of these pods connect, through whatever Service; several answers where Services differ.
   *
   * @param pods the pods
   */
  public Answer<ClientSide> clientsOf(PodGroup pods) {
    List<HostName> hosts = new ArrayList<>();
    for (MeshService service : workloads.servicesOf(pods)) {
      hosts.add(new HostName.ServiceName(service.resource().name(), pods.namespace()));
    }
    if (hosts.isEmpty()) {
      hosts.add(anyServiceOf(pods.namespace()));
    }
    List<ClientSide> sides = new ArrayList<>();
    for (HostName host : hosts) {
      Answer<ClientSide> side = clientsOf(host, pods.namespace());
      if (!side.isFound()) {
        return side;
      }
      sides.addAll(side.values());
    }
    return new Found<>(sides);
  }

  /**
   * Whether DestinationRules set mutual TLS for every service of a namespace: one for all of them, or one for each that is
   * in view.
   */
  public boolean isSetForAllOf(NamespaceRef namespace) {
    if (isSetFor(anyServiceOf(namespace), namespace)) {
      return true;
    }
    boolean some = false;
    for (String name : services.namesIn(namespace)) {
      some = true;
      if (!isSetFor(new HostName.ServiceName(name, namespace), namespace)) {
        return false;
      }
    }
    return some;
  }

  private boolean isSetFor(HostName host, NamespaceRef client) {
    for (ClientSide side : clientsOf(host, client).values()) {
      if (side.mode().orElse(ClientTlsMode.DISABLE) == ClientTlsMode.ISTIO_MUTUAL) {
        return true;
      }
    }
    return false;
  }

  /** The {@code tls} with ISTIO_MUTUAL of a rule for all services that would hold if this one for a single one were not there. */
  public @Nullable Located widerMutual(DestinationRule rule) {
    Text written = rule.host();
    NamespaceRef client = rule.resource().namespace();
    if (written == null
        || !(services.read(written, client) instanceof HostName.ServiceName service)) {
      return null;
    }
    HostName any = anyServiceOf(service.namespace());
    for (DestinationRule wider : rules.applying(any, client).certain()) {
      ClientTls tls = wider.trafficPolicy().tls();
      if (tls.present() && tls.mode() == ClientTlsMode.ISTIO_MUTUAL) {
        return tls;
      }
    }
    return null;
  }

  /** Stands for any service: only wildcards speak for it. */
  private static HostName anyServiceOf(NamespaceRef namespace) {
    return new HostName.ServiceName("*", namespace);
  }

  /**
   * How clients connect to a host.
   *
   * @param host the host
   * @param client their namespace
   */
  public Answer<ClientSide> clientsOf(HostName host, NamespaceRef client) {
    Applying applying = rules.applying(host, client);
    if (!applying.possible().isEmpty()) {
      return new Unknown<>(Why.NAMESPACE_OPEN);
    }
    for (DestinationRule rule : applying.certain()) {
      if (!rule.selector().selectsAll()) {
        continue;
      }
      ClientTls tls = rule.trafficPolicy().tls();
      if (tls.mode() == ClientTlsMode.UNKNOWN || tls.open()) {
        return new Unknown<>(Why.PLACEHOLDER);
      }
      if (tls.present()) {
        return Answer.found(
            new ClientSide(Optional.of(tls.mode()), Optional.of(tls), Optional.of(rule)));
      }
    }
    Located off = configuration.autoMtlsOff();
    if (off == null) {
      return Answer.found(new ClientSide(Optional.empty(), Optional.empty(), Optional.empty()));
    }
    return configuration.settings().world() == World.CLOSED || !applying.certain().isEmpty()
        ? Answer.found(
            new ClientSide(Optional.of(ClientTlsMode.DISABLE), Optional.of(off), Optional.empty()))
        : new Unknown<>(Why.NOT_IN_VIEW);
  }
}
