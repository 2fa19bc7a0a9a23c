package dev.meshlint.core.schema;

import dev.meshlint.core.value.Authority;
import dev.meshlint.core.value.Cidr;
import dev.meshlint.core.value.DnsNames;
import dev.meshlint.core.value.GatewayHostname;
import dev.meshlint.core.value.GepDuration;
import dev.meshlint.core.value.GoDuration;
import dev.meshlint.core.value.Hosts;
import dev.meshlint.core.value.HttpToken;
import dev.meshlint.core.value.ImageName;
import dev.meshlint.core.value.IpAddress;
import dev.meshlint.core.value.IstioDuration;
import dev.meshlint.core.value.Labels;
import dev.meshlint.core.value.LinkerdDuration;
import dev.meshlint.core.value.LinkerdIdentity;
import dev.meshlint.core.value.PortNumber;
import dev.meshlint.core.value.PrometheusDuration;
import dev.meshlint.core.value.Quantity;
import dev.meshlint.core.value.Re2;
import org.jspecify.annotations.Nullable;

/** Judges values by their named formats. */
final class Formats {
  private static final String OK_SAYS_ITSELF = "";

  private Formats() {}

  /** The format with this name. */
  static Format named(String label) {
    Format format = Format.named(label);
    if (format == null) {
      throw new IllegalArgumentException("unknown format " + label);
    }
    return format;
  }

  static boolean accepts(Format format, String value) {
    return problem(format, value) == null;
  }

  /** What is wrong with a value, as a clause, or empty where the name of the format says it all; null if it is fine. */
  static @Nullable String problem(Format format, String value) {
    return switch (format) {
      case DNS_LABEL -> DnsNames.labelProblem(value);
      case SUBDOMAIN -> DnsNames.subdomainProblem(value);
      case SERVICE_NAME -> DnsNames.serviceNameProblem(value);
      case GROUP -> value.isEmpty() ? null : DnsNames.subdomainProblem(value);
      case KIND -> unless(Texts.isKind(value));
      case ISTIO_LABEL -> DnsNames.istioLabelProblem(value);
      case FULL_NAME -> Hosts.fullNameProblem(value);
      case FULL_NAME_OR_IP -> orIp(value, Hosts.fullNameProblem(value));
      case WILDCARD_NAME -> Hosts.wildcardNameProblem(value);
      case DESTINATION_HOST ->
          value.equals("*") ? "it would match every host" : Hosts.wildcardNameProblem(value);
      case WILDCARD_HOSTNAME -> GatewayHostname.problem(value);
      case HOSTNAME -> hostname(value);
      case IP -> IpAddress.problem(value);
      case IPV4 -> family(value, true);
      case IPV6 -> family(value, false);
      case CIDR -> Cidr.problem(value);
      case CIDR_OR_IP -> Cidr.orAddressProblem(value);
      case PORT, PORT_STRING -> number(value, 1, 65535);
      case PORT_OR_ZERO, PORT_STRING_OR_ZERO -> number(value, 0, 65535);
      case INT32 -> number(value, Integer.MIN_VALUE, Integer.MAX_VALUE);
      case UINT32 -> number(value, 0, 4294967295L);
      case ISTIO_DURATION -> IstioDuration.problem(value);
      case ISTIO_DURATION_OR_ZERO -> IstioDuration.orZeroProblem(value);
      case ISTIO_DURATION_SECONDS -> IstioDuration.wholeSecondsProblem(value);
      case GO_DURATION, ANY_DURATION -> GoDuration.problem(value);
      case DURATION_NOT_NEGATIVE ->
          value.startsWith("-") ? "it is negative" : GoDuration.problem(value);
      case LINKERD_DURATION -> LinkerdDuration.problem(value);
      case GEP_2257_DURATION -> GepDuration.problem(value);
      case LABEL_KEY -> Labels.keyProblem(value);
      case ANNOTATION_KEY -> Labels.annotationKeyProblem(value);
      case LABEL_VALUE -> Labels.valueProblem(value);
      case LABEL_VALUE_UNBOUNDED -> Labels.unboundedValueProblem(value);
      case RE2 -> Re2.problem(value);
      case ISTIO_RE2 -> Re2.istioProblem(value);
      case QUANTITY -> Quantity.problem(value);
      case IMAGE_REPOSITORY -> ImageName.repositoryProblem(value);
      case IMAGE_TAG -> ImageName.tagProblem(value);
      case HTTP_TOKEN -> HttpToken.problem(value);
      case HTTP_TOKEN_OR_STAR -> HttpToken.problem(value);
      case STRICT_HEADER_NAME -> HttpToken.strictProblem(value);
      case PROBE_HEADER_NAME -> Texts.wordProblem(value, "-");
      case HEADER_VALUE -> Texts.printableProblem(value);
      case ABSOLUTE_URI -> unless(value.indexOf(':') > 0);
      case URI_PATH -> Paths.charactersProblem(value);
      case ABSOLUTE_PATH -> unless(value.startsWith("/"));
      case GATEWAY_PATH -> Paths.gatewayProblem(value);
      case CORS_ORIGIN -> unless(Texts.isCorsOrigin(value));
      case WELL_KNOWN_CA -> unless(value.equals("System") || Texts.isDomainPath(value));
      case CONTROLLER_NAME -> unless(Texts.isDomainPath(value));
      case GATEWAY_ADDRESS_TYPE ->
          unless(
              value.equals("IPAddress")
                  || value.equals("Hostname")
                  || value.equals("NamedAddress")
                  || Texts.isDomainPath(value));
      case LISTENER_PROTOCOL ->
          value.indexOf('/') > 0
              ? unless(Texts.isDomainPath(value))
              : switch (value) {
                case "HTTP", "HTTPS", "TLS", "TCP", "UDP", "HBONE" -> null;
                default -> OK_SAYS_ITSELF;
              };
      case SHA256_OR_EMPTY -> unless(value.isEmpty() || Texts.isLowerHex(value, 64));
      case PRINTABLE -> unless(Texts.isPrintable(value));
      case BASE64, DATE_TIME -> null;
      case NOT_BLANK -> unless(!value.isEmpty());
      case GRPC_SERVICE -> Texts.identifiersProblem(value, true);
      case GRPC_METHOD -> Texts.identifiersProblem(value, false);
      case TARGET_PORT -> portOrNameProblem(value);
      case IANA_SERVICE_NAME -> PortNumber.nameProblem(value);
      case PROMETHEUS_DURATION -> PrometheusDuration.problem(value);
      case CEL -> Expressions.problem(value);
      case HOST_PORT -> Authority.withPortProblem(value);
      case CILIUM_LABEL_KEY,
          CILIUM_PORT,
          CILIUM_PORT_NAME,
          CILIUM_FQDN,
          CILIUM_FQDN_PATTERN,
          CILIUM_ICMP_TYPE,
          BGP_COMMUNITY,
          BGP_LARGE_COMMUNITY ->
          CiliumFormats.problem(format, value);
      case LINKERD_IDENTITY -> LinkerdIdentity.nameProblem(value);
      case LINKERD_PORT -> portOrNameProblem(value);
      default -> IstioFormats.problem(format, value);
    };
  }

