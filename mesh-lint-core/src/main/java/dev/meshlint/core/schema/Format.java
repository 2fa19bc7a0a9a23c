package dev.meshlint.core.schema;

import org.jspecify.annotations.Nullable;

/** The named formats of values: {@code format: istio-duration} in a schema file. */
enum Format {
  DNS_LABEL("dns-label", "a name of lower-case letters, digits and \"-\"", Open.NAME),
  SUBDOMAIN("subdomain", "a name of lower-case letters, digits, \"-\" and \".\"", Open.NAME),
  SERVICE_NAME("service-name", "a service name", Open.NAME),
  GROUP("group", "an API group", Open.NAME),
  KIND("kind", "a kind", Open.TEXT),
  ISTIO_LABEL("istio-label", "a name of letters, digits and \"-\"", Open.NAME),
  FULL_NAME("full-name", "a full host name", Open.NAME),
  FULL_NAME_OR_IP("full-name-or-ip", "a full host name or an IP address", Open.NAME),
  WILDCARD_NAME("wildcard-name", "a host name, which may begin with \"*\"", Open.NAME),
  DESTINATION_HOST("destination-host", "a host name", Open.NAME),
  WILDCARD_HOSTNAME("wildcard-hostname", "a host name, which may begin with \"*.\"", Open.NAME),
  HOSTNAME("hostname", "a host name", Open.NAME),
  IP("ip", "an IP address", Open.NAME),
  IPV4("ipv4", "an IPv4 address", Open.NAME),
  IPV6("ipv6", "an IPv6 address", Open.NAME),
  CIDR("cidr", "a range of addresses such as \"10.0.0.0/8\"", Open.NAME),
  CIDR_OR_IP("cidr-or-ip", "an IP address or a range such as \"10.0.0.0/8\"", Open.NAME),
  PORT("port", "a port from 1 to 65535", Open.NAME),
  PORT_OR_ZERO("port-or-zero", "a port from 0 to 65535", Open.NAME),
  PORT_STRING("port-string", "a port from 1 to 65535", Open.NAME),
  PORT_STRING_OR_ZERO("port-string-or-zero", "a port from 0 to 65535", Open.NAME),
  INT32("int32", "a whole number", Open.NAME),
  UINT32("uint32", "a whole number from 0", Open.NAME),
  ISTIO_DURATION("istio-duration", "a duration of at least 1ms, such as \"1.5s\"", Open.NAME),
  ISTIO_DURATION_OR_ZERO(
      "istio-duration-or-zero", "a duration such as \"1.5s\", or \"0s\" for none", Open.NAME),
  ISTIO_DURATION_SECONDS("istio-duration-seconds", "a duration of whole seconds", Open.NAME),
  GO_DURATION("go-duration", "a duration such as \"1.5s\"", Open.NAME),
  DURATION_NOT_NEGATIVE("duration-not-negative", "a duration such as \"1.5s\"", Open.NAME),
  LINKERD_DURATION("linkerd-duration", "a duration such as \"500ms\" or \"10s\"", Open.NAME),
  GEP_2257_DURATION("gep-2257-duration", "a duration such as \"500ms\" or \"1m30s\"", Open.NAME),
  ANY_DURATION("duration", "a duration such as \"10s\"", Open.NAME),
  LABEL_KEY("label-key", "a label key", Open.NAME),
  ANNOTATION_KEY("annotation-key", "an annotation key", Open.NAME),
  LABEL_VALUE("label-value", "a label value", Open.NAME),
  LABEL_VALUE_UNBOUNDED("istio-label-value", "a label value", Open.NAME),
  CILIUM_LABEL_KEY(
      "cilium-label-key", "a label key, with one source such as \"k8s:\" before it", Open.NAME),
  RE2("re2", "a regular expression (RE2)", Open.RAW),
  ISTIO_RE2("istio-re2", "a regular expression (RE2) of 1 to 1024 bytes", Open.RAW),
  QUANTITY("quantity", "a quantity such as \"100m\"", Open.NAME),
  HTTP_TOKEN("http-token", "a header name", Open.NAME),
  HTTP_TOKEN_OR_STAR("http-token-or-star", "a header name or \"*\"", Open.NAME),
  STRICT_HEADER_NAME("strict-header-name", "a name of letters, digits, \"-\" and \"_\"", Open.NAME),
  PROBE_HEADER_NAME("probe-header-name", "a name of letters, digits and \"-\"", Open.NAME),
  HEADER_VALUE("header-value", "printable text", Open.RAW),
  ENVOY_HEADER_VALUE("envoy-header-value", "a header value", Open.RAW),
  ABSOLUTE_URI("absolute-uri", "an absolute URI", Open.NAME),
  HTTP_URL("http-url", "a URL that begins with \"http://\" or \"https://\"", Open.NAME),
  MODULE_URL("module-url", "a URL with the scheme oci, http, https or file, or none", Open.NAME),
  URI_PATH("uri-path", "a path", Open.NAME),
  ABSOLUTE_PATH("absolute-path", "a path that begins with \"/\"", Open.NAME),
  GATEWAY_PATH("gateway-path", "a path that begins with \"/\"", Open.PATH),
  CORS_ORIGIN("cors-origin", "an origin such as \"https://example.com\", or \"*\"", Open.NAME),
  WELL_KNOWN_CA("well-known-ca", "\"System\", or a name such as \"example.com/Name\"", Open.NAME),
  CONTROLLER_NAME("controller-name", "a name such as \"example.com/name\"", Open.NAME),
  GATEWAY_ADDRESS_TYPE(
      "gateway-address-type",
      "\"IPAddress\", \"Hostname\", \"NamedAddress\" or \"example.com/name\"",
      Open.TEXT),
  LISTENER_PROTOCOL(
      "listener-protocol",
      "\"HTTP\", \"HTTPS\", \"TLS\", \"TCP\", \"UDP\" or \"example.com/name\"",
      Open.TEXT),
  SHA256_OR_EMPTY("sha256-or-empty", "64 lower-case hexadecimal digits", Open.NAME),
  PRINTABLE("printable", "printable text", Open.RAW),
  BASE64("base64", "base64", Open.NAME),
  DATE_TIME("date-time", "a time such as \"2026-01-31T12:00:00Z\"", Open.NAME),
  CILIUM_PORT("cilium-port", "a port from 0 to 65535 or a port name", Open.NAME),
  CILIUM_PORT_NAME("cilium-port-name", "a port name", Open.NAME),
  CILIUM_FQDN("cilium-fqdn", "a DNS name", Open.TEXT),
  CILIUM_FQDN_PATTERN(
      "cilium-fqdn-pattern", "a DNS name, in which \"*\" may stand for letters", Open.TEXT),
  CILIUM_ICMP_TYPE("cilium-icmp-type", "a number from 0 to 255 or the name of a type", Open.NAME),
  LINKERD_IDENTITY("linkerd-identity", "a DNS name, whose first part may be \"*\"", Open.NAME),
  LINKERD_PORT("linkerd-port", "a port from 1 to 65535 or a port name", Open.NAME),
  BGP_COMMUNITY("bgp-community", "a community such as \"65000:100\"", Open.NAME),
  BGP_LARGE_COMMUNITY("bgp-large-community", "a community such as \"65000:100:50\"", Open.NAME),
  GRPC_SERVICE("grpc-service", "the full name of a service such as \"package.Service\"", Open.TEXT),
  GRPC_METHOD("grpc-method", "the name of a method", Open.TEXT),
  ISTIO_GATEWAY_HOST("istio-gateway-host", "a host, with a namespace before it or not", Open.NAME),
  ISTIO_SIDECAR_HOST("istio-sidecar-host", "a namespace and a host such as \"./*\"", Open.NAME),
  ISTIO_GATEWAY_REFERENCE(
      "istio-gateway-reference", "a gateway's name or \"namespace/name\"", Open.NAME),
  ISTIO_EXPORT_TO("istio-export-to", "\".\", \"*\" or a namespace", Open.NAME),
  ISTIO_PROTOCOL("istio-protocol", "a protocol that Istio knows", Open.TEXT),
  ISTIO_HEADER_MATCH("istio-header-match", "a header name", Open.NAME),
  ISTIO_SELECTOR_KEY("istio-selector-key", "a label key", Open.NAME),
  ISTIO_SELECTOR_VALUE("istio-selector-value", "a label value", Open.NAME),
  ISTIO_REGION("istio-region", "a region, without zone", Open.NAME),
  ISTIO_VIRTUAL_HOST(
      "istio-virtual-host", "a host name, which may begin with \"*\", or an IP address", Open.NAME),
  ISTIO_SNI_HOST("istio-sni-host", "a host name, which may begin with \"*\"", Open.NAME),
  ISTIO_RE2_OR_STAR("istio-re2-or-star", "a regular expression (RE2) or \"*\"", Open.RAW),
  ISTIO_REQUEST_HEADER("istio-request-header", "the name of a request header", Open.NAME),
  ISTIO_RESPONSE_HEADER("istio-response-header", "the name of a header", Open.NAME),
  ISTIO_LABEL_OR_EMPTY("istio-label-or-empty", "a name of letters, digits and \"-\"", Open.NAME),
  ISTIO_PROTOCOL_OR_EMPTY("istio-protocol-or-empty", "a protocol that Istio knows", Open.TEXT),
  ISTIO_RETRY_ON(
      "istio-retry-on", "a list of retry conditions, joined by commas without blanks", Open.NAME),
  ISTIO_SERVICE_ACCOUNT(
      "istio-service-account", "\"name\" or \"namespace/name\" of a service account", Open.NAME),
  ISTIO_TRUST_DOMAIN(
      "istio-trust-domain",
      "a trust domain, with one \"*\" at most at its beginning or end",
      Open.NAME),
  ISTIO_PATH_TEMPLATE("istio-path-template", "a path", Open.TEXT),
  ISTIO_CONDITION_KEY("istio-condition-key", "an attribute that Istio knows", Open.TEXT),
  ISTIO_LOCALITY("istio-locality", "a locality such as \"region/zone/subzone\"", Open.NAME),
  ISTIO_BIND("istio-bind", "an IP address or \"unix://\" with an absolute path", Open.NAME),
  ISTIO_DEFAULT_ENDPOINT(
      "istio-default-endpoint",
      "\"127.0.0.1:PORT\", \"0.0.0.0:PORT\" or \"unix://\" with a path",
      Open.NAME),
  ISTIO_WORKLOAD_ADDRESS(
      "istio-workload-address",
      "an IP address, a host name or \"unix://\" with an absolute path",
      Open.NAME),
  UNIX_PATH("unix-path", "\"unix://\" with an absolute path or \"@name\"", Open.NAME),
  ISTIO_HOST("istio-host", "a host name, which may begin with \"*\", or an IP address", Open.NAME),
  JWKS("jwks", "a JSON Web Key or a set of them", Open.NAME),
  HOST_PORT("host-port", "\"host:port\"", Open.NAME),
  CEL("cel", "an expression (CEL)", Open.RAW),
  ISTIO_TRUST_DOMAIN_NAME("istio-trust-domain-name", "names joined by dots", Open.NAME),
  IMAGE_REPOSITORY("image-repository", "the name of a repository of images", Open.NAME),
  IMAGE_TAG("image-tag", "the tag of an image", Open.NAME),
  ISTIO_RANGES("istio-ranges", "\"*\" or ranges of addresses, joined by commas", Open.NAME),
  ISTIO_PORTS("istio-ports", "\"*\" or ports, joined by commas", Open.NAME),
  TARGET_PORT("kubernetes-target-port", "a port from 1 to 65535 or a port name", Open.NAME),
  IANA_SERVICE_NAME(
      "iana-service-name", "a name of at most 15 letters, digits and \"-\"", Open.NAME),
  PROMETHEUS_DURATION("prometheus-duration", "a duration such as \"5m\"", Open.NAME),
  NOT_BLANK("not-empty", "text that is not empty", Open.TEXT);

  private final String label;
  private final String says;
  private final Open open;

  /** Which placeholder forms count in values of a format. */
  enum Open {
    /** All, also upper-case words. */
    NAME,
    /** All, but what begins with a slash is a path, and braces in it are variables as routers of programs have them. */
    PATH,
    /** All but upper-case words. */
    TEXT,
    /** None. */
    RAW
  }

  Format(String label, String says, Open open) {
    this.label = label;
    this.says = says;
    this.open = open;
  }

  /** The name in schema files. */
  String label() {
    return label;
  }

  /** What a value must be, as a noun with its article. */
  String says() {
    return says;
  }

  Open open() {
    return open;
  }

  /** The format with this name, or null. */
  static @Nullable Format named(String label) {
    for (Format format : values()) {
      if (format.label.equals(label)) {
        return format;
      }
    }
    return null;
  }
}
