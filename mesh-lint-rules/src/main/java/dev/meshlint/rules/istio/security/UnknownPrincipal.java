package dev.meshlint.rules.istio.security;

import dev.meshlint.core.finding.Evidence;
import dev.meshlint.core.fix.Fixes;
import dev.meshlint.core.manifest.Located;
import dev.meshlint.core.manifest.NamespaceRef;
import dev.meshlint.core.mesh.Answer.Absent;
import dev.meshlint.core.mesh.Answer.NotFound;
import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.istio.AuthorizationPolicy;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.Report;
import dev.meshlint.core.rule.ResourceRule;
import dev.meshlint.core.value.IstioPrincipal;

/** A principal names a service account that does not exist: the rule never matches. */
public final class UnknownPrincipal implements ResourceRule<AuthorizationPolicy> {
  @Override
  public String id() {
    return "istio-unknown-principal";
  }

  @Override
  public Class<AuthorizationPolicy> type() {
    return AuthorizationPolicy.class;
  }

  @Override
  public void check(AuthorizationPolicy policy, Mesh mesh, Findings out) {
    for (Text principal : policy.principals()) {
      IstioPrincipal parsed = IstioPrincipal.parse(principal.value());
      if (!principal.open()
          && parsed != null
          && mesh.identities()
                  .account(parsed.serviceAccount(), NamespaceRef.named(parsed.namespace()))
              instanceof NotFound<Located> missing) {
        report(principal, parsed, missing, out);
      }
    }
  }

  private static void report(
      Text principal, IstioPrincipal parsed, NotFound<Located> missing, Findings out) {
    Report report =
        out.report(
            principal,
            missing,
            "service account \"%s\" does not exist in namespace \"%s\": the principal matches no caller"
                .formatted(parsed.serviceAccount(), parsed.namespace()));
    if (missing instanceof Absent<Located> absent
        && absent.evidence() == Evidence.NEAR_MISS
        && absent.nearest() != null) {
      String written = principal.value();
      String meant =
          written.substring(0, written.length() - parsed.serviceAccount().length())
              + absent.nearest();
      report.fix(
          Fixes.replaceScalar(
              "name the service account \"" + absent.nearest() + "\"",
              false,
              principal.node(),
              meant));
    }
  }
}
