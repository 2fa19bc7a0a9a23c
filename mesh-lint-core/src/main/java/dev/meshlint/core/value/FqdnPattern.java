package dev.meshlint.core.value;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Names of hosts and patterns of them in rules of Cilium (Cilium documentation, "DNS based"). Stateless, safe for use by
 * several threads.
 */
public final class FqdnPattern {
  private FqdnPattern() {}

  /** Whether a name may be meant by both; a star stands for characters of one label, two at the beginning for labels. */
  public static boolean overlap(String one, String other) {
    String first = plain(one);
    String second = plain(other);
    return matches(first, second.replace("*", "x")) || matches(second, first.replace("*", "x"));
  }

  /**
   * Keys to keep a name or pattern under, so that it is found under one of those that {@link #asked} gives for each one
   * that overlaps.
   */
  public static List<String> keys(String name) {
    String plain = plain(name);
    String end = literalEnd(plain);
    List<String> keys = new ArrayList<>();
    keys.add((end.equals(plain) ? "=" : "~") + end);
    ends(end).forEach(one -> keys.add("." + one));
    return keys;
  }

  /** The keys under which all are kept that may overlap a name or pattern. */
  public static List<String> asked(String name) {
    String plain = plain(name);
    String end = literalEnd(plain);
    List<String> keys = new ArrayList<>();
    keys.add((end.equals(plain) ? "=" : ".") + end);
    ends(end).forEach(one -> keys.add("~" + one));
    return keys;
  }

  /** The labels behind the last one that holds a star. */
  private static String literalEnd(String plain) {
    int star = plain.lastIndexOf('*');
    int dot = plain.indexOf('.', star);
    return star < 0 ? plain : dot < 0 ? "" : plain.substring(dot + 1);
  }

  /** The name itself and what is left without its first labels. */
  private static List<String> ends(String name) {
    List<String> ends = new ArrayList<>();
    ends.add(name);
    for (int dot = name.indexOf('.'); dot >= 0; dot = name.indexOf('.', dot + 1)) {
      ends.add(name.substring(dot + 1));
    }
    if (!name.isEmpty()) {
      ends.add("");
    }
    return ends;
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
