package dev.meshlint.rules.istio.security;

import dev.meshlint.core.manifest.Located;
import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.model.istio.AuthorizationAction;
import dev.meshlint.core.model.istio.AuthorizationPolicy;
import dev.meshlint.core.model.istio.AuthorizationRule;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.ResourceRule;

/** A policy denies every request, and no other one allows any. */
public final class AuthorizationDeniesAll extends ResourceRule<AuthorizationPolicy> {
  public AuthorizationDeniesAll() {
    super("istio-authorization-denies-all", AuthorizationPolicy.class);
  }

  @Override
  public void check(AuthorizationPolicy policy, Mesh mesh, Findings out) {
    if (policy.action() == AuthorizationAction.DENY) {
      for (AuthorizationRule rule : policy.rules()) {
        if (rule.isEmpty()) {
          out.report(rule, "an empty rule of action DENY matches every request: all get 403");
        }
      }
    } else if (policy.allowsNothing() && !mesh.policies().mayAllow(policy)) {
      Located place = policy.spec().present() ? policy.spec() : policy;
      out.report(
          place,
          "action ALLOW without rules matches no request, and no other policy in view allows any:"
              + " all get 403");
    }
  }
}