  /** A port number or a port's name. */
  private static @Nullable String portOrNameProblem(String value) {
    boolean digits = !value.isEmpty();
    for (int i = 0; i < value.length(); i++) {
      digits &= value.charAt(i) >= '0' && value.charAt(i) <= '9';
    }
    return digits ? PortNumber.problem(value) : PortNumber.nameProblem(value);
  }

  static @Nullable String unless(boolean accepted) {
    return accepted ? null : OK_SAYS_ITSELF;
  }

  static @Nullable String orIp(String value, @Nullable String problem) {
    return problem == null || IpAddress.parse(value) != null ? null : problem;
  }

  private static @Nullable String hostname(String value) {
    String problem = DnsNames.subdomainProblem(value);
    return problem != null
        ? problem
        : IpAddress.parse(value) != null ? "it is an IP address, not a host name" : null;
  }

  private static @Nullable String family(String value, boolean four) {
    IpAddress address = IpAddress.parse(value);
    if (address == null) {
      return IpAddress.problem(value);
    }
    return (address.bits() == 32) == four ? null : OK_SAYS_ITSELF;
  }

  static @Nullable String number(String value, long least, long most) {
    if (value.isEmpty() || value.length() > 12) {
      return OK_SAYS_ITSELF;
    }
    for (int i = value.charAt(0) == '-' ? 1 : 0; i < value.length(); i++) {
      if (value.charAt(i) < '0' || value.charAt(i) > '9') {
        Double number = Numbers.parse(value);
        boolean whole = number != null && number == Math.rint(number);
        return whole && number != null && number >= least && number <= most ? null : OK_SAYS_ITSELF;
      }
    }
    if (value.equals("-")) {
      return OK_SAYS_ITSELF;
    }
    long number = Long.parseLong(value);
    return number >= least && number <= most ? null : "it is out of range";
  }
}
