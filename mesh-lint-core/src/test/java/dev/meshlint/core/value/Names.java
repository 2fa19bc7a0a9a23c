package dev.meshlint.core.value;

import java.util.Random;

/** Random names for property tests. */
final class Names {
  private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz";
  private static final String DIGITS = "0123456789";

  private Names() {}

  /** A valid RFC 1123 label of 1 to 15 characters that begins with a letter. */
  static String label(Random random) {
    int length = 1 + random.nextInt(15);
    StringBuilder label = new StringBuilder(length);
    for (int i = 0; i < length; i++) {
      boolean inner = i > 0 && i < length - 1;
      int kind = random.nextInt(10);
      String from = inner && kind == 0 ? "-" : i > 0 && kind < 3 ? DIGITS : LETTERS;
      label.append(from.charAt(random.nextInt(from.length())));
    }
    return label.toString();
  }

  /** A valid host of one to five labels. */
  static String host(Random random) {
    StringBuilder host = new StringBuilder(label(random));
    for (int i = random.nextInt(5); i > 0; i--) {
      host.append('.').append(label(random));
    }
    return host.toString();
  }

  /** Lower-case letters. */
  static String word(Random random, int shortest, int longest) {
    int length = shortest + random.nextInt(longest - shortest + 1);
    StringBuilder word = new StringBuilder(length);
    for (int i = 0; i < length; i++) {
      word.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return word.toString();
  }

  /** A text of these characters, up to this length. */
  static String text(Random random, String alphabet, int longest) {
    int length = random.nextInt(longest + 1);
    StringBuilder text = new StringBuilder(length);
    for (int i = 0; i < length; i++) {
      text.append(alphabet.charAt(random.nextInt(alphabet.length())));
    }
    return text.toString();
  }

  /** One of these. */
  @SafeVarargs
  static <T> T oneOf(Random random, T... choices) {
    return choices[random.nextInt(choices.length)];
  }
}
