package dev.meshlint.core.value;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds what a misspelt word plainly meant.
 *
 * <p>Two questions with different stakes: {@link #nearest} decides that a name is certainly a
 * mistake, {@link #suggestion} only words a hint beside a mistake that is certain already.
 *
 * <p>Thread-safe; linear in the number of candidates.
 */
public final class NearMiss {
  private static final int LONG_NAME = 8;

  private NearMiss() {}

  /**
   * The one name among the candidates that the wrong one plainly meant; null if there is none or
   * more than one. Names that differ in a digit, a version, a region, a colour, a stage or the like
   * ({@code backend-v1} and {@code backend-v2}, {@code blue} and {@code green}) never count: both
   * are likely to exist.
   *
   * @param wrong a name that does not exist
   * @param candidates names that exist in the same place; may hold duplicates
   */
  public static @Nullable String nearest(String wrong, Collection<String> candidates) {
    NameDifference difference = new NameDifference(wrong);
    String only = null;
    for (String candidate : candidates) {
      if (difference.isTypo(candidate) && !candidate.equals(only)) {
        if (only != null) {
          return null;
        }
        only = candidate;
      }
    }
    return only;
  }

  /**
   * As {@link #nearest}, for names that somebody else gives, such as those of metrics: a single slip
   * in a long name counts wherever it stands, also in a short word of it.
   *
   * @param wrong a name that does not exist
   * @param names all names that exist
   */
  public static @Nullable String nearestGiven(String wrong, Collection<String> names) {
    String nearest = nearest(wrong, names);
    if (nearest != null || wrong.length() < LONG_NAME) {
      return nearest;
    }
    String only = null;
    for (String name : names) {
      boolean slip =
          Math.abs(name.length() - wrong.length()) <= 1
              && EditDistance.atMost(wrong, name, 1) <= 1
              && NameDifference.digits(wrong).equals(NameDifference.digits(name));
      if (slip && !name.equals(only)) {
        if (only != null) {
          return null;
        }
        only = name;
      }
    }
    return only;
  }

  /**
   * What to offer as "did you mean" where one of a closed set was expected (enum values, field
   * names, option names); null if nothing comes close. Other case or other separators come first,
   * then the fewest differing letters, then a common beginning, then the same words in another
   * order.
   *
   * @param wrong a word that is not in the set
   * @param allowed the words of the set
   */
  public static @Nullable String suggestion(String wrong, Collection<String> allowed) {
    String plain = plain(wrong);
    if (plain.isEmpty()) {
      return null;
    }
    String best = null;
    int bestDistance = Integer.MAX_VALUE;
    boolean tie = false;
    for (String candidate : allowed) {
      String other = plain(candidate);
      if (other.equals(plain)) {
        return candidate;
      }
      int limit = limit(Math.min(plain.length(), other.length()));
      int distance = EditDistance.atMost(plain, other, Math.min(limit, bestDistance));
      if (distance > limit || distance > bestDistance || candidate.equals(best)) {
        continue;
      }
      tie = distance == bestDistance;
      best = candidate;
      bestDistance = distance;
    }
    if (best != null) {
      return tie ? null : best;
    }
    String beginning = byBeginning(plain, allowed);
    return beginning != null ? beginning : bySameWords(wrong, allowed);
  }

  private static int limit(int length) {
    return length < 3 ? 0 : length < 6 ? 1 : 2;
  }

  /**
   * The one word that begins as the wrong one does, or else the longest that the wrong one begins
   * with.
   */
  private static @Nullable String byBeginning(String plain, Collection<String> allowed) {
    String longer = null;
    int continuations = 0;
    String shorter = null;
    for (String candidate : allowed) {
      String other = plain(candidate);
      if (plain.length() >= 3 && other.startsWith(plain)) {
        longer = candidate;
        continuations++;
      } else if (other.length() >= 4
          && plain.startsWith(other)
          && (shorter == null || candidate.length() > shorter.length())) {
        shorter = candidate;
      }
    }
    return continuations == 1 ? longer : continuations == 0 ? shorter : null;
  }

  private static @Nullable String bySameWords(String wrong, Collection<String> allowed) {
    List<String> words = words(wrong);
    if (words.size() < 2) {
      return null;
    }
    for (String candidate : allowed) {
      if (words(candidate).equals(words)) {
        return candidate;
      }
    }
    return null;
  }

  /** The word in lower case without separators, so that all spellings of one name are alike. */
  private static String plain(String word) {
    StringBuilder plain = new StringBuilder(word.length());
    for (int i = 0; i < word.length(); i++) {
      if (!isSeparator(word.charAt(i))) {
        plain.append(Character.toLowerCase(word.charAt(i)));
      }
    }
    return plain.toString();
  }

  /** The words of a name in camelCase, snake_case or kebab-case, in lower case and sorted. */
  private static List<String> words(String name) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    for (int i = 0; i <= name.length(); i++) {
      boolean end = i == name.length() || isSeparator(name.charAt(i));
      boolean hump =
          !end
              && i > 0
              && Character.isUpperCase(name.charAt(i))
              && Character.isLowerCase(name.charAt(i - 1));
      if ((end || hump) && word.length() > 0) {
        words.add(word.toString());
        word.setLength(0);
      }
      if (!end) {
        word.append(Character.toLowerCase(name.charAt(i)));
      }
    }
    Collections.sort(words);
    return words;
  }

  private static boolean isSeparator(char c) {
    return c == '-' || c == '_' || c == ' ' || c == '.';
  }
}
