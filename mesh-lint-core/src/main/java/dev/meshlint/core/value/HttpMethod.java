package dev.meshlint.core.value;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The methods of HTTP that Istio, Linkerd and the Gateway API know (RFC 7231 and RFC 5789). */
public enum HttpMethod {
  /** Reads. */
  GET,
  /** Reads without the body. */
  HEAD,
  /** Creates or does. */
  POST,
  /** Replaces. */
  PUT,
  /** Deletes. */
  DELETE,
  /** Opens a tunnel. */
  CONNECT,
  /** Asks what is possible. */
  OPTIONS,
  /** Echoes. */
  TRACE,
  /** Changes. */
  PATCH;

  /** The method of this name; null if there is none. The case counts, as HTTP has it. */
  public static @Nullable HttpMethod parse(String name) {
    for (HttpMethod method : values()) {
      if (method.name().equals(name)) {
        return method;
      }
    }
    return null;
  }

  /** What is wrong with a method, as a clause; null if nothing is. */
  public static @Nullable String problem(String name) {
    if (parse(name) != null) {
      return null;
    }
    HttpMethod method = parse(name.toUpperCase(Locale.ROOT));
    return method == null
        ? "there is no such HTTP method"
        : "it must be written \"" + method + "\"";
  }

  /** Whether doing it twice is like doing it once: a retry is harmless. */
  public boolean isIdempotent() {
    return this != POST && this != PATCH && this != CONNECT;
  }
}
