package dev.meshlint.rules.istio.security;

import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.model.istio.AuthorizationAction;
import dev.meshlint.core.model.istio.AuthorizationPolicy;
import dev.meshlint.core.model.istio.AuthorizationRule;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.ResourceRule;
import java.util.List;
import org.jspecify.annotations.Nullable;

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
    AuthorizationRule narrower = narrower(policy.rules());
    AuthorizationPolicy other = mesh.policies().allowingTheSame(policy);
    if (narrower == null && other != null) {
      narrower = narrower(other.rules());
    }
    if (narrower == null) {
      out.report(rule, "this rule allows every request of everybody").as("open");
    } else {
      out.report(
              rule,
              "this rule allows every request of everybody: the other rules for these workloads"
                  + " have no effect")
          .as("defeats")
          .related(narrower, "has no effect");
    }
  }

  private static @Nullable AuthorizationRule narrower(List<AuthorizationRule> rules) {
    for (AuthorizationRule rule : rules) {
      if (!rule.matchesEverything()) {
        return rule;
      }
    }
    return null;
  }
}
