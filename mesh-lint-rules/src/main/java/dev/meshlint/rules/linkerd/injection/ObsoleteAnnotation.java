package dev.meshlint.rules.linkerd.injection;

import dev.meshlint.core.fix.Fixes;
import dev.meshlint.core.mesh.CarriedKeys.Carried;
import dev.meshlint.core.mesh.Carrier;
import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View.Named;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.MeshRule;
import dev.meshlint.core.rule.Report;
import dev.meshlint.rules.linkerd.injection.LinkerdKeys.Key;
import dev.meshlint.rules.linkerd.injection.LinkerdKeys.Status;
import org.jspecify.annotations.Nullable;

/** An annotation that Linkerd no longer reads, or reads under a newer name. */
public final class ObsoleteAnnotation extends MeshRule {
  public ObsoleteAnnotation() {
    super("linkerd-obsolete-annotation");
  }

  @Override
  public void check(Mesh mesh, Findings out) {
    for (Carried annotation : mesh.annotations().where(LinkerdKeys::isAnnotation)) {
      Named<Text> entry = annotation.entry();
      Carrier carrier = annotation.carrier();
      Key key = LinkerdKeys.annotation(entry.name());
      if (key != null && key.status() == Status.REMOVED && !isWrittenByLinkerd(carrier)) {
        reportRemoved(entry, key.replacement(), out);
      } else if (key != null
          && key.status() == Status.DEPRECATED
          && key.replacement() != null
          && key.isReadOn(carrier.kind())) {
        checkSpelling(carrier, entry, key.replacement(), out);
      }
    }
  }

  /** Linkerd writes what its own release reads. */
  private static boolean isWrittenByLinkerd(Carrier carrier) {
    return carrier.metadata().annotation("linkerd.io/created-by") != null;
  }

  private static void reportRemoved(Named<Text> entry, @Nullable String replacement, Findings out) {
    Report report =
        out.report(
                entry.key(),
                "annotation \"%s\" was removed: current releases of Linkerd do not read it"
                    .formatted(entry.name()))
            .as("removed");
    if (replacement != null) {
      report.help("\"" + replacement + "\" took its place");
    }
  }

  private static void checkSpelling(
      Carrier carrier, Named<Text> entry, String stable, Findings out) {
    Text current = carrier.metadata().annotation(stable);
    String name = entry.name();
    if (current == null) {
      out.report(entry.key(), "annotation \"%s\" is now called \"%s\"".formatted(name, stable))
          .as("spelling")
          .fix(Fixes.renameKey("write \"" + stable + "\"", true, entry.key().node(), stable));
    } else if (!current.open()
        && !entry.value().open()
        && !current.value().equals(entry.value().value())) {
      out.report(
              entry.value(),
              "\"%s\" is \"%s\" here, but \"%s\", which wins, is \"%s\""
                  .formatted(name, entry.value(), stable, current))
          .as("conflict")
          .related(current, "the value in force");
    }
  }
}
