package dev.meshlint.rules.istio.security;

import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.model.istio.AuthorizationAction;
import dev.meshlint.core.model.istio.AuthorizationPolicy;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.ResourceRule;

/** An audit policy where nothing audits: it neither blocks nor logs denials. */
public final class IneffectiveAuditPolicy extends ResourceRule<AuthorizationPolicy> {
  public IneffectiveAuditPolicy() {
    super("istio-ineffective-audit-policy", AuthorizationPolicy.class);
  }

  @Override
  public void check(AuthorizationPolicy policy, Mesh mesh, Findings out) {
    if (policy.action() == AuthorizationAction.AUDIT && !mesh.configuration().canAudit()) {
      out.report(
              policy.spec().at("action"),
              "action AUDIT neither blocks requests nor logs denials without a provider that audits")
          .help(
              "to try a policy out, give it the action ALLOW or DENY and the annotation"
                  + " istio.io/dry-run: \"true\"");
    }
  }
}
