package dev.meshlint.core.value;

import org.jspecify.annotations.Nullable;

/**
 * Host names of the Gateway API (reference of Listener and HTTPRoute, field {@code hostname}):
 * lower case, the first label may be {@code *}. A wildcard covers one or more labels: {@code
 * *.foo.com} covers {@code a.foo.com} and {@code a.b.foo.com}, not {@code foo.com}.
 *
 * <p>Thread-safe.
 */
public final class GatewayHostname {
  private GatewayHostname() {}

  /** What is wrong with a host name, as a clause; null if nothing is. */
  public static @Nullable String problem(String hostname) {
    if (hostname.equals("*")) {
      return "a bare \"*\" is not allowed: leave the field out to mean every host";
    }
    if (IpAddress.parse(hostname) != null) {
      return "it is an IP address, not a host name";
    }
    String name = isWildcard(hostname) ? hostname.substring(2) : hostname;
    String problem = DnsNames.subdomainProblem(name);
    if (problem == null) {
      return hostname.length() > DnsNames.MAX_SUBDOMAIN
          ? "it is longer than " + DnsNames.MAX_SUBDOMAIN + " characters"
          : null;
    }
    int scheme = name.indexOf("://");
    if (scheme >= 0) {
      return "a host has no scheme: leave out \"" + name.substring(0, scheme + 3) + "\"";
    }
    int colon = name.indexOf(':');
    if (colon >= 0 && Ascii.isDigits(name.substring(colon + 1))) {
      return "a host has no port: leave out \"" + name.substring(colon) + "\"";
    }
    return name.indexOf('*') >= 0 ? "\"*\" may only be the whole first part" : problem;
  }

  /** Whether the name begins with {@code *.}. */
  public static boolean isWildcard(String hostname) {
    return hostname.startsWith("*.");
  }

  /**
   * The hosts that a listener and a route have in common, as one name.
   *
   * @param listener the listener's host name; null or empty if it takes every host
   * @param route the route's host name; null or empty if it takes every host
   * @return the more specific of both, empty where both take every host; null if they have none in
   *     common
   */
  public static @Nullable String intersection(@Nullable String listener, @Nullable String route) {
    String one = listener == null ? "" : listener;
    String other = route == null ? "" : route;
    return covers(one, other) ? other : covers(other, one) ? one : null;
  }

  /** Whether a listener and a route have a host in common; null or empty takes every host. */
  public static boolean intersects(@Nullable String listener, @Nullable String route) {
    return intersection(listener, route) != null;
  }

  /** Whether every host of the second name is one of the first. Empty takes every host. */
  public static boolean covers(String outer, String inner) {
    if (outer.isEmpty() || outer.equals(inner)) {
      return true;
    }
    return isWildcard(outer)
        && inner.length() >= outer.length()
        && inner.regionMatches(
            true, inner.length() - outer.length() + 1, outer, 1, outer.length() - 1);
  }
}
