package dev.meshlint.rules.cilium.setting;

import dev.meshlint.core.value.Cidr;
import dev.meshlint.core.value.DnsNames;
import dev.meshlint.core.value.GoBoolean;
import dev.meshlint.core.value.GoDuration;
import dev.meshlint.core.value.NearMiss;
import dev.meshlint.core.value.PortNumber;
import java.util.List;
import java.util.Locale;

/**
 * How the value of a setting is written.
 *
 * @param written the name of a type, or the allowed values with {@code |} between them, or with a comma where several may be
 *     given
 */
record SettingGrammar(String written) {
  private static final int LONGEST_CLUSTER_NAME = 32;
  private static final int HIGHEST_CLUSTER_ID = 511;

  /** The metrics that Hubble makes. */
  private static final List<String> METRICS =
      List.of(
          "dns",
          "drop",
          "flow",
          "flows-to-world",
          "http",
          "httpV2",
          "icmp",
          "kafka",
          "policy",
          "port-distribution",
          "sctp",
          "tcp");

  /** The allowed values; empty where any value of a type is allowed. */
  List<String> values() {
    if (written.equals("boolean")) {
      return List.of("true", "false");
    }
    return written.indexOf('|') < 0 && written.indexOf(',') < 0
        ? List.of()
        : List.of(written.split("[|,]", -1));
  }

  /** Whether a value is written so; an empty one counts as not written. */
  boolean takes(String value) {
    if (value.isBlank()) {
      return true;
    }
    return switch (written) {
      case "text" -> true;
      case "boolean" -> GoBoolean.parse(value) != null;
      case "duration" -> GoDuration.nanos(value) != null;
      case "integer" -> isNumber(value, false);
      case "number" -> isNumber(value, true);
      case "port" -> PortNumber.orZeroProblem(value) == null;
      case "cidr" -> Cidr.parse(value) != null;
      case "cidrs" ->
          List.of(value.strip().split("[ ,]+")).stream().allMatch(SettingGrammar::isCidr);
      case "port-range" -> isRange(value);
      case "hubble-metrics" ->
          List.of(value.strip().split("[ ,]+")).stream().allMatch(SettingGrammar::isMetric);
      case "cluster-name" -> value.length() <= LONGEST_CLUSTER_NAME && DnsNames.isLabel(value);
      case "cluster-id" ->
          isNumber(value, false)
              && value.length() <= 3
              && Integer.parseInt(value) <= HIGHEST_CLUSTER_ID;
      default -> isAllowed(value);
    };
  }

  private boolean isAllowed(String value) {
    if (written.indexOf(',') < 0) {
      return values().contains(value);
    }
    return values().containsAll(List.of(value.strip().split("[ ,]+")));
  }

  /** Two ports, the lower one first. */
  private static boolean isRange(String value) {
    int comma = value.indexOf(',');
    String from = value.substring(0, Math.max(0, comma)).strip();
    String to = value.substring(comma + 1).strip();
    return PortNumber.problem(from) == null
        && PortNumber.problem(to) == null
        && Integer.parseInt(from) <= Integer.parseInt(to);
  }

  /** The name of a metric before its options; false for a slip of a known name only, since others may be newer. */
  private static boolean isMetric(String metric) {
    int end = 0;
    while (end < metric.length() && metric.charAt(end) != ':' && metric.charAt(end) != ';') {
      end++;
    }
    String name = metric.substring(0, end);
    return METRICS.contains(name) || NearMiss.nearest(name, METRICS) == null;
  }

  private static boolean isCidr(String value) {
    return Cidr.parse(value) != null;
  }

  private static boolean isNumber(String value, boolean fraction) {
    boolean digits = false;
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      digits |= c >= '0' && c <= '9';
      boolean sign = i == 0 && c == '-';
      if ((c < '0' || c > '9') && !sign && !(fraction && ".e+-".indexOf(c) >= 0)) {
        return false;
      }
    }
    return digits;
  }

  /** What is allowed, for people. */
  String describe() {
    return switch (written) {
      case "boolean" -> "\"true\" or \"false\"";
      case "duration" -> "a duration such as 30s";
      case "integer" -> "a whole number";
      case "number" -> "a number";
      case "port" -> "the number of a port";
      case "port-range" -> "two ports with a comma between them, the lower one first";
      case "hubble-metrics" -> String.join(", ", METRICS) + ", with options";
      case "cidr" -> "a range of addresses";
      case "cidrs" -> "ranges of addresses with blanks between them";
      case "cluster-name" -> "a DNS label of at most 32 characters";
      case "cluster-id" -> "a number from 0 to 511";
      default -> String.join(written.indexOf(',') < 0 ? " or " : " and ", values());
    };
  }

  /** The same with letters of another case where that makes it right; else the value itself. */
  String inCase(String value) {
    String lower = value.toLowerCase(Locale.ROOT);
    return values().contains(lower) ? lower : value;
  }
}
