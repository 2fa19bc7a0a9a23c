package dev.meshlint.rules.linkerd.injection;

import dev.meshlint.core.fix.Fix;
import dev.meshlint.core.fix.Fixes;
import dev.meshlint.core.mesh.CarriedKeys.Carried;
import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View.Named;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.MeshRule;
import dev.meshlint.core.value.NearMiss;
import org.jspecify.annotations.Nullable;

/** An annotation in a domain of Linkerd's that no release of Linkerd knows. */
public final class UnknownAnnotation extends MeshRule {
  public UnknownAnnotation() {
    super("linkerd-unknown-annotation");
  }

  @Override
  public void check(Mesh mesh, Findings out) {
    for (Carried annotation : mesh.annotations().where(UnknownAnnotation::isUnknown)) {
      if (!annotation.entry().key().open()) {
        report(annotation.entry(), out);
      }
    }
  }

  private static boolean isUnknown(String key) {
    return LinkerdKeys.isLinkerds(key)
        && LinkerdKeys.annotation(key) == null
        && LinkerdKeys.label(key) == null
        && !LinkerdKeys.isInjectMisspelt(key);
  }

  private static void report(Named<Text> entry, Findings out) {
    String key = entry.name();
    String near = near(key);
    String message =
        "annotation \"%s\" is none that Linkerd reads: it has no effect".formatted(key);
    if (near == null) {
      out.report(entry.key(), message).as("unknown");
    } else {
      out.report(entry.key(), message)
          .as("near")
          .help("did you mean \"" + near + "\"?")
          .fix(rename(entry, near));
    }
  }

  /** Under its right name, a wrong value would count. */
  private static @Nullable Fix rename(Named<Text> entry, String near) {
    LinkerdKeys.Key known = LinkerdKeys.annotation(near);
    return known == null || AnnotationValues.problem(known.grammar(), entry.value().value()) != null
        ? null
        : Fixes.renameKey("write \"" + near + "\"", false, entry.key().node(), near);
  }

  /** The known key with the same name in another domain, else one that differs by a slip. */
  private static @Nullable String near(String key) {
    String suffix = key.substring(key.indexOf('/'));
    for (String known : LinkerdKeys.annotations()) {
      if (known.endsWith(suffix) && known.indexOf('/') == known.length() - suffix.length()) {
        return known;
      }
    }
    String nearest = NearMiss.nearest(key, LinkerdKeys.annotations());
    return nearest != null ? nearest : NearMiss.suggestion(key, LinkerdKeys.annotations());
  }
}
