package dev.meshlint.rules.cilium.policy;

import dev.meshlint.core.fix.Fixes;
import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.cilium.HttpRule;
import dev.meshlint.core.model.cilium.PortRule;
import dev.meshlint.core.model.cilium.TrafficRule;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.MeshRule;
import java.util.Locale;

/** A condition on HTTP requests that cannot match as it is meant. */
public final class SuspiciousHttpMatch extends MeshRule {
  public SuspiciousHttpMatch() {
    super("cilium-suspicious-http-match");
  }

  @Override
  public void check(Mesh mesh, Findings out) {
    for (TrafficRule entry : mesh.ciliumPolicies().traffic()) {
      if (!entry.isDeny()) {
        for (PortRule ports : entry.toPorts()) {
          ports.rules().http().forEach(rule -> check(rule, out));
        }
      }
    }
  }

  private static void check(HttpRule rule, Findings out) {
    Text path = rule.path();
    if (path != null && !path.asName().open()) {
      checkPath(path, out);
    }
    Text method = rule.method();
    if (method != null && !method.asName().open() && isLowerCase(method.value())) {
      out.report(
          method,
          "methods are compared with their case: \"%s\" matches no request".formatted(method));
    }
    for (Text header : rule.headers()) {
      if (!header.asName().open()
          && header.value().indexOf(':') < 0
          && header.value().strip().indexOf(' ') > 0) {
        out.report(
            header,
            "header \"%s\" has no colon between name and value: no request has such a header"
                .formatted(header));
      }
    }
  }

  private static void checkPath(Text path, Findings out) {
    String value = path.value();
    if (value.endsWith("/*") || value.endsWith("/**") || value.contains("/*/")) {
      out.report(
              path,
              "path \"%s\" is a regular expression: \"/*\" means any number of slashes, not anything below"
                  .formatted(path))
          .help("write /.* for anything below")
          .fix(
              value.endsWith("/*") && value.indexOf('*') == value.length() - 1
                  ? Fixes.replaceScalar(
                      "write /.* for anything below",
                      false,
                      path.node(),
                      value.substring(0, value.length() - 1) + ".*")
                  : null);
    } else if (!value.isEmpty() && Character.isLetterOrDigit(value.charAt(0))) {
      out.report(
          path, "path \"%s\" does not begin with a slash: it matches no request".formatted(path));
    }
  }

  private static boolean isLowerCase(String method) {
    for (int i = 0; i < method.length(); i++) {
      char c = method.charAt(i);
      if (!Character.isLetter(c) && c != '|') {
        return false;
      }
    }
    return !method.equals(method.toUpperCase(Locale.ROOT));
  }
}
