package dev.meshlint.rules.istio.injection;

import dev.meshlint.core.fix.Fix;
import dev.meshlint.core.fix.Fixes;
import dev.meshlint.core.mesh.CarriedKeys;
import dev.meshlint.core.mesh.CarriedKeys.Carried;
import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View.Named;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.MeshRule;
import dev.meshlint.core.value.NearMiss;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A label or annotation in Istio's domain that Istio does not know, though it knows one like it. */
public final class UnknownAnnotation extends MeshRule {
  public UnknownAnnotation() {
    super("istio-unknown-annotation");
  }

  @Override
  public void check(Mesh mesh, Findings out) {
    check(mesh.annotations(), "annotation", IstioKeys.annotations(), out);
    check(mesh.labels(), "label", IstioKeys.labels(), out);
  }

  private static void check(CarriedKeys keys, String what, Set<String> known, Findings out) {
    for (Carried carried : keys.where(UnknownAnnotation::isUnknown)) {
      Named<Text> entry = carried.entry();
      String key = entry.name();
      String near = entry.key().open() ? null : near(key, known);
      if (near != null) {
        out.report(entry.key(), "%s \"%s\" is none that Istio reads".formatted(what, key))
            .help("did you mean \"" + near + "\"?")
            .fix(rename(entry, near));
      }
    }
  }

  /** Under its right name, a wrong value would count. */
  private static @Nullable Fix rename(Named<Text> entry, String near) {
    return AnnotationValues.problem(near, entry.value().value()) != null
        ? null
        : Fixes.renameKey("write \"" + near + "\"", false, entry.key().node(), near);
  }

  private static boolean isUnknown(String key) {
    return IstioKeys.isIstios(key)
        && IstioKeys.annotation(key) == null
        && IstioKeys.label(key) == null;
  }

  /** A key that differs by a slip, in case, or in its domain only. */
  private static @Nullable String near(String key, Set<String> known) {
    String name = key.substring(key.indexOf('/') + 1).toLowerCase(Locale.ROOT);
    String sameName = null;
    for (String candidate : known) {
      if (candidate.substring(candidate.indexOf('/') + 1).toLowerCase(Locale.ROOT).equals(name)) {
        if (sameName != null) {
          return null;
        }
        sameName = candidate;
      }
    }
    return sameName != null ? sameName : NearMiss.nearestGiven(key, known);
  }
}
