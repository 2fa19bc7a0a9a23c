package dev.meshlint.rules.istio.security;

import dev.meshlint.core.fix.Fix;
import dev.meshlint.core.fix.Fixes;
import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View;
import dev.meshlint.core.model.istio.AuthorizationAction;
import dev.meshlint.core.model.istio.AuthorizationPolicy;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.ResourceRule;
import dev.meshlint.core.yaml.YamlMapping;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** An audit policy where nothing audits: it neither blocks nor logs denials. */
public final class IneffectiveAuditPolicy extends ResourceRule<AuthorizationPolicy> {
  private static final String DRY_RUN = "istio.io/dry-run";

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
                  + " istio.io/dry-run: \"true\"")
          .fix(dryRun(policy));
    }
  }

  /** Whether it was meant to allow or to deny is the author's to say: without effect, both can be tried out. */
  private static @Nullable Fix dryRun(AuthorizationPolicy policy) {
    Text action = policy.spec().text("action");
    View annotations = policy.metadata().child("annotations");
    Fix allow =
        action == null ? null : Fixes.replaceScalar("try it out", false, action.node(), "ALLOW");
    Fix annotate = null;
    if (annotations.present() && annotations.node() instanceof YamlMapping mapping) {
      annotate = Fixes.insertEntry("try it out", false, mapping, DRY_RUN, "\"true\"");
    } else if (policy.metadata().node() instanceof YamlMapping mapping) {
      String value = "{" + DRY_RUN + ": \"true\"}";
      annotate = Fixes.insertEntry("try it out", false, mapping, "annotations", value);
    }
    return Fixes.together(
        "try the policy out as one that allows, without effect",
        false,
        Arrays.asList(allow, annotate));
  }
}
