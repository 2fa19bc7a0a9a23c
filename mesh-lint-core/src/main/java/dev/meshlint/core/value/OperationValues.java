package dev.meshlint.core.value;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Methods, paths and hosts as AuthorizationPolicies of Istio compare them with requests: as a whole,
 * or with {@code *} at the beginning or the end. What is wrong with one is said as a clause; null
 * means that some request may carry it. Source: Istio's reference of AuthorizationPolicy, type
 * Operation.
 */
public final class OperationValues {
  /** Methods beside those of {@link HttpMethod} that servers are known to use: WebDAV, caches, search. */
  private static final Set<String> FURTHER_METHODS =
      Set.of(
          "ACL",
          "BIND",
          "CHECKOUT",
          "COPY",
          "LINK",
          "LOCK",
          "MERGE",
          "MKACTIVITY",
          "MKCALENDAR",
          "MKCOL",
          "MOVE",
          "NOTIFY",
          "PROPFIND",
          "PROPPATCH",
          "PURGE",
          "QUERY",
          "REBIND",
          "REPORT",
          "SEARCH",
          "SUBSCRIBE",
          "UNBIND",
          "UNLINK",
          "UNLOCK",
          "UNSUBSCRIBE");

  private OperationValues() {}

  /** Why no request has this method. */
  public static @Nullable String methodProblem(String method) {
    WildcardText pattern = WildcardText.parse(method);
    if (pattern.kind() == WildcardText.Kind.PRESENCE || isOneOfMany(pattern)) {
      return null;
    }
    if (method.indexOf('/') >= 0) {
      return "gRPC requests have the method \"POST\", their name is the path";
    }
    if (pattern.text().indexOf('*') >= 0) {
      return "\"*\" counts only as the first or the last character";
    }
    String upper = method.toUpperCase(Locale.ROOT);
    return !upper.equals(method) && isOneOfMany(WildcardText.parse(upper))
        ? "methods are written in upper case"
        : "there is no such HTTP method";
  }

  private static boolean isOneOfMany(WildcardText pattern) {
    for (String known : FURTHER_METHODS) {
      if (pattern.matches(known)) {
        return true;
      }
    }
    for (HttpMethod known : HttpMethod.values()) {
      if (pattern.matches(known.name())) {
        return true;
      }
    }
    return false;
  }

  /** Why no request has this path. */
  public static @Nullable String pathProblem(String path) {
    WildcardText pattern = WildcardText.parse(path);
    String text = pattern.text();
    boolean template = text.contains("{*}") || text.contains("{**}");
    if (pattern.kind() == WildcardText.Kind.PRESENCE || template) {
      return null;
    }
    if (text.contains("://")) {
      return "a path has no scheme and no host";
    }
    if (text.indexOf('?') >= 0 || text.indexOf('#') >= 0) {
      return "it is compared without query and fragment";
    }
    if (text.indexOf('*') >= 0) {
      return "\"*\" counts only as the first or the last character";
    }
    boolean fromStart = pattern.kind() != WildcardText.Kind.SUFFIX;
    return fromStart && !text.startsWith("/") ? "a path begins with \"/\"" : null;
  }

  /** Why no request is for this host. */
  public static @Nullable String hostProblem(String host) {
    WildcardText pattern = WildcardText.parse(host);
    String text = pattern.text();
    if (text.contains("://")) {
      return "a host has no scheme";
    }
    if (text.indexOf('/') >= 0) {
      return "a host has no path";
    }
    return text.indexOf('*') >= 0 ? "\"*\" counts only as the first or the last character" : null;
  }
}
