package dev.meshlint.rules.istio.extension;

import dev.meshlint.core.fix.Fixes;
import dev.meshlint.core.manifest.Located;
import dev.meshlint.core.manifest.Resource;
import dev.meshlint.core.mesh.HiddenHosts;
import dev.meshlint.core.mesh.HiddenHosts.Hidden;
import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.istio.EgressListener;
import dev.meshlint.core.model.istio.Sidecar;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.MeshRule;
import dev.meshlint.core.rule.Report;
import dev.meshlint.core.yaml.YamlSequence;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A Sidecar does not import what its workloads are routed to, or what their policies and telemetry need. */
public final class SidecarHidesDestination extends MeshRule {
  public SidecarHidesDestination() {
    super("istio-sidecar-hides-destination");
  }

  @Override
  public void check(Mesh mesh, Findings out) {
    for (Hidden hidden : HiddenHosts.of(mesh)) {
      Resource needing = hidden.need().resource();
      Resource sidecar = hidden.sidecar().resource();
      if (needing != null && mesh.nearness().mayMeet(sidecar, needing)) {
        report(hidden, needing, mesh.nearness().appliedTogether(sidecar, needing), out);
      }
    }
  }

  private static void report(Hidden hidden, Resource needing, boolean together, Findings out) {
    Located hosts = hosts(hidden.sidecar());
    Report report =
        out.report(
            hosts,
            "\"%s\" is not imported, which %s %s"
                .formatted(hidden.entry(), needing.title(), effect(hidden)));
    report.as(together ? name(hidden) : "apart").related(hidden.need(), "needed for this");
    if (hosts.node() instanceof YamlSequence sequence
        && general(hidden.sidecar()) != null
        && !excludes(hidden.sidecar())) {
      report.fix(
          Fixes.insertItem("import \"" + hidden.entry() + "\"", false, sequence, hidden.entry()));
    }
  }

  /** What is excluded stays so, whatever is imported. */
  private static boolean excludes(Sidecar sidecar) {
    for (EgressListener listener : sidecar.egress()) {
      for (Text host : listener.hosts()) {
        if (host.value().startsWith("~")) {
          return true;
        }
      }
    }
    return false;
  }

  private static String effect(Hidden hidden) {
    return switch (hidden.effect()) {
      case IGNORED_ROUTES -> "routes for these workloads: its routes are ignored";
      case BLOCKED_CALLS -> "routes for these workloads: their calls get 502";
      case DENIED_REQUESTS -> "asks for each request: every request gets 403";
      case LOST_TELEMETRY -> "sends telemetry to: none arrives";
    };
  }

  private static String name(Hidden hidden) {
    return switch (hidden.effect()) {
      case IGNORED_ROUTES -> "ignored-routes";
      case BLOCKED_CALLS -> "blocked-calls";
      case DENIED_REQUESTS, LOST_TELEMETRY -> "provider";
    };
  }

  private static @Nullable EgressListener general(Sidecar sidecar) {
    for (EgressListener listener : sidecar.egress()) {
      if (!listener.has("port") && listener.has("hosts")) {
        return listener;
      }
    }
    return null;
  }

  /** The hosts of the listener for all ports, or else of the first one. */
  private static Located hosts(Sidecar sidecar) {
    List<EgressListener> listeners = sidecar.egress();
    EgressListener general = general(sidecar);
    if (general != null) {
      return general.at("hosts");
    }
    return listeners.isEmpty() ? sidecar.spec().key("egress") : listeners.get(0).at("hosts");
  }
}
