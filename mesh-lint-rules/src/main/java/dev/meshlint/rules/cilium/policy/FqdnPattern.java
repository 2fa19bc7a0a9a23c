package dev.meshlint.rules.cilium.policy;

import dev.meshlint.core.value.Glob;
import java.util.Locale;

/** Patterns of names in rules of Cilium. Stateless. */
final class FqdnPattern {
  private FqdnPattern() {}

  /** Whether a name may be meant by both; a star stands for characters of one label, two at the beginning for labels. */
  static boolean overlap(String one, String other) {
    String first = plain(one);
    String second = plain(other);
    return matches(first, second.replace("*", "x")) || matches(second, first.replace("*", "x"));
  }

  private static String plain(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
  }

  private static boolean matches(String pattern, String name) {
    if (pattern.equals("*")) {
      return true;
    }
    if (pattern.startsWith("**.")) {
      String suffix = pattern.substring(2);
      return name.endsWith(suffix) || matches(pattern.substring(3), name);
    }
    String[] wanted = pattern.split("\\.", -1);
    String[] labels = name.split("\\.", -1);
    if (wanted.length != labels.length) {
      return false;
    }
    for (int i = 0; i < wanted.length; i++) {
      if (!Glob.matches(wanted[i], labels[i])) {
        return false;
      }
    }
    return true;
  }
}
