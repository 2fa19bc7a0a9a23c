package dev.meshlint.rules.istio.security;

import dev.meshlint.core.fix.Fixes;
import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.istio.AuthorizationPolicy;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.Report;
import dev.meshlint.core.rule.ResourceRule;
import dev.meshlint.core.value.IstioPrincipal;

/** A principal has a form that no workload's identity has: the rule never matches. */
public final class MalformedPrincipal extends ResourceRule<AuthorizationPolicy> {
  private static final String SPIFFE = "spiffe://";
  private static final String KUBERNETES = "system:serviceaccount:";

  public MalformedPrincipal() {
    super("istio-malformed-principal", AuthorizationPolicy.class);
  }

  @Override
  public void check(AuthorizationPolicy policy, Mesh mesh, Findings out) {
    for (Text principal : policy.principals()) {
      String problem = principal.open() ? null : IstioPrincipal.problem(principal.value());
      if (problem != null) {
        Report report =
            out.report(
                    principal,
                    "principal \"%s\" matches no caller: %s".formatted(principal, problem))
                .as(caseOf(principal.value()));
        fix(principal, report);
      }
    }
  }

  /** Who takes certificates of others than Istio may have identities of another form. */
  private static String caseOf(String written) {
    if (written.indexOf('*') >= 0) {
      return "wildcard";
    }
    boolean meant =
        written.startsWith(SPIFFE)
            || written.startsWith(KUBERNETES)
            || written.startsWith("cluster.local")
            || written.contains("ns/")
            || written.contains("/sa/");
    return meant ? "form" : "foreign";
  }

  private static void fix(Text principal, Report report) {
    String written = principal.value();
    if (written.startsWith(SPIFFE)) {
      String bare = written.substring(SPIFFE.length());
      report.fix(Fixes.replaceScalar("leave out \"spiffe://\"", true, principal.node(), bare));
    } else if (written.startsWith(KUBERNETES)) {
      String[] parts = written.substring(KUBERNETES.length()).split(":", -1);
      if (parts.length == 2) {
        String meant = new IstioPrincipal("cluster.local", parts[0], parts[1]).toString();
        report.fix(Fixes.replaceScalar("write it as Istio does", false, principal.node(), meant));
      }
    }
  }
}
