package dev.meshlint.rules.mesh;

import dev.meshlint.core.fix.Fix;
import dev.meshlint.core.fix.Fixes;
import dev.meshlint.core.mesh.LogLevels;
import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.model.Metadata;
import dev.meshlint.core.model.ResourceView;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View;
import dev.meshlint.core.model.kubernetes.Workload;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.MeshRule;
import dev.meshlint.core.yaml.YamlMapping;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Proxies that log everything they do, as somebody needed it once. */
public final class DebugLogging extends MeshRule {
  public DebugLogging() {
    super("mesh-debug-logging");
  }

  @Override
  public void check(Mesh mesh, Findings out) {
    for (List<View> views : mesh.views().values()) {
      for (View view : views) {
        for (Text level : LogLevels.verbose(view)) {
          out.report(
                  level,
                  "log level \"%s\": proxies write lines for every request, which costs CPU, storage, and shows headers"
                      .formatted(level))
              .fix(removal(view, level));
        }
      }
    }
  }

  private static @Nullable Fix removal(View view, Text level) {
    Metadata metadata =
        view instanceof Workload workload
            ? workload.template().metadata()
            : view instanceof ResourceView object ? object.metadata() : null;
    if (metadata != null && metadata.child("annotations").node() instanceof YamlMapping mapping) {
      for (YamlMapping.Entry entry : mapping.entries()) {
        if (entry.value() == level.node()) {
          return Fixes.removeEntry("remove the annotation", false, mapping, entry);
        }
      }
    }
    return null;
  }
}
