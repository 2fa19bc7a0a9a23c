package dev.meshlint.rules.linkerd.injection;

import dev.meshlint.core.value.Cidr;
import dev.meshlint.core.value.GoBoolean;
import dev.meshlint.core.value.GoDuration;
import dev.meshlint.core.value.LinkerdDuration;
import dev.meshlint.core.value.NearMiss;
import dev.meshlint.core.value.PortNumber;
import dev.meshlint.core.value.PortRanges;
import dev.meshlint.core.value.Quantity;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How values of Linkerd's annotations are written. Sources: Linkerd's references of proxy configuration, retries, timeouts
 * and circuit breaking.
 */
final class AnnotationValues {
  private static final Map<String, List<String>> WORDS =
      Map.of(
          "enabled-disabled", List.of("enabled", "disabled"),
          "access-log", List.of("apache", "json", ""),
          "log-format", List.of("plain", "json"),
          "pull-policy", List.of("Always", "IfNotPresent", "Never"),
          "accrual-mode", List.of("consecutive", "unified"),
          "inbound-policy",
              List.of(
                  "all-unauthenticated",
                  "all-authenticated",
                  "cluster-unauthenticated",
                  "cluster-authenticated",
                  "deny",
                  "audit"));

  private static final List<String> LEVELS =
      List.of("off", "error", "warn", "info", "debug", "trace");

  private static final List<String> GRPC =
      List.of("cancelled", "deadline-exceeded", "internal", "resource-exhausted", "unavailable");

  private AnnotationValues() {}

  /** What is wrong with a value, as a clause; null if nothing is. */
  static @Nullable String problem(String grammar, String value) {
    List<String> words = WORDS.get(grammar);
    if (words != null) {
      return words.contains(value) ? null : "it is none of " + quoted(words);
    }
    return switch (grammar) {
      case "port" -> PortNumber.problem(value);
      case "uint", "u32" -> whole(value, 4294967295L);
      case "u32-million" -> whole(value, 1_000_000);
      case "l5d-window" -> window(value);
      case "u16" -> whole(value, 65535);
      case "int" -> whole(value.startsWith("-") ? value.substring(1) : value, Integer.MAX_VALUE);
      case "port-list", "port-list-numeric" -> PortRanges.problem(value);
      case "go-bool" -> GoBoolean.parse(value) == null ? "it is neither true nor false" : null;
      case "go-duration" -> GoDuration.problem(value);
      case "l5d-duration" -> LinkerdDuration.problem(value);
      case "quantity" -> Quantity.problem(value);
      case "ratio-open" -> ratio(value, 1, true);
      case "ratio-closed" -> ratio(value, 1, false);
      case "jitter" -> ratio(value, 100, false);
      case "log-level" -> logLevel(value);
      case "cidr-list" -> networks(value);
      case "env-json" -> environment(value);
      case "http-retry", "grpc-retry" -> retry(grammar, value);
      default -> null;
    };
  }

  /** The same value as it should be written; null where that cannot be told. */
  static @Nullable String rewrite(String grammar, String value) {
    List<String> words = WORDS.get(grammar);
    String meant =
        switch (grammar) {
          case "l5d-duration", "l5d-window" -> LinkerdDuration.rewrite(value);
          case "http-retry", "grpc-retry" -> value.replace(" ", "");
          case "go-bool" ->
              value.equalsIgnoreCase("true") || value.equalsIgnoreCase("false")
                  ? value.toLowerCase(Locale.ROOT)
                  : null;
          default -> words == null ? value.strip() : NearMiss.suggestion(value, words);
        };
    return meant == null || meant.equals(value) || problem(grammar, meant) != null ? null : meant;
  }

  private static String quoted(List<String> words) {
    return "\"" + String.join("\", \"", words) + "\"";
  }

  private static @Nullable String whole(String value, long max) {
    try {
      boolean digits = !value.isEmpty() && value.chars().allMatch(c -> c >= '0' && c <= '9');
      return digits && Long.parseLong(value) <= max
          ? null
          : "it must be a whole number from 0 to " + max;
    } catch (NumberFormatException e) {
      return "it must be a whole number from 0 to " + max;
    }
  }

  private static @Nullable String ratio(String value, int max, boolean open) {
    String clause = open ? "it must lie between 0 and 1" : "it must be a number from 0 to " + max;
    try {
      double number = Double.parseDouble(value);
      boolean inside = open ? number > 0 && number < max : number >= 0 && number <= max;
      return inside ? null : clause;
    } catch (NumberFormatException e) {
      return clause;
    }
  }

  /** A word alone may be a part of the program, so that only slips of level names count there. */
  private static @Nullable String logLevel(String value) {
    if (value.indexOf('[') >= 0 || value.indexOf('{') >= 0) {
      return null;
    }
    for (String directive : value.split(",", -1)) {
      int equals = directive.lastIndexOf('=');
      String level = directive.substring(equals + 1).strip().toLowerCase(Locale.ROOT);
      boolean known =
          LEVELS.contains(level)
              || level.isEmpty()
              || (level.length() == 1 && level.charAt(0) >= '0' && level.charAt(0) <= '5');
      if (!known && (equals >= 0 || NearMiss.suggestion(level, LEVELS) != null)) {
        return "\"" + level + "\" is no level, only " + quoted(LEVELS) + " are";
      }
    }
    return null;
  }

  /** The window of a circuit breaker cannot be too short. */
  private static @Nullable String window(String value) {
    Long millis = LinkerdDuration.millis(value);
    return millis != null && millis < 10
        ? "it is shorter than 10ms"
        : LinkerdDuration.problem(value);
  }

  private static @Nullable String networks(String value) {
    for (String network : value.split(",", -1)) {
      String problem = network.isBlank() ? null : Cidr.problem(network.strip());
      if (problem != null) {
        return "in \"" + network.strip() + "\", " + problem;
      }
    }
    return null;
  }

  private static @Nullable String environment(String value) {
    String json = value.strip();
    return json.startsWith("[") && json.endsWith("]")
        ? null
        : "it must be a list of variables in JSON, such as [{\"name\": \"A\", \"value\": \"b\"}]";
  }

  private static @Nullable String retry(String grammar, String value) {
    for (String condition : value.split(",", -1)) {
      boolean known =
          grammar.equals("grpc-retry")
              ? GRPC.contains(condition.toLowerCase(Locale.ROOT))
              : isHttpCondition(condition);
      if (!known) {
        return condition.isBlank() || !condition.equals(condition.strip())
            ? "blanks and empty conditions are not allowed"
            : "\"" + condition + "\" is no condition";
      }
    }
    return null;
  }

  private static boolean isHttpCondition(String condition) {
    if (condition.equals("5xx") || condition.equals("gateway-error")) {
      return true;
    }
    int hyphen = condition.indexOf('-');
    return hyphen < 0
        ? isStatus(condition)
        : isStatus(condition.substring(0, hyphen)) && isStatus(condition.substring(hyphen + 1));
  }

  private static boolean isStatus(String text) {
    return text.length() == 3
        && text.charAt(0) >= '1'
        && text.charAt(0) <= '5'
        && whole(text, 599) == null;
  }
}
