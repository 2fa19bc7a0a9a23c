package dev.meshlint.rules.mesh;

import dev.meshlint.core.fix.Fix;
import dev.meshlint.core.fix.Fixes;
import dev.meshlint.core.mesh.LogLevel;
import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.MeshRule;
import dev.meshlint.core.yaml.YamlMapping;
import org.jspecify.annotations.Nullable;

/** Proxies that log everything they do, as somebody needed it once. */
public final class DebugLogging extends MeshRule {
  public DebugLogging() {
    super("mesh-debug-logging");
  }

  @Override
  public void check(Mesh mesh, Findings out) {
    for (LogLevel level : LogLevel.verbose(mesh)) {
      out.report(
              level.text(),
              "log level \"%s\": proxies write lines for every request, which costs CPU, storage, and shows headers"
                  .formatted(level.text()))
          .fix(removal(level));
    }
  }

  private static @Nullable Fix removal(LogLevel level) {
    if (level.annotations() != null && level.annotations().node() instanceof YamlMapping mapping) {
      for (YamlMapping.Entry entry : mapping.entries()) {
        if (entry.value() == level.text().node()) {
          return Fixes.removeEntry("remove the annotation", false, mapping, entry);
        }
      }
    }
    return null;
  }
}
