package dev.meshlint.rules.gatewayapi;

import dev.meshlint.core.fix.Fixes;
import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.gatewayapi.HttpRouteMatch;
import dev.meshlint.core.model.gatewayapi.HttpRouteRule;
import dev.meshlint.core.model.gatewayapi.Route;
import dev.meshlint.core.model.gatewayapi.RouteRule;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.MeshRule;
import dev.meshlint.core.value.Placeholders;

/** A path is written in the language of another type of match. */
public final class SuspiciousPathMatch extends MeshRule {
  public SuspiciousPathMatch() {
    super("gateway-api-suspicious-path-match");
  }

  @Override
  public void check(Mesh mesh, Findings out) {
    for (Route route : mesh.attachments().routes()) {
      for (RouteRule rule : route.rules()) {
        if (rule instanceof HttpRouteRule http) {
          http.matches().forEach(match -> check(match, out));
        }
      }
    }
  }

  private static void check(HttpRouteMatch match, Findings out) {
    Text value = match.path().value();
    Text type = match.path().type();
    if (value == null
        || value.open()
        || Placeholders.inText(value.value())
        || (type != null && type.open())) {
      return;
    }
    switch (type == null ? "PathPrefix" : type.value()) {
      case "PathPrefix", "Exact" -> checkLiteral(value, out);
      case "RegularExpression" -> checkExpression(value, out);
      default -> {
        // types of implementations
      }
    }
  }

  private static void checkLiteral(Text value, Findings out) {
    String path = value.value();
    boolean star = path.endsWith("/*");
    if (star || path.contains(".*") || path.contains("(")) {
      out.report(
              value,
              "\"%s\" is taken literally: only paths with these very characters match"
                  .formatted(path))
          .fix(
              star
                  ? Fixes.replaceScalar(
                      "drop the star",
                      false,
                      value.node(),
                      path.length() == 2 ? "/" : path.substring(0, path.length() - 2))
                  : null)
          .as("literal");
    }
  }

  private static void checkExpression(Text value, Findings out) {
    String expression = value.value();
    for (int i = 0; i < expression.length(); i++) {
      if ("\\^$.|?*+()[]{}".indexOf(expression.charAt(i)) >= 0) {
        return;
      }
    }
    out.report(
            value,
            "\"%s\" is no pattern: as a regular expression it matches this one path only"
                .formatted(value))
        .as("plain");
  }
}
