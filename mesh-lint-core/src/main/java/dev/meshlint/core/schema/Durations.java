package dev.meshlint.core.schema;

import dev.meshlint.core.value.GoDuration;
import org.jspecify.annotations.Nullable;

/** Comparisons of durations. */
final class Durations {
  private static final long MILLISECOND = 1_000_000;

  private Durations() {}

  /** Whether a duration is longer than another one; a zero bound stands for "no bound". */
  static Tri longer(String duration, @Nullable String than) {
    Long mine = GoDuration.nanos(duration);
    Long bound = than == null ? null : GoDuration.nanos(than);
    return mine == null || bound == null ? Tri.UNKNOWN : Tri.of(bound != 0 && mine > bound);
  }

  /** Istio's rule: at least a millisecond, in whole milliseconds; or a bare zero where that means "off". */
  static @Nullable String istioProblem(String text, boolean zeroAllowed) {
    Long nanos = GoDuration.nanos(text);
    if (nanos == null) {
      String problem = GoDuration.problem(text);
      return problem == null ? "it is too long" : problem;
    }
    if (nanos == 0 && zeroAllowed) {
      return null;
    }
    if (nanos < MILLISECOND) {
      return "it is shorter than 1ms";
    }
    return nanos % MILLISECOND == 0 ? null : "it is not a whole number of milliseconds";
  }

  static @Nullable String wholeSecondsProblem(String text) {
    String problem = istioProblem(text, false);
    if (problem != null) {
      return problem;
    }
    Long nanos = GoDuration.nanos(text);
    return nanos != null && nanos % 1_000_000_000L == 0
        ? null
        : "it is not a whole number of seconds";
  }

  /** GEP-2257: up to four groups of one to five digits with h, m, s or ms. */
  static @Nullable String gep2257Problem(String text) {
    int at = 0;
    int groups = 0;
    while (at < text.length()) {
      int digits = at;
      while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
        at++;
      }
      if (at == digits) {
        return text.charAt(at) == '.'
            ? "fractions are not allowed"
            : text.charAt(at) == '-' ? "it is negative" : "a number is missing";
      }
      if (at - digits > 5) {
        return "a number has more than 5 digits";
      }
      if (text.startsWith("ms", at)) {
        at += 2;
      } else if (at < text.length() && "hms".indexOf(text.charAt(at)) >= 0) {
        at++;
      } else if (at == text.length()) {
        return "the unit is missing";
      } else {
        return text.charAt(at) == '.'
            ? "fractions are not allowed"
            : "the unit must be h, m, s or ms";
      }
      if (++groups > 4) {
        return "it has more than 4 parts";
      }
    }
    return groups == 0 ? "it is empty" : null;
  }

  /** Prometheus: whole numbers with units from years down to milliseconds, each unit once; a bare 0. */
  static @Nullable String prometheusProblem(String text) {
    if (text.equals("0")) {
      return null;
    }
    String[] units = {"y", "w", "d", "h", "m", "s", "ms"};
    int at = 0;
    int next = 0;
    while (at < text.length()) {
      int digits = at;
      while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
        at++;
      }
      int unit = at;
      while (at < text.length() && Texts.isLetter(text.charAt(at))) {
        at++;
      }
      if (unit == digits) {
        return "a whole number is missing";
      }
      if (unit == at) {
        return "the unit is missing";
      }
      while (next < units.length && !units[next].equals(text.substring(unit, at))) {
        next++;
      }
      if (next++ == units.length) {
        return "the units must be y, w, d, h, m, s and ms, in this order";
      }
    }
    return text.isEmpty() ? "it is empty" : null;
  }

  /** Linkerd's annotations: one whole number with ms, s, m, h or d; a bare 0. */
  static @Nullable String linkerdProblem(String text) {
    int at = 0;
    while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
      at++;
    }
    if (at == 0) {
      return "it must begin with a whole number";
    }
    String unit = text.substring(at);
    return switch (unit) {
      case "ms", "s", "m", "h", "d" -> null;
      case "" -> text.equals("0") ? null : "the unit is missing";
      default ->
          unit.startsWith(".") ? "fractions are not allowed" : "the unit must be ms, s, m, h or d";
    };
  }
}
