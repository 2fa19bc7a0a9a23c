package dev.meshlint.core.mesh;

import dev.meshlint.core.manifest.Located;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View;
import dev.meshlint.core.model.gatewayapi.GrpcRouteMatch;
import dev.meshlint.core.model.gatewayapi.GrpcRouteRule;
import dev.meshlint.core.model.gatewayapi.HttpRouteMatch;
import dev.meshlint.core.model.gatewayapi.HttpRouteRule;
import dev.meshlint.core.model.gatewayapi.RouteRule;
import dev.meshlint.core.model.gatewayapi.ValueMatch;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The matches of routes, comparable: defaults are filled in, names of headers are in lower case, order does not count
 * (Gateway API reference, HTTPRouteMatch and GRPCRouteMatch).
 */
public final class RouteMatches {
  private static final String SEPARATOR = "\n";

  private RouteMatches() {}

  /**
   * A match.
   *
   * @param signature equal for matches that take the same requests
   * @param at where it is written: the rule itself where it has no matches
   */
  public record Match(String signature, Located at) {}

  /** The matches of a rule of an HTTPRoute or a GRPCRoute; without those that the files do not tell whole. */
  public static List<Match> of(RouteRule rule) {
    List<Match> matches = new ArrayList<>();
    if (rule.isOpen("matches")) {
      return matches;
    }
    if (rule instanceof HttpRouteRule http) {
      for (HttpRouteMatch match : http.matches()) {
        add(of(match), match, matches);
      }
      if (!http.has("matches")) {
        add(http(null, null, null, "", ""), rule, matches);
      }
    } else if (rule instanceof GrpcRouteRule grpc) {
      for (GrpcRouteMatch match : grpc.matches()) {
        add(of(match), match, matches);
      }
      if (!grpc.has("matches")) {
        add(grpc(null, null, null, ""), rule, matches);
      }
    }
    return matches;
  }

  private static void add(@Nullable String signature, Located at, List<Match> matches) {
    if (signature != null) {
      matches.add(new Match(signature, at));
    }
  }

  private static @Nullable String of(HttpRouteMatch match) {
    return isOpen(match, "path", "method", "headers", "queryParams")
            || isOpen(match.path(), "type", "value")
        ? null
        : http(
            match.path().type(),
            match.path().value(),
            match.method(),
            values(match.headers(), true),
            values(match.queryParams(), false));
  }

  private static String http(
      @Nullable Text type,
      @Nullable Text path,
      @Nullable Text method,
      String headers,
      String parameters) {
    String kind = or(type, "PathPrefix");
    String value = or(path, "/");
    // A prefix is one of elements: with a slash at its end it is the same.
    boolean slash = kind.equals("PathPrefix") && value.length() > 1 && value.endsWith("/");
    return String.join(
        SEPARATOR,
        kind,
        slash ? value.substring(0, value.length() - 1) : value,
        or(method, ""),
        headers,
        "?",
        parameters);
  }

  private static @Nullable String of(GrpcRouteMatch match) {
    return isOpen(match, "method", "headers") || isOpen(match.method(), "type", "service", "method")
        ? null
        : grpc(
            match.method().type(),
            match.method().service(),
            match.method().method(),
            values(match.headers(), true));
  }

  private static String grpc(
      @Nullable Text type, @Nullable Text service, @Nullable Text method, String headers) {
    return String.join(SEPARATOR, or(type, "Exact"), or(service, ""), or(method, ""), headers);
  }

  private static boolean isOpen(View view, String... fields) {
    for (String field : fields) {
      if (view.isOpen(field)) {
        return true;
      }
    }
    return false;
  }

  private static String values(List<ValueMatch> matches, boolean ignoreCase) {
    Set<String> all = new TreeSet<>();
    for (ValueMatch one : matches) {
      String name = or(one.name(), "");
      String key = ignoreCase ? name.toLowerCase(Locale.ROOT) : name;
      all.add(String.join(" ", key, or(one.type(), "Exact"), or(one.value(), "")));
    }
    return String.join(SEPARATOR, all);
  }

  private static String or(@Nullable Text text, String absent) {
    return text == null ? absent : text.value();
  }
}
