package dev.meshlint.core.value;

/** What an opening parenthesis opens. */
enum Re2Opening {
  /** A numbered or named group. */
  CAPTURING,
  /** A group that only holds its content together. */
  PLAIN,
  /** No group: flags for what follows. */
  FLAGS;

  /** Reads the parenthesis with all that belongs to it. */
  static Re2Opening read(Re2Reader in) throws Re2Problem {
    if (in.peek(1) != '?') {
      in.skip(1);
      return CAPTURING;
    }
    boolean python = in.isNext("(?P<") && in.peek(4) != 0;
    if (python || (in.isNext("(?<") && in.peek(3) != 0)) {
      name(in, python ? 4 : 3);
      return CAPTURING;
    }
    return flags(in) ? PLAIN : FLAGS;
  }

  /** Reads the opening of a named group. */
  private static void name(Re2Reader in, int start) throws Re2Problem {
    if (in.isNext("(?<=") || in.isNext("(?<!")) {
      throw Re2Problem.general(
          "lookbehind " + in.rest().substring(0, 4) + "…) is not supported by RE2");
    }
    int end = in.indexOf(">");
    if (end < 0) {
      throw Re2Problem.general("the name of the group \"" + in.rest() + "\" is not closed");
    }
    int begin = in.at();
    in.moveTo(end + 1);
    String opening = in.since(begin);
    String name = opening.substring(start, opening.length() - 1);
    for (int i = 0; i < name.length(); i++) {
      if (!Ascii.isAlphanumeric(name.charAt(i)) && name.charAt(i) != '_') {
        throw Re2Problem.of(
            "\"" + name + "\" is no name for a group, only letters, digits and \"_\" are allowed");
      }
    }
    if (name.isEmpty()) {
      throw Re2Problem.general("the name of the group \"" + opening + "\" is missing");
    }
  }

  /** Reads {@code (?flags)} or {@code (?flags:}; whether a group begins. */
  private static boolean flags(Re2Reader in) throws Re2Problem {
    int start = in.at();
    in.skip(2);
    boolean negative = false;
    boolean flag = false;
    while (!in.isAtEnd()) {
      switch (in.peek(0)) {
        case 'i', 'm', 's', 'U' -> flag = true;
        case '-' -> {
          if (negative) {
            throw unsupported(in, start);
          }
          negative = true;
          flag = false;
        }
        case ':', ')' -> {
          if (negative && !flag) {
            throw unsupported(in, start);
          }
          in.skip(1);
          return in.since(start).endsWith(":");
        }
        default -> throw unsupported(in, start);
      }
      in.skip(1);
    }
    throw unsupported(in, start);
  }

  private static Re2Problem unsupported(Re2Reader in, int start) {
    in.moveTo(start);
    if (in.isNext("(?=") || in.isNext("(?!")) {
      return Re2Problem.general(
          "lookahead " + in.rest().substring(0, 3) + "…) is not supported by RE2");
    }
    if (in.isNext("(?>")) {
      return Re2Problem.general("the atomic group (?>…) is not supported by RE2");
    }
    if (in.isNext("(?P=")) {
      return Re2Problem.general("the back-reference (?P=…) is not supported by RE2");
    }
    if (in.isNext("(?#")) {
      return Re2Problem.general("the comment (?#…) is not supported by RE2");
    }
    if (in.isNext("(?P") || in.isNext("(?<") || in.rest().equals("(?")) {
      return Re2Problem.general("the group \"" + in.rest() + "\" is not complete");
    }
    String rest = in.rest();
    int end = 2;
    while (end < rest.length() && rest.charAt(end) != ')' && rest.charAt(end) != ':') {
      end++;
    }
    return Re2Problem.of(
        "\"" + rest.substring(0, Math.min(end + 1, rest.length())) + "\" is not supported by RE2");
  }
}
