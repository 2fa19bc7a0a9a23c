package dev.meshlint.core.value;

import org.jspecify.annotations.Nullable;

/**
 * An absolute address on the web (RFC 3986), as far as Istio reads one: {@code jwksUri}.
 *
 * @param scheme {@code http} or {@code https}
 * @param host the host, without brackets
 * @param port the port as written or that of the scheme
 * @param rest path, query and fragment; empty if there are none
 */
public record HttpUrl(String scheme, String host, int port, String rest) {
  /** The address; null if the text is none. */
  public static @Nullable HttpUrl parse(String text) {
    return problem(text) == null ? read(text) : null;
  }

  /** What is wrong with an address, as a clause; null if nothing is. */
  public static @Nullable String problem(String text) {
    String scheme = scheme(text);
    if (scheme == null) {
      return text.isEmpty() ? "it is empty" : "it must begin with \"https://\" or \"http://\"";
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c <= ' ' || c == 127) {
        return c == ' ' ? "it holds a blank" : "it holds a control character";
      }
      if (c == '%'
          && (i + 2 >= text.length()
              || !Ascii.isHex(text.charAt(i + 1))
              || !Ascii.isHex(text.charAt(i + 2)))) {
        return "\"%\" is not followed by two hexadecimal digits";
      }
    }
    String authority = authority(text, scheme);
    String host = host(authority);
    if (host.isEmpty()) {
      return "the host is missing";
    }
    String port = portText(authority);
    String portProblem = port.isEmpty() ? null : PortNumber.problem(port);
    return portProblem == null ? null : "in the port, " + portProblem;
  }

  private static @Nullable HttpUrl read(String text) {
    String scheme = scheme(text);
    if (scheme == null) {
      return null;
    }
    String authority = authority(text, scheme);
    Integer port = PortNumber.parse(portText(authority));
    int usual = scheme.equals("https") ? 443 : 80;
    return new HttpUrl(
        scheme,
        host(authority),
        port == null ? usual : port,
        text.substring(scheme.length() + "://".length() + authority.length()));
  }

  private static @Nullable String scheme(String text) {
    if (text.regionMatches(true, 0, "https://", 0, 8)) {
      return "https";
    }
    return text.regionMatches(true, 0, "http://", 0, 7) ? "http" : null;
  }

  private static String authority(String text, String scheme) {
    int start = scheme.length() + "://".length();
    int end = start;
    while (end < text.length() && "/?#".indexOf(text.charAt(end)) < 0) {
      end++;
    }
    return text.substring(start, end);
  }

  private static String host(String authority) {
    String hostAndPort = authority.substring(authority.lastIndexOf('@') + 1);
    if (hostAndPort.startsWith("[")) {
      int bracket = hostAndPort.indexOf(']');
      return bracket < 0 ? "" : hostAndPort.substring(1, bracket);
    }
    int colon = hostAndPort.indexOf(':');
    return colon < 0 ? hostAndPort : hostAndPort.substring(0, colon);
  }

  private static String portText(String authority) {
    String hostAndPort = authority.substring(authority.lastIndexOf('@') + 1);
    int bracket = hostAndPort.startsWith("[") ? hostAndPort.indexOf(']') : 0;
    int colon = hostAndPort.indexOf(':', Math.max(bracket, 0));
    return colon < 0 ? "" : hostAndPort.substring(colon + 1);
  }
}
