package dev.meshlint.core.yaml;

import org.jspecify.annotations.Nullable;

/** Says in words for people, and at the place where the mistake is, what the engine says about a syntax error. */
final class SyntaxProblems {
  private final ParsedText parsed;
  private final EngineError error;
  private final String text;

  private SyntaxProblems(ParsedText parsed, EngineError error) {
    this.parsed = parsed;
    this.error = error;
    this.text = error.text();
  }

  static YamlProblem of(ParsedText parsed, EngineError error) {
    return new SyntaxProblems(parsed, error).explain();
  }

  private YamlProblem explain() {
    int conflict = conflictMarker();
    if (conflict >= 0) {
      return problem(
          "unresolved merge conflict",
          conflict,
          Lines.lineEnd(text, conflict),
          "keep one of the two sides and remove the lines with <<<<<<<, ======= and >>>>>>>");
    }
    if (error.says("cannot start any token") || error.says("(TAB)")) {
      return badStart();
    }
    if (error.during("scanning a simple key")) {
      return lineWithoutColon(error.contextAt());
    }
    if (error.says("mapping values are not allowed")) {
      return unexpectedColon();
    }
    if (error.says("sequence entries are not allowed")) {
      return unexpectedDash();
    }
    if (error.says("mapping keys are not allowed")) {
      return valueBeginsWith(error.at());
    }
    if (error.during("scanning a")) {
      return scanning();
    }
    if (error.says("expected <block end>")) {
      return unexpectedInBlock();
    }
    if (error.during("parsing a flow") || (error.bracket() >= 0 && error.says("node content"))) {
      return unexpectedInFlow();
    }
    if (error.says("expected '<document start>'")) {
      return problem(
          "this line does not belong to the document before it",
          error.at(),
          Lines.contentEnd(text, error.at()),
          "align it with the first line of the document, or separate documents with a line \"---\"");
    }
    if (error.says("expected the node content")) {
      return valueBeginsWith(error.at());
    }
    if (error.says("tag handle")) {
      return valueBeginsWith(error.contextAt());
    }
    return other();
  }

  /** The start of a line with a marker of a merge conflict in the failed document, or -1. */
  private int conflictMarker() {
    int end = Lines.lineEnd(text, error.at());
    int at = Lines.lineStart(text, error.documentStart());
    while (at < end) {
      if (text.startsWith("<<<<<<< ", at) || text.startsWith(">>>>>>> ", at)) {
        return at;
      }
      at = Lines.nextLine(text, at);
    }
    return -1;
  }

  private YamlProblem badStart() {
    int tab = text.lastIndexOf('\t', Math.min(error.at(), text.length() - 1));
    boolean tabs = error.says("(TAB)") || error.character() == '\t';
    if (tabs && tab >= error.lineStart()) {
      return problem(
          "tab in the indentation of a line",
          tab,
          tab + 1,
          "indent with spaces: YAML allows no tabs there");
    }
    return valueBeginsWith(error.at());
  }

  private YamlProblem lineWithoutColon(int start) {
    int end = Lines.contentEnd(text, start);
    boolean colon = text.substring(start, end).indexOf(':') >= 0;
    return problem(
        "line is neither \"key: value\" nor a list item",
        start,
        end,
        colon
            ? "put a blank after the \":\""
            : "indent it if it belongs to the text above it, or add the missing \":\"");
  }

  private YamlProblem unexpectedColon() {
    int start = error.contentStart();
    int first = text.indexOf(": ", start);
    if (first >= 0 && first < error.at()) {
      int value = Lines.skipBlanks(text, first + 1);
      return quote("value holds \": \" and is not quoted", value);
    }
    int before = Lines.previousContent(text, start);
    if (before >= error.documentStart() && column(before) == column(start)) {
      return lineWithoutColon(before);
    }
    return problem(
        "wrong indentation: this line is deeper than the one before it, which has a value already",
        start,
        error.at(),
        "align it with the keys that it belongs to");
  }

  private YamlProblem unexpectedDash() {
    if (error.firstInLine()) {
      return indentation();
    }
    return problem(
        "list item in the line of its key",
        error.at(),
        Lines.contentEnd(text, error.at()),
        "begin a new line before the \"-\", or quote the value if the \"-\" is meant as text");
  }

  private YamlProblem scanning() {
    int start = error.contextAt();
    if (error.says("unexpected end of stream") || error.says("document separator")) {
      return problem(
          "quote is not closed", start, Lines.contentEnd(text, start), "add the closing quote");
    }
    if (error.says("escape")) {
      int backslash = text.lastIndexOf('\\', Math.min(error.at(), text.length() - 1));
      int at = Math.max(backslash, start);
      int end = Math.min(at + 2, Lines.lineEnd(text, at));
      return problem(
          "\"" + text.substring(at, end) + "\" has no meaning in double quotes",
          at,
          end,
          "write \"\\\\\" for a backslash, or use single quotes");
    }
    if (error.says("leading empty lines")) {
      return problem(
          "block of text begins with a blank line that is indented deeper than its text",
          error.at(),
          error.at(),
          "remove the blanks from the empty line");
    }
    if (error.during("directive")) {
      return problem(
          "line begins with \"%\" but is no directive of YAML",
          start,
          Lines.contentEnd(text, start),
          "remove the line, or quote the value that begins with \"%\"");
    }
    return valueBeginsWith(start);
  }

  private YamlProblem unexpectedInBlock() {
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

  private YamlProblem unexpectedInFlow() {
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

  private YamlProblem valueBeginsWith(int start) {
    if (start >= text.length() || Lines.isBreak(text.charAt(start))) {
      return other();
    }
    int end = start + Character.charCount(text.codePointAt(start));
    return quote("value begins with \"" + text.substring(start, end) + "\"", start);
  }

  private YamlProblem quote(String message, int start) {
    int end = Lines.contentEnd(text, start);
    String value = text.substring(start, end);
    boolean shows = value.length() <= 60 && value.indexOf('"') < 0 && value.indexOf('\\') < 0;
    return problem(
        message,
        start,
        end,
        shows ? "quote the value: \"" + value + "\"" : "quote the whole value");
  }

  private YamlProblem other() {
    String words = error.problem();
    return problem(
        words.isEmpty() ? "cannot be read as YAML" : "cannot be read as YAML: " + words,
        error.at(),
        error.at(),
        null);
  }

  private int column(int offset) {
    return offset - Lines.lineStart(text, offset) + 1;
  }

  private YamlProblem related(YamlProblem problem, String message) {
    return new YamlProblem(
        problem.rule(),
        problem.message(),
        problem.file(),
        problem.start(),
        problem.end(),
        parsed.places().start(error.contextAt()),
        message,
        problem.help());
  }

  private YamlProblem problem(String message, int start, int end, @Nullable String help) {
    return parsed.problem("yaml-syntax", message, start, end, help);
  }
}
