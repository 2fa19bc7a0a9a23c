package dev.meshlint.core.yaml;

import dev.meshlint.core.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the YAML that manifests are nearly always written in, several times faster than the engine: block mappings and
 * sequences, plain and quoted scalars on one line, block scalars, brackets on one line.
 *
 * <p>Whatever goes beyond that, and every mistake, makes it give up; then the engine reads the file. What it reads it reads
 * as {@link TreeBuilder} does, to the last offset: the tests compare them.
 */
final class SimpleReader implements Entries.Duplicates {
  /** Deeper than any manifest; whether it is too deep, the engine's way knows. */
  private static final int DEPTH = 60;

  private static final int LONGEST_KEY = 1000;

  private final ParsedText parsed;
  private final SourceFile file;
  private final SimpleText text;
  private final SimpleScalars scalars;
  private final List<YamlDocument> documents = new ArrayList<>();
  private final List<YamlProblem> problems = new ArrayList<>(0);

  /** The start of the next line to be read. */
  private int next;

  private int nodes;

  private SimpleReader(ParsedText parsed) {
    this.parsed = parsed;
    this.file = parsed.file();
    this.text = new SimpleText(parsed.text());
    this.scalars = new SimpleScalars(file, text, parsed.names());
  }

  /** Reads a whole file; null where that is not for this reader. */
  static @Nullable SimpleReader read(ParsedText parsed) {
    YamlLimits limits = parsed.limits();
    if (parsed.places() != PlaceMap.SAME
        || parsed.text().length() > limits.characters()
        || limits.depth() < DEPTH) {
      return null;
    }
    try {
      SimpleReader reader = new SimpleReader(parsed);
      reader.readDocuments();
      return reader;
    } catch (Unusual unusual) {
      return null;
    }
  }

  List<YamlDocument> documents() {
    return documents;
  }

  List<YamlProblem> problems() {
    return problems;
  }

  private void readDocuments() {
    int index = 0;
    boolean started = false;
    next = text.contentLine(0);
    while (next < text.length) {
      if (text.isSeparator(next)) {
        if (started) {
          index++;
        }
        started = true;
        next = text.contentLine(text.endOfLine(next + 3));
        if (next >= text.length || text.isSeparator(next)) {
          continue;
        }
      } else if (started) {
        throw Unusual.TEXT;
      }
      started = true;
      int column = text.skipBlanks(next) - next;
      documents.add(new YamlDocument(file, index, collection(next + column, column, 0)));
      if (next < text.length && !text.isSeparator(next)) {
        throw Unusual.TEXT;
      }
    }
  }

  /** The mapping or sequence that starts here; {@link #next} is then the first line with text after it. */
  private YamlNode collection(int from, int column, int depth) {
    YamlNode node = collectionOrNull(from, column, depth);
    if (node == null) {
      throw Unusual.TEXT;
    }
    return node;
  }

  private @Nullable YamlNode collectionOrNull(int from, int column, int depth) {
    if (depth > DEPTH) {
      throw Unusual.TEXT;
    }
    if (text.isIndicator(from, '-')) {
      return sequence(from, column, depth);
    }
    int colon = colon(from);
    return colon < 0 ? null : mapping(from, column, colon, depth);
  }

  /** The position of the colon after the key that starts here, or -1 where no key does. */
  private int colon(int from) {
    char first = text.at(from);
    if (first == '[' || first == '{' || first == '|' || first == '>') {
      return -1;
    }
    boolean quoted = first == '"' || first == '\'';
    int end = quoted ? scalars.quoted(from).end() : text.plainEnd(from, false);
    int colon = text.skipBlanks(end);
    if (!text.isIndicator(colon, ':')) {
      return -1;
    }
    if (colon - from > LONGEST_KEY) {
      throw Unusual.TEXT;
    }
    return colon;
  }

