package dev.meshlint.core.value;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Names of hosts and patterns of them in rules of Cilium (Cilium documentation, "DNS based"). Stateless, safe for use by
 * several threads.
 */
public final class FqdnPattern {
  private static final char ONE = '?';
  private static final char LABEL = '*';
  private static final char LABELS = '#';

  private FqdnPattern() {}

  /**
   * Whether a name may be meant by both: a star stands for any characters of one label, also for none; two at the beginning
   * for one label or more; one alone for every name.
   */
  public static boolean overlap(String one, String other) {
    String first = tokens(plain(one));
    String second = tokens(plain(other));
    return meet(first, 0, second, 0, new boolean[first.length() + 1][second.length() + 1]);
  }

  /** The pattern with a mark for what stands for one character, for characters of a label, and for those of several. */
  private static String tokens(String pattern) {
    if (pattern.equals("*")) {
      return "" + LABELS;
    }
    String start = pattern.startsWith("**.") ? "" + ONE + LABELS : "";
    return start + pattern.substring(start.length()).replace('*', LABEL);
  }

  /** Whether some text is meant by what is left of both. */
  private static boolean meet(String one, int i, String other, int j, boolean[][] failed) {
    if (i == one.length() && j == other.length()) {
      return true;
    }
    if (failed[i][j]) {
      return false;
    }
    failed[i][j] = true;
    boolean many = i < one.length() && isMany(one.charAt(i));
    boolean others = j < other.length() && isMany(other.charAt(j));
    if (many && meet(one, i + 1, other, j, failed)
        || others && meet(one, i, other, j + 1, failed)) {
      return true;
    }
    return i < one.length()
        && j < other.length()
        && !(many && others)
        && haveCommon(one.charAt(i), other.charAt(j))
        && meet(one, many ? i : i + 1, other, others ? j : j + 1, failed);
  }

  private static boolean isMany(char token) {
    return token == LABEL || token == LABELS;
  }

  private static boolean haveCommon(char one, char other) {
    if (one == LABELS || other == LABELS) {
      return true;
    }
    boolean free = one == LABEL || one == ONE;
    boolean otherFree = other == LABEL || other == ONE;
    return free ? otherFree || other != '.' : otherFree ? one != '.' : one == other;
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
}
