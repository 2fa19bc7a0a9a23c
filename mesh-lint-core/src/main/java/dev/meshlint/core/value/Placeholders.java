package dev.meshlint.core.value;

/**
 * Recognises values that something else fills in later: templates, variables, secrets by reference.
 *
 * <p>The forms are those found in public repositories: Kustomize and Flux variables, Helm and Go
 * templates, Maven and CI tokens, Argo CD Vault plugin paths, SOPS, and words such as {@code
 * REPLACE_ME}.
 *
 * <p>Thread-safe; never slower than linear in the value's length.
 */
public final class Placeholders {
  /** Prefixes of values that name a secret in a store. */
  private static final String[] REFERENCES = {"vault:", ">>vault:", "ref+", "op://", "ENC["};

  /** What opens a template and cannot be ordinary text. */
  private static final String[] OPENERS = {"${", "$(", "{{", "{%", "<%", "#{"};

  /**
   * Words that tell the reader to put something in their place; {@code -} stands for any or no
   * separator.
   */
  private static final String[][] REQUESTS = {
    {"replace", "me"},
    {"change", "me"},
    {"patch", "me"},
    {"fill", "me"},
    {"automatic", "replace"},
    {"to", "be", "replaced"}
  };

  private Placeholders() {}

  /**
   * Whether a value holds a placeholder in any form that is no ordinary text: <code>${X}</code>,
   * {@code $(X)}, <code>{{ x }}</code>, {@code <X>}, {@code %X%}, {@code $X}, {@code @x@}, {@code
   * vault:…}, {@code ref+…}, {@code ENC[…]}, {@code X_PLACEHOLDER}, {@code REPLACE_ME} and the
   * like.
   */
  public static boolean inText(String value) {
    return !isOrdinary(value) && (hasMarks(value) || hasWords(value));
  }

  /**
   * As {@link #inText}, and also upper-case words ({@code DEX_SERVICE}, {@code ISSUER}), <code>{x}
   * </code>, a single underscore, and runs of x ({@code xxx.example.com}, {@code x.x.x.x}). For names, hosts, CIDRs,
   * URLs and other values where upper case is invalid anyway; elsewhere it would silence every
   * misspelt enum.
   */
  public static boolean inName(String value) {
    return !isOrdinary(value)
        && (hasMarks(value)
            || hasWords(value)
            || value.equals("_")
            || (value.indexOf('{') >= 0 && value.indexOf('}') > value.indexOf('{'))
            || isDottedX(value)
            || hasPlaceholderToken(value));
  }

