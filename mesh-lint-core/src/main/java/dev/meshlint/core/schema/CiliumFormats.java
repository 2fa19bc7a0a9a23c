package dev.meshlint.core.schema;

import dev.meshlint.core.value.Labels;
import dev.meshlint.core.value.PortNumber;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The grammars of values that only Cilium has (Cilium's policy documentation and its agent's checks). */
final class CiliumFormats {
  /** The names of ICMP types. */
  static final List<String> ICMP_V4 =
      List.of(
          "EchoReply",
          "DestinationUnreachable",
          "Redirect",
          "Echo",
          "EchoRequest",
          "RouterAdvertisement",
          "RouterSelection",
          "TimeExceeded",
          "ParameterProblem",
          "Timestamp",
          "TimestampReply",
          "Photuris",
          "ExtendedEchoRequest",
          "ExtendedEchoReply");

  /** The names of ICMPv6 types. */
  static final List<String> ICMP_V6 =
      List.of(
          "DestinationUnreachable",
          "PacketTooBig",
          "TimeExceeded",
          "ParameterProblem",
          "EchoRequest",
          "EchoReply",
          "MulticastListenerQuery",
          "MulticastListenerReport",
          "MulticastListenerDone",
          "RouterSolicitation",
          "RouterAdvertisement",
          "NeighborSolicitation",
          "NeighborAdvertisement",
          "RedirectMessage",
          "RouterRenumbering",
          "ICMPNodeInformationQuery",
          "ICMPNodeInformationResponse",
          "InverseNeighborDiscoverySolicitation",
          "InverseNeighborDiscoveryAdvertisement",
          "HomeAgentAddressDiscoveryRequest",
          "HomeAgentAddressDiscoveryReply",
          "MobilePrefixSolicitation",
          "MobilePrefixAdvertisement",
          "DuplicateAddressRequestCodeSuffix",
          "DuplicateAddressConfirmationCodeSuffix",
          "ExtendedEchoRequest",
          "ExtendedEchoReply");

  private static final int MAX_NAME = 255;

  private CiliumFormats() {}

  static @Nullable String problem(Format format, String value) {
    return switch (format) {
      case CILIUM_LABEL_KEY -> labelKey(value);
      case CILIUM_PORT -> port(value);
      case CILIUM_PORT_NAME -> value.isEmpty() ? null : portName(value);
      case CILIUM_FQDN -> name(value, "");
      case CILIUM_FQDN_PATTERN -> name(value, "*");
      case CILIUM_ICMP_TYPE -> icmpType(value);
      case BGP_COMMUNITY -> community(value, 2);
      case BGP_LARGE_COMMUNITY -> community(value, 3);
      default -> throw new IllegalArgumentException(format.label());
    };
  }

  /** A label key with an optional source and one colon before it. */
  private static @Nullable String labelKey(String value) {
    int colon = value.indexOf(':');
    if (colon < 0) {
      return Labels.keyProblem(value);
    }
    String source = value.substring(0, colon);
    if (source.isEmpty() || Texts.wordProblem(source, "") != null) {
      return "the source before \":\" must be letters and digits";
    }
    return Labels.keyProblem(value.substring(colon + 1));
  }

  private static @Nullable String port(String value) {
    if (value.isEmpty()) {
      return "it is empty";
    }
    boolean digits = true;
    for (int i = 0; i < value.length(); i++) {
      digits &= value.charAt(i) >= '0' && value.charAt(i) <= '9';
    }
    if (digits) {
      return Formats.number(value, 0, 65535);
    }
    if (value.indexOf(',') >= 0) {
      return "a list of ports needs one entry for each";
    }
    int dash = value.indexOf('-');
    if (dash > 0
        && Formats.number(value.substring(0, dash), 0, 65535) == null
        && Formats.number(value.substring(dash + 1), 0, 65535) == null) {
      return "a range is written with \"endPort\"";
    }
    return portName(value);
  }

  /** The name of a port, whose case the agent does not look at. */
  private static @Nullable String portName(String value) {
    return PortNumber.nameProblem(value.toLowerCase(Locale.ROOT));
  }

  private static @Nullable String name(String value, String wildcard) {
    if (value.isEmpty()) {
      return "it is empty";
    }
    if (value.length() > MAX_NAME) {
      return "it has more than 255 characters";
    }
    if (wildcard.isEmpty() && value.indexOf('*') >= 0) {
      return "\"*\" is allowed in \"matchPattern\" only";
    }
    if (value.contains("://")) {
      return "a name has no scheme";
    }
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (!Texts.isAlphanumeric(c) && "-_.".indexOf(c) < 0 && wildcard.indexOf(c) < 0) {
        return c == '/'
            ? "a name has no path"
            : c == ':' ? "a name has no port" : Texts.character(c);
      }
    }
    return value.startsWith(".") || value.contains("..") ? "a label is empty" : null;
  }

  private static @Nullable String icmpType(String value) {
    if (!value.isEmpty() && Character.isDigit(value.charAt(0))) {
      return Formats.number(value, 0, 255);
    }
    return ICMP_V4.contains(value) || ICMP_V6.contains(value) ? null : "";
  }

  private static @Nullable String community(String value, int parts) {
    String[] numbers = value.split(":", -1);
    if (numbers.length == 1 && parts == 2) {
      return Formats.number(value, 0, 4294967295L);
    }
    if (numbers.length != parts) {
      return "";
    }
    for (String number : numbers) {
      if (Formats.number(number, 0, parts == 2 ? 65535 : 4294967295L) != null) {
        return "a part is out of range";
      }
    }
    return null;
  }
}
