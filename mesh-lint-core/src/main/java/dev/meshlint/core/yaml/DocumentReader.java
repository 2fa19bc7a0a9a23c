package dev.meshlint.core.yaml;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/**
 * Reads the documents of a text and goes on after errors.
 *
 * <p>The text is parsed as a whole first. When a document fails, the rest is cut at the lines that start a document and
 * each piece is parsed alone, from the first such line after the <em>start</em> of the failed document: an unclosed
 * quote or bracket is noticed far behind its place. So no document is read twice and the time stays linear.
 */
final class DocumentReader {
  private static final int DONE = -1;

  private final ParsedText parsed;
  private final String text;
  private final List<YamlDocument> documents = new ArrayList<>();
  private final List<YamlProblem> problems = new ArrayList<>();
  private int index;

  DocumentReader(ParsedText parsed) {
    this.parsed = parsed;
    this.text = parsed.text();
  }

  List<YamlDocument> documents() {
    return documents;
  }

  List<YamlProblem> problems() {
    return problems;
  }

  void read() {
    int length = text.length();
    if (length > parsed.limits().characters()) {
      problems.add(
          problem(
              "input-too-large",
              "the file has more than " + parsed.limits().characters() + " characters",
              0,
              0));
      return;
    }
    int resume = 0;
    if (Printable.firstForbidden(text, 0, length) < 0) {
      resume = parse(0, length);
      if (resume == DONE) {
        return;
      }
      resume = Lines.documentStart(text, resume);
    }
    while (resume < length) {
      int end = DocumentPieces.end(text, resume);
      readPiece(resume, end);
      resume = end;
    }
  }

  private void readPiece(int from, int to) {
    int forbidden = Printable.firstForbidden(text, from, to);
    if (forbidden < 0) {
      parse(from, to);
      return;
    }
    index++;
    problems.add(
        problem(
            "yaml-syntax",
            "character U+" + hex(text.charAt(forbidden)) + " must not stand in a YAML file",
            forbidden,
            forbidden + 1));
  }

  private static String hex(char c) {
    String digits = Integer.toHexString(c).toUpperCase(Locale.ROOT);
    return "0000".substring(digits.length()) + digits;
  }

  /** Reads a piece of the text; answers from where to look for the next document, or {@link #DONE}. */
  private int parse(int from, int to) {
    String piece = from == 0 && to == text.length() ? text : text.substring(from, to);
    CodePoints codePoints = CodePoints.of(text, from, to);
    TreeBuilder builder = new TreeBuilder(parsed, codePoints, problems);
    int resume = from;
    boolean inside = false;
    int problemsBefore = problems.size();
    try {
      LoadSettings settings = settings(piece);
      ParserImpl parser = new ParserImpl(settings, new StreamReader(settings, piece));
      while (parser.hasNext()) {
        Event event = parser.next();
        switch (event.getEventId()) {
          case DocumentStart -> {
            builder.startDocument();
            resume = codePoints.offset(event.getStartMark().orElseThrow().getIndex()) + 1;
            inside = true;
            problemsBefore = problems.size();
          }
          case DocumentEnd -> {
            YamlNode root = builder.root();
            if (root != null) {
              documents.add(new YamlDocument(parsed.file(), index, root));
            }
            index++;
            inside = false;
            resume = codePoints.offset(event.getEndMark().orElseThrow().getIndex());
          }
          default -> builder.take(event);
        }
      }
      return DONE;
    } catch (DocumentFailure failure) {
      fail(failure.problem(), problemsBefore);
    } catch (MarkedYamlEngineException failure) {
      fail(SyntaxProblems.of(parsed, codePoints, failure, resume), problemsBefore);
    } catch (YamlEngineException | IllegalArgumentException | IndexOutOfBoundsException failure) {
      fail(problem("yaml-syntax", "cannot be read as YAML", resume, resume), problemsBefore);
    }
    index += inside ? 1 : 0;
    return resume;
  }

  private void fail(YamlProblem problem, int problemsBefore) {
    while (problems.size() > problemsBefore) {
      problems.remove(problems.size() - 1);
    }
    problems.add(problem);
  }

  private YamlProblem problem(String rule, String message, int start, int end) {
    PlaceMap places = parsed.places();
    return new YamlProblem(
        rule, message, parsed.file(), places.start(start), places.end(end), -1, null, null);
  }

  private static LoadSettings settings(String piece) {
    return LoadSettings.builder()
        .setCodePointLimit(Integer.MAX_VALUE)
        .setBufferSize(piece.length() + 2)
        .setVersionFunction(version -> version)
        .build();
  }
}
