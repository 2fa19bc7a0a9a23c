package dev.meshlint.rules.linkerd.routing;

import dev.meshlint.core.fix.Fixes;
import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.linkerd.ProfileRoute;
import dev.meshlint.core.model.linkerd.RequestMatch;
import dev.meshlint.core.model.linkerd.ServiceProfile;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.Report;
import dev.meshlint.core.rule.ResourceRule;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A route of a ServiceProfile that no request can take. */
public final class UnreachableProfileRoute extends ResourceRule<ServiceProfile> {
  public UnreachableProfileRoute() {
    super("linkerd-unreachable-profile-route", ServiceProfile.class);
  }

  @Override
  public void check(ServiceProfile profile, Mesh mesh, Findings out) {
    Map<String, ProfileRoute> names = new HashMap<>();
    Map<String, ProfileRoute> conditions = new HashMap<>();
    for (ProfileRoute route : profile.routes()) {
      checkPaths(route.condition(), out);
      String condition = condition(route.condition());
      ProfileRoute same = condition == null ? null : conditions.putIfAbsent(condition, route);
      Text name = route.name();
      ProfileRoute called =
          name == null || name.open() ? null : names.putIfAbsent(name.value(), route);
      if (same != null) {
        out.report(
                route.condition(),
                "an earlier route has the same method and path: this one is never taken")
            .as("duplicate")
            .related(same, "the earlier route");
      } else if (called != null && name != null) {
        out.report(
                name,
                "an earlier route is called \"%s\" too: their metrics are added up".formatted(name))
            .as("name")
            .related(called, "the earlier route");
      }
    }
  }

  /** What a plain condition asks for; null for others. */
  private static @Nullable String condition(RequestMatch match) {
    if (match.has("all") || match.has("any") || match.has("not")) {
      return null;
    }
    Text path = match.pathRegex();
    Text method = match.method();
    return path == null && method == null ? null : method + " " + path;
  }

  private static void checkPaths(RequestMatch match, Findings out) {
    Text path = match.pathRegex();
    if (path != null) {
      checkPath(path, out);
    }
    match.all().forEach(part -> checkPaths(part, out));
    match.any().forEach(part -> checkPaths(part, out));
  }

  private static void checkPath(Text path, Findings out) {
    String regex = path.value().strip();
    if (regex.contains("{{") || regex.contains("${")) {
      return;
    }
    int brace = placeholder(regex);
    if (brace >= 0) {
      String meant = regex.substring(0, brace) + "[^/]*" + regex.substring(end(regex, brace));
      report(
          path,
          "\"" + regex.substring(brace, end(regex, brace)) + "\" is no variable in an expression",
          placeholder(meant) < 0 ? meant : null,
          out);
    } else if (isLetter(regex, 0) && !regex.contains("|") && !isOptional(regex, 1)) {
      report(
          path, "the expression does not begin with \"/\", as every path does", "/" + regex, out);
    } else if (regex.endsWith("/*") && !regex.endsWith("\\/*")) {
      report(path, "\"/*\" at the end is any number of slashes, not any path", null, out);
    } else if (hasQuery(regex, "\\?") || hasQuery(regex, "[?]")) {
      report(path, "the path is matched without the query", null, out);
    }
  }

  private static void report(Text path, String problem, @Nullable String meant, Findings out) {
    Report report =
        out.report(path, "%s: \"%s\" matches no request that was meant".formatted(problem, path))
            .as("path");
    if (meant != null) {
      report
          .help("did you mean \"" + meant + "\"?")
          .fix(Fixes.replaceScalar("write \"" + meant + "\"", true, path.node(), meant));
    }
  }

  /** Where <code>/{name}</code> or {@code /:name} begins, after the slash; -1 if nowhere. */
  private static int placeholder(String regex) {
    for (int i = 1; i < regex.length() - 1; i++) {
      char c = regex.charAt(i);
      if (regex.charAt(i - 1) == '/' && (c == '{' || c == ':') && isLetter(regex, i + 1)) {
        return i;
      }
    }
    return -1;
  }

  private static int end(String regex, int begin) {
    int close = regex.charAt(begin) == '{' ? regex.indexOf('}', begin) + 1 : 0;
    int slash = regex.indexOf('/', begin);
    return close > 0 ? close : slash < 0 ? regex.length() : slash;
  }

  private static boolean hasQuery(String regex, String mark) {
    int at = regex.indexOf(mark);
    return at >= 0 && regex.indexOf('=', at) > 0;
  }

  private static boolean isLetter(String text, int at) {
    return at < text.length() && Character.isLetterOrDigit(text.charAt(at));
  }

  private static boolean isOptional(String regex, int at) {
    return at < regex.length() && "?*{".indexOf(regex.charAt(at)) >= 0;
  }
}