  private YamlMapping mapping(int from, int column, int firstColon, int depth) {
    List<YamlNode> pairs = new ArrayList<>();
    int at = from;
    int colon = firstColon;
    while (true) {
      char first = text.at(at);
      pairs.add(
          first == '"' || first == '\''
              ? scalars.quotedKey(at)
              : scalars.key(at, text.plainEnd(at, false)));
      pairs.add(value(colon + 1, column, true, depth));
      if (!goesOn(column)) {
        break;
      }
      at = next + column;
      colon = colon(at);
      if (colon < 0) {
        throw Unusual.TEXT;
      }
    }
    count(pairs.size());
    int end = pairs.get(pairs.size() - 1).end();
    return new YamlMapping(file, from, end, Entries.of(pairs, List.of(), parsed.names(), this));
  }

  private YamlSequence sequence(int from, int column, int depth) {
    List<YamlNode> items = new ArrayList<>();
    int at = from;
    while (true) {
      items.add(value(at + 1, column, false, depth));
      if (!goesOn(column) || !text.isIndicator(next + column, '-')) {
        break;
      }
      at = next + column;
    }
    count(items.size());
    return new YamlSequence(file, from, items.get(items.size() - 1).end(), items);
  }

  /** Whether the next line belongs to the collection in this column. */
  private boolean goesOn(int column) {
    if (next >= text.length) {
      return false;
    }
    int indent = text.skipBlanks(next) - next;
    if (indent > column) {
      throw Unusual.TEXT;
    }
    return indent == column && !(column == 0 && text.isSeparator(next));
  }

  /**
   * The value after a colon or dash.
   *
   * @param from the position behind it
   * @param column the column of the collection
   * @param ofKey whether it belongs to a key, so that a sequence may start in the same column
   */
  private YamlNode value(int from, int column, boolean ofKey, int depth) {
    int at = text.skipBlanks(from);
    if (text.isLineEnd(from)) {
      return valueBelow(from, column, ofKey, depth);
    }
    if (!ofKey) {
      YamlNode nested = collectionOrNull(at, at - lineStart(at), depth + 1);
      if (nested != null) {
        return nested;
      }
    } else if (text.isIndicator(at, '-')) {
      throw Unusual.TEXT;
    }
    return scalarOrFlow(at, column);
  }

  private int lineStart(int position) {
    int at = position;
    while (at > 0 && text.chars[at - 1] != '\n') {
      at--;
    }
    return at;
  }

  private YamlNode valueBelow(int from, int column, boolean ofKey, int depth) {
    next = text.contentLine(text.nextLine(from));
    int indent = next < text.length ? text.skipBlanks(next) - next : -1;
    boolean separator = indent == 0 && text.isSeparator(next);
    int at = next + indent;
    if (!separator && indent > column) {
      YamlNode nested = collectionOrNull(at, indent, depth + 1);
      if (nested != null) {
        return nested;
      }
      char first = text.at(at);
      if (first == '|' || first == '>') {
        throw Unusual.TEXT;
      }
      return scalarOrFlow(at, column);
    }
    if (!separator && ofKey && indent == column && text.isIndicator(at, '-')) {
      return sequence(at, column, depth + 1);
    }
    return scalars.absent(from);
  }

  private YamlNode scalarOrFlow(int at, int column) {
    count(1);
    char first = text.at(at);
    if (first == '|' || first == '>') {
      SimpleScalars.Block block = scalars.block(at, column);
      next = text.contentLine(block.next());
      if (next < text.length && text.skipBlanks(next) - next > column) {
        throw Unusual.TEXT;
      }
      return block.scalar();
    }
    YamlNode node =
        switch (first) {
          case '"', '\'' -> scalars.quoted(at);
          case '[', '{' -> new SimpleFlow(parsed, text, scalars, this).read(at);
          default -> scalars.plain(at, text.plainEnd(at, false));
        };
    count((node.end() - at) / 2);
    next = text.contentLine(text.endOfLine(node.end()));
    // A deeper line goes on with the text, or is a mistake.
    if (next < text.length && text.skipBlanks(next) - next > column) {
      throw Unusual.TEXT;
    }
    return node;
  }

  private void count(int more) {
    nodes += more;
    if (nodes > parsed.limits().nodes()) {
      throw Unusual.TEXT;
    }
  }

  @Override
  public void found(YamlScalar first, YamlScalar second) {
    if (problems.size() >= DocumentReader.MOST_PROBLEMS) {
      throw Unusual.TEXT;
    }
    problems.add(TreeBuilder.duplicate(file, first, second));
  }
}
