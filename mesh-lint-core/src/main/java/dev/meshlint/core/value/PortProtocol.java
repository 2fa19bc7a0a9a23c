package dev.meshlint.core.value;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What Istio takes the traffic of a port for (Istio documentation, "Protocol Selection"; Istio's
 * package {@code protocol}).
 */
public enum PortProtocol {
  /** HTTP/1.1. */
  HTTP("http"),
  /** HTTP/1.1 with a proxy in between. */
  HTTP_PROXY("http_proxy"),
  /** HTTP/2. */
  HTTP2("http2"),
  /** gRPC. */
  GRPC("grpc"),
  /** gRPC-Web. */
  GRPC_WEB("grpc-web"),
  /** TLS that holds HTTP. */
  HTTPS("https"),
  /** TLS. */
  TLS("tls"),
  /** Plain TCP. */
  TCP("tcp"),
  /** MongoDB. */
  MONGO("mongo"),
  /** Redis. */
  REDIS("redis"),
  /** MySQL. */
  MYSQL("mysql"),
  /** UDP: not handled by the proxy. */
  UDP("udp"),
  /** None that Istio knows: the proxy looks at the first bytes to find out. */
  UNSUPPORTED("unsupported");

  private final String text;

  PortProtocol(String text) {
    this.text = text;
  }

  /**
   * The protocol of this name, whatever the case: the field {@code protocol} of Gateway,
   * ServiceEntry and Sidecar ports. {@link #UNSUPPORTED} for any other name.
   */
  public static PortProtocol parse(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    for (PortProtocol protocol : values()) {
      if (protocol != UNSUPPORTED && protocol.text.equals(lower)) {
        return protocol;
      }
    }
    return UNSUPPORTED;
  }

  /**
   * The protocol of a Service's port. The application protocol wins over the name; of a name only
   * what stands before the first {@code -} counts.
   *
   * @param applicationProtocol {@code appProtocol}; null if absent
   * @param name {@code name}; null if absent
   * @param number {@code port}: 25, 53, 3306 and 27017 are TCP where nothing else is known
   * @param transport {@code protocol}; null if absent, which means TCP
   */
  public static PortProtocol ofServicePort(
      @Nullable String applicationProtocol,
      @Nullable String name,
      int number,
      @Nullable String transport) {
    if ("UDP".equals(transport)) {
      return UDP;
    }
    if (applicationProtocol != null) {
      return switch (applicationProtocol) {
        case "kubernetes.io/h2c" -> HTTP2;
        case "kubernetes.io/ws" -> HTTP;
        case "kubernetes.io/wss" -> HTTPS;
        default -> ofName(applicationProtocol, number);
      };
    }
    return ofName(name == null ? "" : name, number);
  }

  private static PortProtocol ofName(String name, int number) {
    if (name.regionMatches(true, 0, GRPC_WEB.text, 0, GRPC_WEB.text.length())) {
      return GRPC_WEB;
    }
    int hyphen = name.indexOf('-');
    PortProtocol protocol = parse(hyphen < 0 ? name : name.substring(0, hyphen));
    boolean wellKnown = number == 25 || number == 53 || number == 3306 || number == 27017;
    return protocol == UNSUPPORTED && wellKnown ? TCP : protocol;
  }

  /** Whether the proxy reads the traffic as HTTP: routes, retries and paths apply. */
  public boolean isHttp() {
    return this == HTTP || this == HTTP_PROXY || this == HTTP2 || this == GRPC || this == GRPC_WEB;
  }

  /** Whether the traffic is encrypted by the application: routes by SNI apply. */
  public boolean isTls() {
    return this == HTTPS || this == TLS;
  }

  /** Whether the proxy passes the traffic on as a byte stream, encrypted or not. */
  public boolean isTcp() {
    return isTls() || this == TCP || this == MONGO || this == REDIS || this == MYSQL;
  }

  /** Whether Istio knows the protocol by its name. */
  public boolean isKnown() {
    return this != UNSUPPORTED;
  }

  /** As it is written in the name of a port. */
  @Override
  public String toString() {
    return text;
  }
}
