package dev.meshlint.rules.istio.injection;

import dev.meshlint.core.mesh.Carrier;
import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View.Named;
import dev.meshlint.core.model.istio.AuthorizationAction;
import dev.meshlint.core.model.istio.AuthorizationPolicy;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.MeshRule;
import java.util.Set;

/** An annotation whose value the injector or the webhook cannot use. */
public final class InvalidAnnotationValue extends MeshRule {
  private static final String DRY_RUN = "istio.io/dry-run";

  private static final Set<String> RESERVED =
      Set.of(
          "internal.istio.io/parents",
          "internal.istio.io/parent-namespace",
          "internal.istio.io/webhook-always-reject");

  public InvalidAnnotationValue() {
    super("istio-invalid-annotation-value");
  }

  @Override
  public void check(Mesh mesh, Findings out) {
    for (Carrier carrier : mesh.carriers()) {
      for (Named<Text> entry : carrier.metadata().annotations()) {
        if (!entry.value().open() && !entry.key().open()) {
          check(carrier, entry, out);
        }
      }
    }
  }

  private static void check(Carrier carrier, Named<Text> entry, Findings out) {
    String key = entry.name();
    boolean istios = carrier.owner().resource().group().endsWith("istio.io");
    if (key.equals(DRY_RUN) && istios) {
      checkDryRun(carrier, entry, out);
    } else if (RESERVED.contains(key) && istios) {
      out.report(
              entry.key(),
              "annotation \"%s\" is reserved for Istio itself: the webhook refuses the resource"
                  .formatted(key))
          .as("webhook");
    } else if (carrier.isPod()) {
      String problem = AnnotationValues.problem(key, entry.value().value());
      if (problem != null) {
        out.report(
                entry.value(),
                "annotation \"%s\" is \"%s\", which the injector refuses: %s"
                    .formatted(key, entry.value(), problem))
            .as("injector");
      }
    }
  }

  private static void checkDryRun(Carrier carrier, Named<Text> entry, Findings out) {
    String problem;
    if (!(carrier.owner() instanceof AuthorizationPolicy policy)) {
      problem = "only an AuthorizationPolicy can be tried out";
    } else if (AnnotationValues.bool(entry.value().value()) != null) {
      problem = "\"true\" or \"false\" is needed";
    } else if (policy.action() == AuthorizationAction.AUDIT
        || policy.action() == AuthorizationAction.CUSTOM) {
      problem = "only the actions ALLOW and DENY can be tried out";
    } else {
      return;
    }
    out.report(
            entry.value(),
            "annotation \"%s\" cannot be used here, the webhook refuses the resource: %s"
                .formatted(DRY_RUN, problem))
        .as("webhook");
  }
}
