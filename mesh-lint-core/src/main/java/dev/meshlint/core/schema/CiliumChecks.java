package dev.meshlint.core.schema;

import dev.meshlint.core.value.IpAddress;
import dev.meshlint.core.yaml.YamlNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks inside objects of Cilium (its agent and operator). */
final class CiliumChecks {
  static final Set<String> NAMES =
      Set.of("cilium-icmp-family", "cilium-address-block", "cilium-repeated-ports");

  private CiliumChecks() {}

  static void run(String name, YamlNode node, Scope scope, Problems problems) {
    switch (name) {
      case "cilium-icmp-family" -> icmp(node, scope, problems);
      case "cilium-repeated-ports" -> repeatedPorts(node, scope, problems);
      case "cilium-address-block" -> block(node, scope, problems);
      default -> throw new IllegalArgumentException(name);
    }
  }

  /** The name of an ICMP type must be one of its family; without a family that is IPv4. */
  private static void icmp(YamlNode node, Scope scope, Problems problems) {
    YamlNode at = Items.at(node, "type");
    String type = Items.text(node, scope, "type");
    String family = Items.at(node, "family") == null ? "IPv4" : Items.text(node, scope, "family");
    if (at == null
        || type == null
        || family == null
        || type.isEmpty()
        || Character.isDigit(type.charAt(0))) {
      return;
    }
    boolean six = family.equals("IPv6");
    List<String> names = six ? CiliumFormats.ICMP_V6 : CiliumFormats.ICMP_V4;
    List<String> others = six ? CiliumFormats.ICMP_V4 : CiliumFormats.ICMP_V6;
    if (!names.contains(type) && others.contains(type)) {
      problems.invalid(
          Rules.INVALID_VALUE,
          null,
          at,
          Values.quote(type) + " is not a type of " + (six ? "IPv6" : "IPv4"),
          "it is one of " + (six ? "IPv4" : "IPv6; write \"family: IPv6\""),
          List.of());
    }
  }

  /** A port that is listed again adds nothing. */
  private static void repeatedPorts(YamlNode node, Scope scope, Problems problems) {
    Map<String, YamlNode> seen = new HashMap<>();
    for (YamlNode port : Items.of(node)) {
      String number = Items.text(port, scope, "port");
      String protocol =
          Items.at(port, "protocol") == null ? "ANY" : Items.text(port, scope, "protocol");
      String end = Items.at(port, "endPort") == null ? "" : Items.text(port, scope, "endPort");
      if (number == null || protocol == null || end == null) {
        continue;
      }
      YamlNode first = seen.putIfAbsent(number + " " + protocol + " " + end, port);
      if (first != null) {
        problems.reportBeside(
            Rules.CONFLICTING_FIELDS,
            "info",
            port,
            "port " + Values.quote(number) + " is listed twice",
            first,
            "first listed here");
      }
    }
  }

  /** A block is a range by its prefix, or by its first and last address. */
  private static void block(YamlNode node, Scope scope, Problems problems) {
    @Nullable YamlNode cidr = Items.at(node, "cidr");
    YamlNode start = Items.at(node, "start");
    YamlNode stop = Items.at(node, "stop");
    if (cidr != null && (start != null || stop != null)) {
      problems.report(
          Rules.CONFLICTING_FIELDS,
          null,
          start != null ? start : stop != null ? stop : node,
          "a block is either \"cidr\" or \"start\" and \"stop\", not both");
      return;
    }
    if (cidr == null && start == null) {
      problems.report(
          Rules.MISSING_FIELD, null, node, "the block needs \"cidr\", or \"start\" and \"stop\"");
      return;
    }
    String first = Items.text(node, scope, "start");
    String last = Items.text(node, scope, "stop");
    IpAddress from = first == null ? null : IpAddress.parse(first);
    IpAddress to = last == null ? null : IpAddress.parse(last);
    if (from == null || to == null || stop == null) {
      return;
    }
    if (from.bits() != to.bits()) {
      problems.invalid(
          Rules.CONFLICTING_FIELDS,
          null,
          stop,
          "\"start\" and \"stop\" are of different address families");
      return;
    }
    int high = Long.compareUnsigned(to.high(), from.high());
    if (high < 0 || high == 0 && Long.compareUnsigned(to.low(), from.low()) < 0) {
      problems.invalid(Rules.CONFLICTING_FIELDS, null, stop, "\"stop\" comes before \"start\"");
    }
  }
}
