package dev.meshlint.core.schema;

import dev.meshlint.core.value.DnsNames;
import dev.meshlint.core.value.Hosts;
import dev.meshlint.core.value.HttpToken;
import dev.meshlint.core.value.HttpUrl;
import dev.meshlint.core.value.IpAddress;
import dev.meshlint.core.value.NamespacedHost;
import dev.meshlint.core.value.PortProtocol;
import dev.meshlint.core.value.Re2;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The grammars of values that only Istio has (Istio API reference; istiod's validation of configuration).
 */
final class IstioFormats {
  private static final Set<String> PSEUDO_HEADERS =
      Set.of(":method", ":scheme", ":authority", ":path", ":status");
  private static final Set<String> RETRY_CONDITIONS =
      Set.of(
          "5xx",
          "gateway-error",
          "reset",
          "reset-before-request",
          "connect-failure",
          "retriable-4xx",
          "refused-stream",
          "retriable-status-codes",
          "retriable-headers",
          "envoy-ratelimited",
          "http3-post-connect-failure",
          "cancelled",
          "deadline-exceeded",
          "internal",
          "resource-exhausted",
          "unavailable");
  private static final int MAX_SERVICE_ACCOUNT = 320;

  private IstioFormats() {}

  static @Nullable String problem(Format format, String value) {
    return switch (format) {
      case ISTIO_GATEWAY_HOST -> NamespacedHost.gatewayProblem(value);
      case ISTIO_SIDECAR_HOST -> NamespacedHost.sidecarProblem(value);
      case ISTIO_GATEWAY_REFERENCE -> gatewayReference(value);
      case ISTIO_EXPORT_TO -> exportTo(value);
      case ISTIO_PROTOCOL -> Formats.unless(PortProtocol.parse(value) != PortProtocol.UNSUPPORTED);
      case ISTIO_TRUST_DOMAIN_NAME -> trustDomainName(value);
      case ISTIO_RANGES -> each(value, Format.CIDR);
      case ISTIO_PORTS -> each(value, Format.PORT_STRING_OR_ZERO);
      case ISTIO_PROTOCOL_OR_EMPTY ->
          value.isEmpty() ? null : problem(Format.ISTIO_PROTOCOL, value);
      case ISTIO_LABEL_OR_EMPTY -> value.isEmpty() ? null : DnsNames.istioLabelProblem(value);
      case ISTIO_SELECTOR_KEY ->
          value.isEmpty() ? "it is empty" : problem(Format.ISTIO_SELECTOR_VALUE, value);
      case ISTIO_SELECTOR_VALUE ->
          value.indexOf('*') >= 0 ? "a selector knows no \"*\": it compares literally" : null;
      case ISTIO_REGION ->
          value.isEmpty()
              ? "it is empty"
              : value.indexOf('/') >= 0
                  ? "it is more than a region"
                  : value.indexOf('*') >= 0 ? "\"*\" is not allowed in it" : null;
      case ISTIO_VIRTUAL_HOST ->
          isSniName(value) ? null : Formats.orIp(value, Hosts.wildcardNameProblem(value));
      case ISTIO_SNI_HOST ->
          isSniName(value) ? null : Formats.orIp(value, Hosts.wildcardNameProblem(value));
      case ISTIO_RE2_OR_STAR -> value.equals("*") ? null : Re2.istioProblem(value);
      case ISTIO_REQUEST_HEADER -> value.equals(":authority") ? null : headerName(value);
      case ISTIO_RESPONSE_HEADER ->
          value.equalsIgnoreCase("host") ? "the host cannot be changed here" : headerName(value);
      case ISTIO_HEADER_MATCH -> headerMatch(value);
      case ISTIO_RETRY_ON -> retryOn(value);
      case ISTIO_SERVICE_ACCOUNT -> serviceAccount(value);
      case ISTIO_TRUST_DOMAIN -> trustDomain(value);
      case ISTIO_PATH_TEMPLATE -> IstioPathTemplates.problem(value);
      case ISTIO_CONDITION_KEY -> IstioConditions.keyProblem(value);
      case ISTIO_LOCALITY -> locality(value);
      case ISTIO_BIND -> value.startsWith("unix://") ? unixPath(value) : IpAddress.problem(value);
      case ISTIO_DEFAULT_ENDPOINT -> defaultEndpoint(value);
      case ISTIO_WORKLOAD_ADDRESS ->
          value.startsWith("unix://")
              ? unixPath(value)
              : Formats.orIp(value, Hosts.fullNameProblem(value));
      case UNIX_PATH -> unixPath(value);
      case ISTIO_HOST -> Formats.orIp(value, Hosts.wildcardNameProblem(value));
      case ENVOY_HEADER_VALUE -> EnvoyHeaderValues.problem(value);
      case MODULE_URL -> moduleUrl(value);
      case HTTP_URL -> HttpUrl.problem(value);
      case JWKS -> Jwks.problem(value);
      default -> throw new IllegalArgumentException(format.label());
    };
  }

  private static @Nullable String headerName(String value) {
    return value.isEmpty()
        ? "it is empty"
        : value.charAt(0) == ':' ? "a name with \":\" before it cannot be set" : null;
  }

  /** The name that a gateway between networks is asked for: {@code outbound_.80_._.host}. */
  private static boolean isSniName(String value) {
    if (!value.startsWith("outbound_.")) {
      return false;
    }
    String[] parts = value.split("_\\.", 4);
    return parts.length == 4
        && !parts[1].isEmpty()
        && Formats.number(parts[1], 0, 65535) == null
        && Hosts.isFullName(parts[3]);
  }

  private static @Nullable String gatewayReference(String value) {
    int slash = value.indexOf('/');
    if (slash < 0) {
      return Hosts.fullNameProblem(value);
    }
    String namespace = value.substring(0, slash);
    String problem = DnsNames.istioLabelProblem(namespace);
    return problem != null
        ? "in the namespace, " + problem
        : DnsNames.istioLabelProblem(value.substring(slash + 1));
  }

  private static @Nullable String exportTo(String value) {
    return switch (value) {
      case ".", "*", "~" -> null;
      default -> DnsNames.istioLabelProblem(value);
    };
  }

  private static @Nullable String headerMatch(String value) {
    if (PSEUDO_HEADERS.contains(value)
        || value.startsWith("@request.auth.claims.")
        || value.startsWith("@request.auth.claims[")) {
      return null;
    }
    return HttpToken.problem(value);
  }

  private static @Nullable String retryOn(String value) {
    for (String condition : value.split(",", -1)) {
      if (!RETRY_CONDITIONS.contains(condition) && !isStatus(condition)) {
        return condition.isBlank()
            ? "a condition is empty"
            : !condition.equals(condition.strip())
                ? "it has blanks"
                : Values.quote(condition) + " is not a retry condition";
      }
    }
    return null;
  }

  static boolean isStatus(String text) {
    return text.length() == 3 && Formats.number(text, 100, 599) == null;
  }

  private static @Nullable String serviceAccount(String value) {
    if (value.isEmpty()) {
      return "it is empty";
    }
    if (value.indexOf('*') >= 0) {
      return "\"*\" is not allowed in it";
    }
    int slash = value.indexOf('/');
    if (slash == 0 || slash == value.length() - 1 || slash != value.lastIndexOf('/')) {
      return "it is not \"namespace/name\"";
    }
    return value.length() > MAX_SERVICE_ACCOUNT
        ? "it is longer than " + MAX_SERVICE_ACCOUNT + " characters"
        : null;
  }

  private static @Nullable String trustDomain(String value) {
    if (value.isEmpty()) {
      return "it is empty";
    }
    if (value.indexOf('/') >= 0) {
      return "\"/\" is not allowed in it";
    }
    int star = value.indexOf('*');
    return star >= 0 && (star != value.lastIndexOf('*') || star > 0 && star < value.length() - 1)
        ? "\"*\" may stand only once, first or last"
        : null;
  }

  /** Labels joined by dots; unlike in host names the last one may be a number. */
  private static @Nullable String trustDomainName(String value) {
    String name = value.endsWith(".") ? value.substring(0, value.length() - 1) : value;
    for (String label : name.split("\\.", -1)) {
      String problem = DnsNames.istioLabelProblem(label);
      if (problem != null) {
        return problem;
      }
    }
    return null;
  }

  private static @Nullable String each(String value, Format format) {
    if (value.isEmpty() || value.equals("*")) {
      return null;
    }
    for (String item : value.split(",", -1)) {
      String problem = item.equals("*") ? null : Formats.problem(format, item.strip());
      if (problem != null) {
        return problem;
      }
    }
    return null;
  }

  private static @Nullable String locality(String value) {
    String[] parts = value.split("/", -1);
    for (int i = 0; i < parts.length; i++) {
      if (parts[i].isEmpty()) {
        return "a part is empty";
      }
      int star = parts[i].indexOf('*');
      if (star >= 0
          && (i < parts.length - 1
              || star != parts[i].length() - 1
              || star != parts[i].lastIndexOf('*'))) {
        return "\"*\" may stand only once, at the end";
      }
    }
    return null;
  }

  static @Nullable String unixPath(String value) {
    if (!value.startsWith("unix://")) {
      return "it does not begin with \"unix://\"";
    }
    String path = value.substring("unix://".length());
    if (path.isEmpty()) {
      return "the path is missing";
    }
    if (path.charAt(0) == '@') {
      return null;
    }
    if (path.charAt(0) != '/') {
      return "the path is not absolute";
    }
    return path.endsWith("/") ? "it names a folder" : null;
  }

  private static @Nullable String defaultEndpoint(String value) {
    if (value.startsWith("unix://")) {
      return unixPath(value);
    }
    int colon = value.lastIndexOf(':');
    if (colon < 0) {
      return "the port is missing";
    }
    String host = value.substring(0, colon);
    return switch (host) {
      case "", "127.0.0.1", "0.0.0.0", "[::1]", "[::]", "::1", "::" ->
          Formats.number(value.substring(colon + 1), 1, 65535) == null
              ? null
              : "the port must be from 1 to 65535";
      default -> Values.quote(host) + " is not an address of the workload itself";
    };
  }

  private static @Nullable String moduleUrl(String value) {
    if (value.isEmpty()) {
      return "it is empty";
    }
    if (value.indexOf(' ') >= 0) {
      return "it has a blank";
    }
    for (int at = value.indexOf('%'); at >= 0; at = value.indexOf('%', at + 1)) {
      if (at + 2 >= value.length()
          || Character.digit(value.charAt(at + 1), 16) < 0
          || Character.digit(value.charAt(at + 2), 16) < 0) {
        return "\"%\" must be followed by two hexadecimal digits";
      }
    }
    int scheme = value.indexOf("://");
    if (scheme < 0) {
      return null;
    }
    return switch (value.substring(0, scheme)) {
      case "oci", "http", "https", "file" -> null;
      default -> "the scheme " + Values.quote(value.substring(0, scheme)) + " is not known";
    };
  }
}
