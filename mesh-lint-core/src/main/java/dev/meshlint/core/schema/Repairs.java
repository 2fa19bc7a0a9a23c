package dev.meshlint.core.schema;

import dev.meshlint.core.value.GepDuration;
import dev.meshlint.core.value.LinkerdDuration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a malformed value was plainly meant to be. */
final class Repairs {
  private Repairs() {}

  /** A value of the format that the wrong one plainly meant, or null. */
  static @Nullable String repair(Format format, String value) {
    String repaired =
        switch (format) {
          case GATEWAY_PATH, ABSOLUTE_PATH -> value.startsWith("/") ? null : "/" + value;
          case ISTIO_DURATION,
              ISTIO_DURATION_OR_ZERO,
              ISTIO_DURATION_SECONDS,
              GO_DURATION,
              ANY_DURATION,
              PROMETHEUS_DURATION ->
              duration(value);
          case LINKERD_DURATION -> first(LinkerdDuration.rewrite(value), duration(value));
          case GEP_2257_DURATION -> first(GepDuration.rewrite(value), duration(value));
          case CIDR ->
              Formats.accepts(Format.IP, value)
                  ? value + (value.indexOf(':') < 0 ? "/32" : "/128")
                  : null;
          case DNS_LABEL, SUBDOMAIN, WILDCARD_HOSTNAME, HOSTNAME -> host(value);
          case LISTENER_PROTOCOL -> value.toUpperCase(Locale.ROOT);
          default -> null;
        };
    return repaired == null || repaired.equals(value) || !Formats.accepts(format, repaired)
        ? null
        : repaired;
  }

  /** Whether the repaired value says what the reader of the wrong one takes it for. */
  static boolean isSafe(Format format, String value, String repaired) {
    return switch (format) {
      case GATEWAY_PATH, ABSOLUTE_PATH, CIDR, LISTENER_PROTOCOL -> true;
      case WILDCARD_HOSTNAME, HOSTNAME -> repaired.equalsIgnoreCase(value);
      case LINKERD_DURATION -> repaired.equals(LinkerdDuration.rewrite(value));
      case GEP_2257_DURATION -> repaired.equals(GepDuration.rewrite(value));
      default -> false;
    };
  }

  private static String first(@Nullable String preferred, String other) {
    return preferred == null ? other : preferred;
  }

  private static String duration(String value) {
    String text = value.strip().toLowerCase(Locale.ROOT).replace(" ", "");
    int end = text.length();
    while (end > 0 && (text.charAt(end - 1) < '0' || text.charAt(end - 1) > '9')) {
      end--;
    }
    String unit =
        switch (text.substring(end)) {
          case "", "sec", "secs", "second", "seconds" -> "s";
          case "min", "mins", "minute", "minutes" -> "m";
          case "hr", "hrs", "hour", "hours" -> "h";
          case "millis", "msec", "milliseconds" -> "ms";
          default -> text.substring(end);
        };
    return text.substring(0, end) + unit;
  }

  private static String host(String value) {
    String text = value.strip().toLowerCase(Locale.ROOT);
    int scheme = text.indexOf("://");
    if (scheme >= 0) {
      text = text.substring(scheme + 3);
    }
    int slash = text.indexOf('/');
    if (slash >= 0) {
      text = text.substring(0, slash);
    }
    int colon = text.indexOf(':');
    return colon < 0 ? text : text.substring(0, colon);
  }
}
