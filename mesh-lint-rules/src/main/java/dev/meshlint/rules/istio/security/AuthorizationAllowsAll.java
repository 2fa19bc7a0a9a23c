package dev.meshlint.rules.istio.security;

import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.model.istio.AuthorizationAction;
import dev.meshlint.core.model.istio.AuthorizationPolicy;
import dev.meshlint.core.model.istio.AuthorizationRule;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.Report;
import dev.meshlint.core.rule.ResourceRule;
import java.util.ArrayList;
import java.util.List;

/** A rule allows every request of everybody. */
public final class AuthorizationAllowsAll extends ResourceRule<AuthorizationPolicy> {
  public AuthorizationAllowsAll() {
    super("istio-authorization-allows-all", AuthorizationPolicy.class);
  }

  @Override
  public void check(AuthorizationPolicy policy, Mesh mesh, Findings out) {
    if (policy.action() != AuthorizationAction.ALLOW) {
      return;
    }
    for (AuthorizationRule rule : policy.rules()) {
      if (rule.matchesEverything()) {
        report(rule, policy, mesh, out);
      }
    }
  }

  private static void report(
      AuthorizationRule rule, AuthorizationPolicy policy, Mesh mesh, Findings out) {
    List<AuthorizationRule> narrower = new ArrayList<>();
    for (AuthorizationRule other : policy.rules()) {
      if (!other.matchesEverything()) {
        narrower.add(other);
      }
    }
    for (AuthorizationPolicy other : mesh.policies().allowingTheSame(policy)) {
      narrower.addAll(other.rules());
    }
    if (narrower.isEmpty()) {
      out.report(rule, "this rule allows every request of everybody").as("open");
      return;
    }
    Report report =
        out.report(
                rule,
                "this rule allows every request of everybody: the other rules for these workloads"
                    + " have no effect")
            .as("defeats");
    report.related(narrower.get(0), "has no effect");
  }
}
