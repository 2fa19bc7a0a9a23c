package dev.meshlint.rules.mesh;

import dev.meshlint.core.fix.Fix;
import dev.meshlint.core.fix.Fixes;
import dev.meshlint.core.mesh.CarriedKeys.Carried;
import dev.meshlint.core.mesh.LogLevel;
import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.MeshRule;
import dev.meshlint.core.rule.Report;
import dev.meshlint.core.value.GoBoolean;
import dev.meshlint.core.yaml.YamlMapping;
import org.jspecify.annotations.Nullable;

/** Proxies that log everything they do, as somebody needed it once. */
public final class DebugLogging extends MeshRule {
  private static final String DEBUG_SIDECAR = "config.linkerd.io/enable-debug-sidecar";
  private static final String HEADERS = "config.linkerd.io/proxy-log-http-headers";

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
    for (Carried debugging : mesh.annotations().named(DEBUG_SIDECAR)) {
      if (Boolean.TRUE.equals(GoBoolean.parse(debugging.entry().value().value()))) {
        report(debugging, "a container for debugging that sees all traffic runs in every pod", out)
            .as("sidecar");
      }
    }
    for (Carried headers : mesh.annotations().named(HEADERS)) {
      if (headers.entry().value().is("insecure")) {
        report(headers, "proxies write the headers of requests, tokens included", out)
            .as("headers");
      }
    }
  }

  private static Report report(Carried annotation, String effect, Findings out) {
    Text value = annotation.entry().value();
    return out.report(value, "%s \"%s\": %s".formatted(annotation.entry().name(), value, effect));
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
