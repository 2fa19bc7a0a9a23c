package dev.meshlint.core.yaml;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.common.SpecVersion;
import org.snakeyaml.engine.v2.events.DocumentEndEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/**
 * Reads the documents of a text and goes on after errors.
 *
 * <p>The text is parsed as a whole first. When a document fails, the rest is cut at the lines that start a document and
 * each piece is parsed alone, from the first such line after the <em>start</em> of the failed document: an unclosed quote
 * or bracket is noticed far behind its place. So no document is read twice and the time stays linear.
 */
final class DocumentReader {
  /** Nobody mends more in one go, and each takes memory. */
  static final int MOST_PROBLEMS = 100_000;

  private static final String SYNTAX = "yaml-syntax";
  private static final String TOO_LARGE = "input-too-large";

  private final ParsedText parsed;
  private final Budget budget;
  private final String text;
  private final boolean json;
  private final List<YamlDocument> documents = new ArrayList<>();
  private final List<YamlProblem> problems = new ArrayList<>();
  private int index;

  // About the piece that is being parsed.
  private int documentStart;
  private int afterStart;
  private int afterLast;
  private int documentsBefore;
  private int problemsBefore;
  private boolean inside;
  private boolean openEnded;
  private @Nullable Tabs tabs;

  DocumentReader(ParsedText parsed) {
    this.parsed = parsed;
    this.budget = new Budget(parsed.limits());
    this.text = parsed.text();
    this.json = text.startsWith("{", Lines.skipToContent(text, 0));
  }

  List<YamlDocument> documents() {
    return documents;
  }

  List<YamlProblem> problems() {
    return problems;
  }

  void read() {
    int length = text.length();
    int most = parsed.limits().characters();
    if (length > most) {
      problems.add(
          parsed.problem(
              TOO_LARGE, "the text has more than " + most + " characters", 0, 0, "split the file"));
      return;
    }
    int resume = Printable.firstForbidden(text, 0, length) < 0 ? parse(0, length) : 0;
    while (resume < length && problems.size() < MOST_PROBLEMS) {
      int end = DocumentPieces.end(text, resume);
      int next = readPiece(resume, end);
      resume = next > resume && next < end ? next : end;
    }
    if (problems.size() >= MOST_PROBLEMS) {
      problems.add(
          parsed.problem(
              TOO_LARGE,
              "more than " + MOST_PROBLEMS + " problems: the rest of the file is not judged",
              Math.min(resume, length),
              Math.min(resume, length),
              null));
    }
  }

  private int readPiece(int from, int to) {
    int forbidden = Printable.firstForbidden(text, from, to);
    if (forbidden < 0) {
      return parse(from, to);
    }
    index++;
    problems.add(
        parsed.problem(
            SYNTAX,
            "character U+" + hex(text.charAt(forbidden)) + " must not stand in YAML",
            forbidden,
            forbidden + 1,
            "remove the character, or write it as an escape in double quotes"));
    return to;
  }

  private static String hex(char c) {
    String digits = Integer.toHexString(c).toUpperCase(Locale.ROOT);
    return "0000".substring(digits.length()) + digits;
  }

  /** Reads a piece of the text; answers where the next piece starts. */
  private int parse(int from, int to) {
    String piece = from == 0 && to == text.length() ? text : text.substring(from, to);
    CodePoints codePoints = CodePoints.of(text, from, to);
    TreeBuilder builder = new TreeBuilder(parsed, codePoints, problems, budget, json);
    documentStart = from;
    afterStart = from;
    afterLast = from;
    inside = false;
    openEnded = false;
    tabs = Tabs.of(text, from, to);
    try {
      LoadSettings settings = settings(piece);
      ParserImpl parser = new ParserImpl(settings, new StreamReader(settings, piece));
      while (parser.hasNext()) {
        take(parser.next(), builder, codePoints);
      }
      return to;
    } catch (DocumentFailure failure) {
      return fail(failure.problem());
    } catch (MarkedYamlEngineException failure) {
      return fail(EngineError.of(text, documentStart, codePoints, failure, builder));
    } catch (YamlEngineException | IllegalArgumentException | IndexOutOfBoundsException failure) {
      int at = documentStart;
      return fail(parsed.problem(SYNTAX, "cannot be read as YAML", at, at, null));
    }
  }

  private void take(Event event, TreeBuilder builder, CodePoints codePoints) {
    if (tabs != null) {
      int start = codePoints.offset(event.getStartMark().orElseThrow().getIndex());
      int end = codePoints.offset(event.getEndMark().orElseThrow().getIndex());
      int tab = tabs.take(event, start, end, builder.openBlock());
      if (tab >= 0) {
        throw new DocumentFailure(SyntaxProblems.tab(parsed, tab));
      }
    }
    switch (event.getEventId()) {
      case DocumentStart -> {
        builder.startDocument();
        documentStart = codePoints.offset(event.getStartMark().orElseThrow().getIndex());
        // Directives belong to the document: its own separator must not start it again.
        boolean explicit = ((DocumentStartEvent) event).isExplicit();
        afterStart =
            explicit
                ? codePoints.offset(event.getEndMark().orElseThrow().getIndex())
                : documentStart + 1;
        documentsBefore = documents.size();
        problemsBefore = problems.size();
        inside = true;
      }
      case DocumentEnd -> {
        YamlNode root = builder.root();
        if (root != null) {
          documents.add(new YamlDocument(parsed.file(), index, root));
        }
        index++;
        inside = false;
        openEnded = !((DocumentEndEvent) event).isExplicit();
        afterLast = codePoints.offset(event.getEndMark().orElseThrow().getIndex());
      }
      default -> builder.take(event);
    }
  }

  private int fail(EngineError error) {
    boolean goesOn = !inside && openEnded && error.says("expected '<document start>'");
    if (goesOn && error.character() == '{' && error.lineStart() == error.at() && isJson()) {
      return error.at();
    }
    if (goesOn) {
      // What seemed to be a whole document was the part of it above a line that is indented
      // wrongly.
      inside = true;
      index--;
    }
    return fail(SyntaxProblems.of(parsed, error));
  }

  private boolean isJson() {
    int start = Lines.isSeparator(text, documentStart) ? documentStart + 3 : documentStart;
    return text.startsWith("{", Lines.skipToContent(text, start));
  }

  private int fail(YamlProblem problem) {
    if (inside) {
      documents.subList(documentsBefore, documents.size()).clear();
      problems.subList(problemsBefore, problems.size()).clear();
      index++;
    }
    problems.add(problem);
    if (budget.isSpent()) {
      return text.length();
    }
    return Lines.documentStart(text, inside ? afterStart : afterLast);
  }

  private static LoadSettings settings(String piece) {
    return LoadSettings.builder()
        .setCodePointLimit(Integer.MAX_VALUE)
        .setBufferSize(piece.length() + 2)
        .setVersionFunction(AnyVersion.INSTANCE)
        .build();
  }

  /** Takes any version that a directive may name; an enum because lambdas cost a short run too much. */
  private enum AnyVersion implements UnaryOperator<SpecVersion> {
    INSTANCE;

    @Override
    public SpecVersion apply(SpecVersion version) {
      return version;
    }
  }
}
