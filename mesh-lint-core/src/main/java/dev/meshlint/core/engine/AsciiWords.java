package dev.meshlint.core.engine;

import java.util.ArrayList;
import java.util.List;

/**
 * Words that are looked for all at once, in one pass over a text, whatever the case of their letters. Immutable.
 *
 * <p>Most places of a text are told from their two characters alone to start none of the words.
 */
final class AsciiWords {
  private static final int CHARACTERS = 128;

  /** For each pair of characters the number of the group of words that start with it; 0 for none. */
  private final byte[] groupOf = new byte[CHARACTERS * CHARACTERS];

  private final List<List<String>> groups = new ArrayList<>(List.of(List.of()));

  /**
   * Takes the words.
   *
   * @param words of ASCII characters, two at least, letters in lower case; at most 127 pairs of characters start them
   */
  AsciiWords(List<String> words) {
    for (String word : words) {
      int start = word.charAt(0) * CHARACTERS + word.charAt(1);
      if (groupOf[start] == 0) {
        groupOf[start] = (byte) groups.size();
        groups.add(new ArrayList<>(1));
      }
      groups.get(groupOf[start]).add(word);
    }
  }

  /** Whether a text holds one of them. */
  boolean areIn(String text) {
    int last = CHARACTERS;
    for (int i = 0; i < text.length(); i++) {
      int next = lower(text.charAt(i));
      if (last < CHARACTERS && next < CHARACTERS) {
        int group = groupOf[last * CHARACTERS + next];
        if (group != 0 && isAnyAt(text, i - 1, groups.get(group))) {
          return true;
        }
      }
      last = next;
    }
    return false;
  }

  private static boolean isAnyAt(String text, int at, List<String> words) {
    for (String word : words) {
      if (text.regionMatches(true, at, word, 0, word.length())) {
        return true;
      }
    }
    return false;
  }

  private static int lower(char character) {
    return character >= 'A' && character <= 'Z' ? character + ('a' - 'A') : character;
  }
}
