package dev.meshlint.core.value;

import org.jspecify.annotations.Nullable;

/**
 * Addresses of Wasm modules: URLs with the scheme {@code oci}, {@code http}, {@code https} or {@code file}, or without one.
 * What is a scheme decides Go's {@code net/url}. Source: Istio's reference of WasmPlugin, field {@code url}.
 */
public final class ModuleUrl {
  /** What no host may hold. */
  private static final String NOT_IN_HOSTS = "[]<>{}|\\^`\"";

  private ModuleUrl() {}

  /** What is wrong with an address; null where nothing is. */
  public static @Nullable String problem(String value) {
    if (value.isEmpty()) {
      return "it is empty";
    }
    if (value.indexOf(' ') >= 0) {
      return "it has a blank";
    }
    for (int at = value.indexOf('%'); at >= 0; at = value.indexOf('%', at + 1)) {
      if (at + 2 >= value.length()
          || !Ascii.isHex(value.charAt(at + 1))
          || !Ascii.isHex(value.charAt(at + 2))) {
        return "\"%\" must be followed by two hexadecimal digits";
      }
    }
    String scheme = scheme(value);
    return switch (scheme) {
      case "oci", "http", "https", "file" -> null;
      case "" -> startsWithHost(value) ? null : "it must begin with a scheme, a host or \"/\"";
      default ->
          value.startsWith(scheme + "://")
              ? "the scheme \"" + scheme + "\" is not known"
              : "\"" + scheme + ":\" is taken for a scheme; write \"oci://\" before it";
    };
  }

  /** What stands before the first colon; empty where that is no scheme. */
  private static String scheme(String value) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == ':') {
        return value.substring(0, i);
      }
      if (!Ascii.isLetter(c) && (i == 0 || !Ascii.isDigit(c) && "+-.".indexOf(c) < 0)) {
        return "";
      }
    }
    return "";
  }

  private static boolean startsWithHost(String value) {
    if (value.charAt(0) == ':') {
      return false;
    }
    for (int i = 0; i < value.length() && value.charAt(i) != '/'; i++) {
      if (NOT_IN_HOSTS.indexOf(value.charAt(i)) >= 0) {
        return false;
      }
    }
    return true;
  }
}
