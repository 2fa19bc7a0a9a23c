package dev.meshlint.rules.gatewayapi;

import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.gatewayapi.HttpRouteMatch;
import dev.meshlint.core.model.gatewayapi.HttpRouteRule;
import dev.meshlint.core.model.gatewayapi.Route;
import dev.meshlint.core.model.gatewayapi.RouteRule;
import dev.meshlint.core.model.gatewayapi.ValueMatch;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.MeshRule;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A match of an HTTPRoute is the same as an earlier one, so that it never decides anything. */
public final class UnreachableRule extends MeshRule {
  public UnreachableRule() {
    super("gateway-api-unreachable-rule");
  }

  private record Match(
      String pathType, String path, String method, Set<String> headers, Set<String> parameters) {}

  @Override
  public void check(Mesh mesh, Findings out) {
    for (Route route : mesh.attachments().routes()) {
      if (!mesh.kustomizations().isPatched(route.resource())) {
        check(route, out);
      }
    }
  }

  private static void check(Route route, Findings out) {
    Map<Match, HttpRouteMatch> seen = new HashMap<>();
    for (RouteRule rule : route.rules()) {
      if (rule instanceof HttpRouteRule http && !http.isOpen("matches")) {
        for (HttpRouteMatch match : http.matches()) {
          checkHeaders(match, out);
          Match read = read(match);
          HttpRouteMatch first = read == null ? null : seen.putIfAbsent(read, match);
          if (first != null) {
            out.report(
                    match,
                    "an earlier match of this route is the same: requests never get to this one")
                .related(first, "the earlier match")
                .as("match");
          }
        }
      }
    }
  }

  private static void checkHeaders(HttpRouteMatch match, Findings out) {
    Set<String> names = new HashSet<>();
    for (ValueMatch header : match.headers()) {
      Text name = header.name();
      if (name != null && !name.open() && !names.add(name.value().toLowerCase(Locale.ROOT))) {
        out.report(
                name,
                "header \"%s\" is matched before, only the first condition on a header counts"
                    .formatted(name))
            .as("header");
      }
    }
  }

  /** A match with its defaults filled in; null where a part may not be relied on. */
  private static @Nullable Match read(HttpRouteMatch match) {
    boolean open =
        match.isOpen("path")
            || match.path().isOpen("type")
            || match.path().isOpen("value")
            || match.isOpen("method")
            || match.isOpen("headers")
            || match.isOpen("queryParams");
    if (open) {
      return null;
    }
    Text path = match.path().value();
    return new Match(
        or(match.path().type(), "PathPrefix"),
        path == null ? "/" : path.value(),
        or(match.method(), ""),
        values(match.headers(), true),
        values(match.queryParams(), false));
  }

  private static Set<String> values(List<ValueMatch> matches, boolean ignoreCase) {
    Set<String> all = new TreeSet<>();
    for (ValueMatch one : matches) {
      String name = or(one.name(), "");
      all.add(
          (ignoreCase ? name.toLowerCase(Locale.ROOT) : name)
              + ' '
              + or(one.type(), "Exact")
              + ' '
              + or(one.value(), ""));
    }
    return all;
  }

  private static String or(@Nullable Text text, String absent) {
    return text == null ? absent : text.value();
  }
}
