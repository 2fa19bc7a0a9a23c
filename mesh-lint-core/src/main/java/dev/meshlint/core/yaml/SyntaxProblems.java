package dev.meshlint.core.yaml;

/** Says in words for people, and at the place where the mistake is, what the engine says about a syntax error. */
final class SyntaxProblems extends ProblemWording {
  private final StructureProblems structure;

  private SyntaxProblems(ParsedText parsed, EngineError error) {
    super(parsed, error);
    this.structure = new StructureProblems(parsed, error);
  }

  static YamlProblem of(ParsedText parsed, EngineError error) {
    return new SyntaxProblems(parsed, error).explain();
  }

  /** The problem that a line begins with a tab. */
  static YamlProblem tab(ParsedText parsed, int tab) {
    return parsed.problem(
        "yaml-syntax",
        "tab in the indentation of a line",
        tab,
        tab + 1,
        "indent with spaces: YAML allows no tabs there");
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
      return structure.unexpectedDash();
    }
    if (error.says("mapping keys are not allowed")) {
      return valueBeginsWith(error.at());
    }
    if (error.during("scanning a")) {
      return scanning();
    }
    if (error.says("expected <block end>")) {
      return structure.unexpectedInBlock();
    }
    if (error.during("parsing a flow") || (error.bracket() >= 0 && error.says("node content"))) {
      return structure.unexpectedInFlow();
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
    int end = Math.min(error.at() + 1, text.length());
    int tab = text.substring(error.lineStart(), end).lastIndexOf('\t') + error.lineStart();
    boolean tabs = error.says("(TAB)") || error.character() == '\t';
    if (tabs && tab >= error.lineStart()) {
      return tab(parsed, tab);
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
    int first = text.substring(start, error.at()).indexOf(": ");
    if (first >= 0) {
      int value = Lines.skipBlanks(text, start + first + 1);
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

  private YamlProblem scanning() {
    int start = error.contextAt();
    if (error.says("unexpected end of stream") || error.says("document separator")) {
      return problem(
          "quote is not closed", start, Lines.contentEnd(text, start), "add the closing quote");
    }
    if (error.says("escape")) {
      int last = Math.min(error.at() + 1, text.length());
      int at = start + Math.max(0, text.substring(start, last).lastIndexOf('\\'));
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
}
