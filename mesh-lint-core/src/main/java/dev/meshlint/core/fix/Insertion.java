package dev.meshlint.core.fix;

import dev.meshlint.core.source.SourceFile;
import dev.meshlint.core.yaml.Lines;
import dev.meshlint.core.yaml.YamlMapping;
import dev.meshlint.core.yaml.YamlMapping.Entry;
import dev.meshlint.core.yaml.YamlNode;
import dev.meshlint.core.yaml.YamlScalar;
import dev.meshlint.core.yaml.YamlSequence;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Adds an entry or an item at the end of a collection. */
final class Insertion {
  private final YamlNode collection;
  private final SourceFile file;
  private final String text;
  private final @Nullable YamlNode last;

  private Insertion(YamlNode collection, @Nullable YamlNode last) {
    this.collection = collection;
    this.file = collection.file();
    this.text = file.text();
    this.last = last;
  }

  /** The edits that add an entry, or none where that cannot be done. */
  static List<TextEdit> entry(YamlMapping mapping, String key, String value) {
    Entry present = mapping.entry(key);
    if (mapping.shared() || (present != null && !present.merged())) {
      return List.of();
    }
    List<Entry> entries = mapping.entries();
    YamlNode first = entries.isEmpty() ? null : entries.get(0).key();
    YamlScalar beside = first instanceof YamlScalar scalar ? scalar : null;
    Insertion insertion =
        new Insertion(mapping, entries.isEmpty() ? null : entries.get(entries.size() - 1).value());
    boolean quoted = mapping.flow() && ScalarWriter.isJson(mapping, beside);
    String name = ScalarWriter.key(key, quoted, mapping.flow());
    boolean lines = value.indexOf('\n') >= 0;
    if (mapping.flow()) {
      boolean closed =
          mapping.start() < mapping.end() && insertion.text.charAt(mapping.start()) == '{';
      boolean ownKey = first == null || first.start() > mapping.start();
      boolean merges = first != null && entries.get(entries.size() - 1).merged();
      return lines || !closed || !ownKey || merges
          ? List.of()
          : insertion.inBrackets(name + ": " + ScalarWriter.value(value, quoted), first);
    }
    return insertion.inBlock(lines ? name + ":\n" + indented(value, 2) : name + ": " + value);
  }

  /** The edits that add an item, or none where that cannot be done. */
  static List<TextEdit> item(YamlSequence sequence, String value) {
    if (sequence.shared()) {
      return List.of();
    }
    List<YamlNode> items = sequence.items();
    YamlNode first = items.isEmpty() ? null : items.get(0);
    Insertion insertion =
        new Insertion(sequence, items.isEmpty() ? null : items.get(items.size() - 1));
    if (sequence.flow()) {
      YamlScalar beside = first instanceof YamlScalar scalar ? scalar : null;
      boolean quoted = ScalarWriter.isJson(sequence, beside);
      return value.indexOf('\n') >= 0
          ? List.of()
          : insertion.inBrackets(ScalarWriter.value(value, quoted), first);
    }
    return insertion.inBlock("- " + indented(value, 2).substring(2));
  }

  private static String indented(String lines, int by) {
    String blanks = " ".repeat(by);
    StringBuilder out = new StringBuilder();
    for (String line : lines.stripTrailing().split("\n", -1)) {
      out.append(out.isEmpty() ? "" : "\n").append(line.isEmpty() ? "" : blanks + line);
    }
    return out.toString();
  }

  private List<TextEdit> inBlock(String lines) {
    int column = Layout.column(text, collection.start());
    String lineBreak = Layout.lineBreak(file);
    String shifted = indented(lines, column).substring(column).replace("\n", lineBreak);
    String blanks = " ".repeat(column);
    int end = collection.end();
    boolean open = Lines.lineEnd(text, end) == text.length();
    if (last != null && (Layout.endsWithKeptLines(last) || (open && Layout.endsWithBlock(last)))) {
      // Behind it, the new lines would change how many line breaks the block of text ends with.
      return collection instanceof YamlMapping && Layout.firstBehindDashes(text, collection.start())
          ? insert(collection.start(), shifted + lineBreak + blanks)
          : List.of();
    }
    return Layout.lastInLine(text, end)
        ? insert(Lines.lineEnd(text, end), lineBreak + blanks + shifted)
        : List.of();
  }

  private List<TextEdit> inBrackets(String piece, @Nullable YamlNode first) {
    if (last == null || first == null) {
      return insert(collection.start() + 1, piece);
    }
    int end = last.end();
    if (last.shared() || first.shared()) {
      return insert(collection.start() + 1, piece + ", ");
    }
    boolean ownLine = Layout.firstInLine(text, first.start());
    String space =
        ownLine ? Layout.lineBreak(file) + " ".repeat(Layout.column(text, first.start())) : " ";
    int comma = Lines.skipToContent(text, end);
    return comma < text.length() && text.charAt(comma) == ','
        ? insert(comma + 1, space + piece + ",")
        : insert(end, "," + space + piece);
  }

  private List<TextEdit> insert(int at, String what) {
    return List.of(new TextEdit(file, at, at, what));
  }
}