  /**
   * Whether it is plain at first sight that a value holds no placeholder: most are lower-case names and paths. One pass
   * spares them the search for each form.
   */
  private static boolean isOrdinary(String value) {
    char before = '.';
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      boolean letter = c >= 'a' && c <= 'z';
      boolean plain = letter || Ascii.isDigit(c) || c == '-' || c == '/' || (c == '.' && i > 0);
      // Runs of x, and what every request to replace something holds.
      if (!plain || c == 'x' || (c == 'e' && (before == 'm' || before == 'r'))) {
        return false;
      }
      before = c;
    }
    return !value.equals("placeholder");
  }

  private static boolean hasMarks(String value) {
    for (int i = 0; i < value.length(); i++) {
      switch (value.charAt(i)) {
        case '$', '{', '<', '#' -> {
          if (opensTemplate(value, i) || isBracketed(value, i) || isVariable(value, i)) {
            return true;
          }
        }
        case '%', '@' -> {
          if (isEnclosed(value, i)) {
            return true;
          }
        }
        case '_' -> {
          if (isUnderscored(value, i)) {
            return true;
          }
        }
        default -> {}
      }
    }
    return false;
  }

  private static boolean opensTemplate(String value, int at) {
    for (String opener : OPENERS) {
      if (value.startsWith(opener, at)) {
        return true;
      }
    }
    return false;
  }

  /** A variable such as {@code $PROJECT-ID}; {@code $1} is the group of a regular expression. */
  private static boolean isVariable(String value, int at) {
    return value.charAt(at) == '$'
        && at + 1 < value.length()
        && (Ascii.isLetter(value.charAt(at + 1)) || value.charAt(at + 1) == '_');
  }

  /** Text in angle brackets that begins with a letter: {@code <host>}, {@code <path:a/b#key>}. */
  private static boolean isBracketed(String value, int at) {
    if (value.charAt(at) != '<' || at + 1 >= value.length()) {
      return false;
    }
    char first = value.charAt(at + 1);
    if (!Ascii.isLetter(first) && first != '_') {
      return false;
    }
    // Only as far as the next bracket: each character is looked at once, whatever the value.
    for (int i = at + 1; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '>') {
        return true;
      }
      if (c == '<' || c == '\n') {
        return false;
      }
    }
    return false;
  }

  /**
   * Whether {@code %X%} or {@code @x@} begins here. Percent-encoded text ({@code %E4%B8%AD}) and
   * percentages ({@code 50%-75%}) are none.
   */
  private static boolean isEnclosed(String value, int at) {
    int end = at + 1;
    while (end < value.length() && isWordCharacter(value.charAt(end))) {
      end++;
    }
    char mark = value.charAt(at);
    if (end == at + 1 || end == value.length() || value.charAt(end) != mark) {
      return false;
    }
    char first = value.charAt(at + 1);
    boolean encoded =
        mark == '%' && isEncoded(value, at) && (end == at + 3 || isEncoded(value, end));
    return !encoded && (Ascii.isLetter(first) || first == '_');
  }

  private static boolean isWordCharacter(char c) {
    return Ascii.isAlphanumeric(c) || c == '_' || c == '-' || c == '.';
  }

  private static boolean isEncoded(String value, int percent) {
    return percent + 2 < value.length()
        && Ascii.isHex(value.charAt(percent + 1))
        && Ascii.isHex(value.charAt(percent + 2));
  }

  /** {@code __HOST__}: an upper-case word between two underscores; not within a longer name. */
  private static boolean isUnderscored(String value, int at) {
    if (!value.startsWith("__", at)
        || (at > 0 && Ascii.isAlphanumeric(value.charAt(at - 1)))
        || at + 2 >= value.length()
        || !Ascii.isUpper(value.charAt(at + 2))) {
      return false;
    }
    for (int i = at + 3; i < value.length() && isUpperSnake(value.charAt(i)); i++) {
      if (value.startsWith("__", i)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isUpperSnake(char c) {
    return Ascii.isUpper(c) || Ascii.isDigit(c) || c == '_';
  }

  private static boolean hasWords(String value) {
    if (value.equals("...") || value.equals("…") || value.equalsIgnoreCase("placeholder")) {
      return true;
    }
    if (value.contains("PLACEHOLDER")) {
      return true;
    }
    for (String reference : REFERENCES) {
      if (value.startsWith(reference)) {
        return true;
      }
    }
    return mayRequest(value) && hasRequest(value);
  }

  /** Every request holds "me" or "re": one look at the text spares six of them for most values. */
  private static boolean mayRequest(String value) {
    for (int i = value.length() - 1; i > 0; i--) {
      if ((value.charAt(i) | 0x20) == 'e') {
        int before = value.charAt(i - 1) | 0x20;
        if (before == 'm' || before == 'r') {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean hasRequest(String value) {
    for (String[] request : REQUESTS) {
      if (hasRequest(value, request)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether these words follow each other with one separator or none between, and no letter around.
   */
  private static boolean hasRequest(String value, String[] words) {
    for (int i = Ascii.indexOfIgnoringCase(value, words[0], 0);
        i >= 0;
        i = Ascii.indexOfIgnoringCase(value, words[0], i + 1)) {
      if (i > 0 && Ascii.isLetter(value.charAt(i - 1))) {
        continue;
      }
      int end = i + words[0].length();
      for (int w = 1; w < words.length && end >= 0; w++) {
        if (end < value.length() && "-_ .".indexOf(value.charAt(end)) >= 0) {
          end++;
        }
        boolean next = value.regionMatches(true, end, words[w], 0, words[w].length());
        end = next ? end + words[w].length() : -1;
      }
      if (end >= 0 && (end == value.length() || !Ascii.isLetter(value.charAt(end)))) {
        return true;
      }
    }
    return false;
  }

  /** Whether a word of the value is all upper case (two letters or more) or nothing but x. */
  private static boolean hasPlaceholderToken(String value) {
    boolean address = value.indexOf(':') >= 0 && value.indexOf(':') != value.lastIndexOf(':');
    int start = 0;
    for (int i = 0; i <= value.length(); i++) {
      if (i < value.length() && isTokenCharacter(value.charAt(i))) {
        continue;
      }
      if (isUpperWord(value, start, i, address) || isRunOfX(value, start, i)) {
        return true;
      }
      start = i + 1;
    }
    return false;
  }

  private static boolean isTokenCharacter(char c) {
    return Ascii.isAlphanumeric(c) || c == '_';
  }

  /** An upper-case word. Percent-encoded bytes, digits of an IPv6 address and amounts such as {@code 64MB} are none. */
  private static boolean isUpperWord(String value, int start, int end, boolean address) {
    if (start > 0 && value.charAt(start - 1) == '%' && isEncoded(value, start - 1)) {
      return false;
    }
    if (start < end && Ascii.isDigit(value.charAt(start)) && value.indexOf('_', start) < 0) {
      return false;
    }
    int letters = 0;
    boolean hex = true;
    for (int i = start; i < end; i++) {
      char c = value.charAt(i);
      if (Ascii.isLower(c)) {
        return false;
      }
      letters += Ascii.isUpper(c) ? 1 : 0;
      hex &= Ascii.isHex(c);
    }
    return letters >= 2 && !(address && hex);
  }

  private static boolean isRunOfX(String value, int start, int end) {
    for (int i = start; i < end; i++) {
      if (Ascii.lower(value.charAt(i)) != 'x') {
        return false;
      }
    }
    return end - start >= 3;
  }

  /** {@code x.x.x.x}, {@code 10.x.x.x/8}: an address with its parts left out. */
  private static boolean isDottedX(String value) {
    boolean marked = false;
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (Ascii.lower(c) == 'x') {
        marked = true;
      } else if (!Ascii.isDigit(c) && "./:".indexOf(c) < 0) {
        return false;
      }
    }
    return marked && value.indexOf('.') >= 0;
  }
}
