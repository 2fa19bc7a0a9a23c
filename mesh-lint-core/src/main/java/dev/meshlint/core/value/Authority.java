package dev.meshlint.core.value;

import org.jspecify.annotations.Nullable;

/**
 * A host with an optional port, {@code host:port}: authorities of Linkerd's ServiceProfile,
 * addresses in Istio's mesh configuration. An IPv6 address stands in brackets.
 *
 * @param host the host, without brackets
 * @param port the port; null where there is none
 */
public record Authority(String host, @Nullable Integer port) {
  /** The parts; null if the text is neither a host nor a host with a port from 1 to 65535. */
  public static @Nullable Authority parse(String text) {
    int end = text.startsWith("[") ? text.indexOf(']') : -1;
    int colon = text.lastIndexOf(':');
    if (colon > end) {
      Integer port = PortNumber.parse(text.substring(colon + 1));
      String host = host(text.substring(0, colon));
      return port == null || host == null ? null : new Authority(host, port);
    }
    String host = host(text);
    return host == null ? null : new Authority(host, null);
  }

  private static @Nullable String host(String text) {
    if (text.startsWith("[") && text.endsWith("]")) {
      String address = text.substring(1, text.length() - 1);
      return address.indexOf(':') >= 0 && IpAddress.parse(address) != null ? address : null;
    }
    return Hosts.isFullName(text) || (IpAddress.parse(text) != null && text.indexOf(':') < 0)
        ? text
        : null;
  }

  /** What is wrong with an address that needs a port, as a clause; null if nothing is. */
  public static @Nullable String withPortProblem(String text) {
    Authority authority = parse(text);
    if (authority != null) {
      return authority.port == null ? "the port is missing, as in \"" + text + ":443\"" : null;
    }
    int colon = text.lastIndexOf(':');
    if (colon < 0 || text.endsWith("]")) {
      return text.isEmpty() ? "it is empty" : Hosts.fullNameProblem(text);
    }
    String host = text.substring(0, colon);
    if (host(host) != null) {
      String problem = PortNumber.problem(text.substring(colon + 1));
      return "in the port, " + problem;
    }
    if (host.indexOf(':') >= 0 && IpAddress.parse(text) != null) {
      return "an IPv6 address must stand in brackets, with the port after them";
    }
    return host.isEmpty() ? "the host is missing" : Hosts.fullNameProblem(host);
  }
}
