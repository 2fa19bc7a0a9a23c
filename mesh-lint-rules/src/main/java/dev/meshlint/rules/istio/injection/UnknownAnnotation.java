package dev.meshlint.rules.istio.injection;

import dev.meshlint.core.fix.Fixes;
import dev.meshlint.core.mesh.Carrier;
import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View.Named;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.MeshRule;
import dev.meshlint.core.value.NearMiss;
import java.util.List;
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
    for (Carrier carrier : mesh.carriers()) {
      check(carrier.metadata().annotations(), "annotation", IstioKeys.annotations(), out);
      check(carrier.metadata().labels(), "label", IstioKeys.labels(), out);
    }
  }

  private static void check(
      List<Named<Text>> entries, String what, Set<String> known, Findings out) {
    for (Named<Text> entry : entries) {
      String key = entry.name();
      if (!IstioKeys.isIstios(key)
          || entry.key().open()
          || IstioKeys.annotation(key) != null
          || IstioKeys.label(key) != null) {
        continue;
      }
      String near = near(key, known);
      if (near != null) {
        out.report(entry.key(), "%s \"%s\" is none that Istio reads".formatted(what, key))
            .help("did you mean \"" + near + "\"?")
            .fix(Fixes.renameKey("write \"" + near + "\"", false, entry.key().node(), near));
      }
    }
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
