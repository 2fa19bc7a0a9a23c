package dev.meshlint.rules.istio.gateway;

import dev.meshlint.core.finding.Evidence;
import dev.meshlint.core.fix.Fixes;
import dev.meshlint.core.manifest.NamespaceRef;
import dev.meshlint.core.manifest.NamespaceRef.Same;
import dev.meshlint.core.mesh.Answer.Absent;
import dev.meshlint.core.mesh.Answer.NotFound;
import dev.meshlint.core.mesh.GatewayName;
import dev.meshlint.core.mesh.Gateways;
import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View;
import dev.meshlint.core.model.istio.HttpMatch;
import dev.meshlint.core.model.istio.L4Match;
import dev.meshlint.core.model.istio.VirtualService;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.Report;
import dev.meshlint.core.rule.ResourceRule;
import java.util.ArrayList;
import java.util.List;

/** A VirtualService names a gateway that does not exist, or a match one that the VirtualService is not bound to. */
public final class UnknownGateway implements ResourceRule<VirtualService> {
  @Override
  public String id() {
    return "istio-unknown-gateway";
  }

  @Override
  public Class<VirtualService> type() {
    return VirtualService.class;
  }

  @Override
  public void check(VirtualService routes, Mesh mesh, Findings out) {
    NamespaceRef own = routes.resource().namespace();
    List<GatewayName> bound = new ArrayList<>();
    for (Text reference : routes.gateways()) {
      bound.add(GatewayName.of(reference, own));
      checkExists(reference, mesh, out);
    }
    if (bound.isEmpty()) {
      bound.add(new GatewayName(Gateways.MESH, own));
    }
    for (HttpMatch match : routes.httpMatches()) {
      checkMatch(match.gateways(), bound, mesh, out);
    }
    for (L4Match match : routes.l4Matches()) {
      checkMatch(match.gateways(), bound, mesh, out);
    }
  }

  private static void checkMatch(
      List<Text> gateways, List<GatewayName> bound, Mesh mesh, Findings out) {
    List<Text> unbound = new ArrayList<>();
    for (Text reference : gateways) {
      if (!isBound(reference, bound) && !checkExists(reference, mesh, out)) {
        unbound.add(reference);
      }
    }
    boolean dead = unbound.size() == gateways.size();
    for (Text reference : unbound) {
      out.report(
              reference,
              "gateway \"%s\" is not among the gateways of the VirtualService: the match never holds%s"
                  .formatted(reference, dead ? "" : " there"))
          .as(dead ? "match-never-holds" : "match-holds-elsewhere");
    }
  }

  private static boolean isBound(Text reference, List<GatewayName> bound) {
    GatewayName name = GatewayName.of(reference, reference.resource().namespace());
    for (GatewayName other : bound) {
      if (name.same(other) != Same.NO) {
        return true;
      }
    }
    return reference.open();
  }

  /** Reports a reference that leads nowhere; says whether it is one, here or for the rule on unqualified names. */
  private static boolean checkExists(Text reference, Mesh mesh, Findings out) {
    if (reference.value().equals(Gateways.MESH)
        || !(mesh.gateways().resolve(reference, reference.resource())
            instanceof NotFound<View> missing)) {
      return false;
    }
    Absent<View> absent = missing instanceof Absent<View> certain ? certain : null;
    if (absent != null && absent.evidence() == Evidence.ELSEWHERE) {
      return true;
    }
    Report report =
        out.report(
            reference,
            missing,
            absent == null
                ? "gateway \"%s\" is not in view".formatted(reference)
                : "gateway \"%s\" does not exist: the routes are bound to nothing"
                    .formatted(reference));
    if (absent != null && absent.nearest() != null) {
      String nearest = absent.nearest();
      report.fix(
          Fixes.replaceScalar(
              "name the gateway \"" + nearest + "\"", false, reference.node(), nearest));
    }
    return absent != null;
  }
}
