package dev.meshlint.core.yaml;

/** Explains pieces that do not fit the block or the brackets that they stand in. */
final class StructureProblems extends ProblemWording {
  StructureProblems(ParsedText parsed, EngineError error) {
    super(parsed, error);
  }

  YamlProblem unexpectedDash() {
    if (error.firstInLine()) {
      return indentation();
    }
    return problem(
        "list item in the line of its key",
        error.at(),
        Lines.contentEnd(text, error.at()),
        "begin a new line before the \"-\", or quote the value if the \"-\" is meant as text");
  }

  YamlProblem unexpectedInBlock() {
    int before = error.at();
    while (before > error.lineStart() && Lines.isBlank(text.charAt(before - 1))) {
      before--;
    }
    if (!error.firstInLine()) {
      char last = text.charAt(before - 1);
      int opening = last == '}' || last == ']' ? openingBefore(before) : -1;
      if (opening >= 0) {
        return quote(
            "value begins with \""
                + text.charAt(opening)
                + "\" and goes on after its \""
                + last
                + "\"",
            opening);
      }
      if (error.lastEnd() == before && (last == '"' || last == '\'')) {
        return afterQuote();
      }
      return problem(
          "text after the end of a value", error.at(), Lines.contentEnd(text, error.at()), null);
    }
    if (column(error.at()) == column(error.contextAt())) {
      boolean mapping = error.during("block mapping");
      return related(
          problem(
              mapping ? "list item among the keys of a mapping" : "key among the items of a list",
              error.at(),
              Lines.contentEnd(text, error.at()),
              mapping
                  ? "indent the item under its key, or remove the \"-\""
                  : "indent the key under its item, or begin the line with \"-\""),
          mapping ? "the mapping begins here" : "the list begins here");
    }
    return indentation();
  }

  private YamlProblem afterQuote() {
    if (error.sameLine(error.lastStart())) {
      return quote("value goes on after its closing quote", error.lastStart());
    }
    int line = 1;
    for (int i = error.lastStart(); i < error.at(); i = Lines.nextLine(text, i)) {
      line++;
    }
    return problem(
        "quote is closed only "
            + (line - 2 == 1 ? "in the next line" : line - 2 + " lines below")
            + ", where text follows it",
        error.lastStart(),
        Lines.contentEnd(text, error.lastStart()),
        "close the quote in its own line");
  }

  /** The bracket on the same line that the one before this offset closes, or -1. */
  private int openingBefore(int offset) {
    int open = 0;
    for (int i = offset - 1; i >= error.lineStart(); i--) {
      char c = text.charAt(i);
      if (c == '}' || c == ']') {
        open++;
      } else if (c == '{' || c == '[') {
        open--;
        if (open == 0) {
          return i;
        }
      }
    }
    return -1;
  }

  YamlProblem unexpectedInFlow() {
    char c = error.character();
    if (error.bracket() >= 0 && isOutside(error.bracket())) {
      int bracket = error.bracket();
      return problem(
          "bracket \"" + text.charAt(bracket) + "\" is not closed",
          bracket,
          bracket + 1,
          "add the closing bracket, or quote the value if the bracket is meant as text");
    }
    if (c == '{' || c == '[') {
      int word = error.at();
      while (word > error.lineStart() && " \t,[{".indexOf(text.charAt(word - 1)) < 0) {
        word--;
      }
      return problem(
          "value with \"" + c + "\" in it is not quoted",
          word,
          error.at() + 1,
          "put the value in double quotes");
    }
    return problem(
        "\"" + c + "\" where a comma, a value or the closing bracket was expected",
        error.at(),
        Math.min(error.at() + 1, text.length()),
        c == ','
            ? "remove the comma, or add the value before it"
            : "put values with special characters in double quotes");
  }

  /** Whether the line of the error looks as if the bracket should have been closed before it. */
  private boolean isOutside(int bracket) {
    if (error.sameLine(bracket)) {
      return error.at() >= Lines.contentEnd(text, bracket);
    }
    int line = error.contentStart();
    return line == text.length()
        || Lines.isSeparator(text, line)
        || column(line) <= column(Lines.skipBlanks(text, Lines.lineStart(text, bracket)));
  }

  private YamlProblem indentation() {
    YamlProblem problem =
        problem(
            "wrong indentation: no block that is open here begins in column " + column(error.at()),
            error.at(),
            Lines.contentEnd(text, error.at()),
            "align the line with the ones that it belongs to");
    return error.contextAt() < error.at()
        ? related(problem, "the block before begins here")
        : problem;
  }
}
