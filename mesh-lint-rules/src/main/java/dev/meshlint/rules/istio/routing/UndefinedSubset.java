package dev.meshlint.rules.istio.routing;

import dev.meshlint.core.fix.Fixes;
import dev.meshlint.core.manifest.Located;
import dev.meshlint.core.mesh.Answer;
import dev.meshlint.core.mesh.Answer.Absent;
import dev.meshlint.core.mesh.Answer.NotFound;
import dev.meshlint.core.mesh.GatewaySubsets;
import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.mesh.MeshWorkload;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.istio.Destination;
import dev.meshlint.core.model.istio.DestinationRule;
import dev.meshlint.core.model.istio.RoutedDestination;
import dev.meshlint.core.model.istio.Subset;
import dev.meshlint.core.model.istio.VirtualService;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.Report;
import dev.meshlint.core.rule.ResourceRule;
import java.util.ArrayList;
import java.util.List;

/** A route names a subset that no DestinationRule for the host defines. */
public final class UndefinedSubset extends ResourceRule<VirtualService> {
  /** More names than these help nobody. */
  private static final int MOST_NAMED = 20;

  public UndefinedSubset() {
    super("istio-undefined-subset", VirtualService.class);
  }

  @Override
  public void check(VirtualService routes, Mesh mesh, Findings out) {
    GatewaySubsets atGateway = GatewaySubsets.of(routes, mesh);
    for (RoutedDestination routed : routes.destinations()) {
      Destination to = routed.destination();
      Text host = to.host();
      Text subset = to.subset();
      if (host == null || subset == null) {
        continue;
      }
      Answer<Subset> answer = mesh.destinationRules().subset(host, subset, routes.resource());
      if (answer instanceof NotFound<Subset> missing) {
        report(host, subset, missing, out);
      } else {
        checkGateway(host, subset, answer.values(), atGateway, out);
      }
    }
  }

  private static void checkGateway(
      Text host, Text subset, List<Subset> defined, GatewaySubsets atGateway, Findings out) {
    MeshWorkload proxy = atGateway.proxyWithout(host, subset);
    if (proxy != null) {
      out.report(
              subset,
              "subset \"%s\" of host \"%s\" is not defined for namespace \"%s\", where the gateway's proxy runs: requests get 503"
                  .formatted(subset, host, proxy.namespace()))
          .related(defined.get(0), "defined here")
          .related(proxy, "the proxy of the gateway");
    }
  }

  private static void report(Text host, Text subset, NotFound<Subset> missing, Findings out) {
    String message =
        "subset \"%s\" of host \"%s\" is not defined: ".formatted(subset, host) + what(missing);
    Report report = out.report(subset, missing, message);
    if (missing instanceof Absent<Subset> absent && absent.nearest() != null) {
      report.fix(
          Fixes.replaceScalar(
              "name the subset \"" + absent.nearest() + "\"",
              false,
              subset.node(),
              absent.nearest()));
    }
  }

  private static String what(NotFound<Subset> missing) {
    List<String> rules = new ArrayList<>();
    if (missing instanceof Absent<Subset> absent) {
      for (Located looked : absent.looked()) {
        if (looked instanceof DestinationRule rule) {
          rules.add(rule.resource().title() + " " + defines(rule));
        }
      }
    }
    return rules.isEmpty()
        ? "no DestinationRule for this host is in view, requests would get 503"
        : String.join(", ", rules);
  }

  private static String defines(DestinationRule rule) {
    List<String> names = new ArrayList<>();
    for (Subset subset : rule.subsets()) {
      if (subset.name() != null) {
        names.add(subset.name().value());
      }
    }
    if (names.size() > MOST_NAMED) {
      return "defines %d others".formatted(names.size());
    }
    return names.isEmpty() ? "defines no subsets" : "defines " + String.join(", ", names);
  }
}
