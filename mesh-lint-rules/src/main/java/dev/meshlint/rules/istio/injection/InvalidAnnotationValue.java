package dev.meshlint.rules.istio.injection;

import dev.meshlint.core.fix.Fix;
import dev.meshlint.core.fix.Fixes;
import dev.meshlint.core.mesh.CarriedKeys.Carried;
import dev.meshlint.core.mesh.Carrier;
import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View;
import dev.meshlint.core.model.View.Named;
import dev.meshlint.core.model.istio.AuthorizationAction;
import dev.meshlint.core.model.istio.AuthorizationPolicy;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.MeshRule;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An annotation whose value the injector or the webhook cannot use. */
public final class InvalidAnnotationValue extends MeshRule {
  static final String DRY_RUN = "istio.io/dry-run";

  private static final String PROXY_CONFIG = "proxy.istio.io/config";
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
    for (Carried annotation : mesh.annotations().where(IstioKeys::isIstios)) {
      Named<Text> entry = annotation.entry();
      if (!entry.value().open() && !entry.key().open()) {
        check(annotation.carrier(), entry, out);
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
      String problem =
          key.equals(PROXY_CONFIG)
              ? unreadable(entry.value())
              : AnnotationValues.problem(key, entry.value().value());
      if (problem != null) {
        out.report(
                entry.value(),
                "annotation \"%s\" is \"%s\", which the injector refuses: %s"
                    .formatted(key, entry.value(), problem))
            .as("injector")
            .fix(fix(entry));
      }
    }
  }

  /** Why the settings of a proxy cannot be read; what they say is judged with the schemas. */
  private static @Nullable String unreadable(Text settings) {
    boolean blank = settings.value().isBlank() || settings.value().contains("{{");
    return blank || settings.yaml(View::new).present() ? null : "it holds no object in YAML";
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
        .as("webhook")
        .fix(fix(entry));
  }

  private static @Nullable Fix fix(Named<Text> entry) {
    String meant = AnnotationValues.meant(entry.name(), entry.value().value());
    return meant == null || meant.equals(entry.value().value())
        ? null
        : Fixes.replaceScalar("write \"" + meant + '"', true, entry.value().node(), meant);
  }
}
