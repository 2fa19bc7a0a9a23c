package dev.meshlint.core.fix;

import dev.meshlint.core.source.SourceFile;
import dev.meshlint.core.yaml.Lines;
import dev.meshlint.core.yaml.YamlMapping;
import dev.meshlint.core.yaml.YamlMapping.Entry;
import dev.meshlint.core.yaml.YamlNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Removes an entry from a mapping. */
final class EntryRemoval {
  private final YamlMapping mapping;
  private final SourceFile file;
  private final String text;
  private final int start;
  private final int end;
  private final @Nullable Entry before;
  private final @Nullable Entry after;

  private EntryRemoval(
      YamlMapping mapping, Entry entry, @Nullable Entry before, @Nullable Entry after) {
    this.mapping = mapping;
    this.file = mapping.file();
    this.text = file.text();
    this.start = entry.key().start();
    this.end = entry.value().end();
    this.before = before;
    this.after = after;
  }

  /** The edits, or none where the entry cannot be removed alone. */
  static List<TextEdit> of(YamlMapping mapping, Entry entry) {
    boolean shared = Layout.holdsShared(entry.key()) || Layout.holdsShared(entry.value());
    if (mapping.shared() || shared || entry.merged() || hasMergeKey(mapping)) {
      return List.of();
    }
    List<Entry> entries = new ArrayList<>(mapping.entries());
    int index = entries.indexOf(entry);
    if (index < 0) {
      return List.of();
    }
    Entry before = index == 0 ? null : entries.get(index - 1);
    Entry after = index + 1 == entries.size() ? null : entries.get(index + 1);
    EntryRemoval removal = new EntryRemoval(mapping, entry, before, after);
    return mapping.flow() ? removal.fromBrackets() : removal.fromBlock(entry);
  }

  /** Where a merge key is written is not known: the entries before and after an entry may not be what they seem. */
  private static boolean hasMergeKey(YamlMapping mapping) {
    String text = mapping.file().text();
    return text.substring(mapping.start(), mapping.end()).contains("<<");
  }

  private List<TextEdit> fromBrackets() {
    if (text.charAt(mapping.start()) != '{' || mapping.start() == start) {
      return List.of();
    }
    YamlNode last = before == null ? null : before.value();
    return Commas.remove(file, start, end, last, last != null && !last.shared());
  }

  private List<TextEdit> fromBlock(Entry entry) {
    int colon = Lines.skipBlanks(text, entry.key().end());
    boolean simple = colon < end && text.charAt(colon) == ':';
    if (!simple || !Layout.lastInLine(text, end)) {
      return List.of();
    }
    if (before == null && after == null) {
      return List.of(new TextEdit(file, start, end, "{}"));
    }
    if (Layout.firstInLine(text, start)) {
      return wholeLines(entry);
    }
    return Layout.firstBehindDashes(text, start) && after != null ? behindDash() : List.of();
  }

  private List<TextEdit> wholeLines(Entry entry) {
    int to = Lines.nextLine(text, end);
    if (Layout.endsWithKeptLines(entry.value())) {
      while (to < text.length() && Layout.isSpace(text, to, Lines.lineEnd(text, to))) {
        to = Lines.nextLine(text, to);
      }
    }
    boolean safe = before == null || !isTakenIn(before.value(), to);
    return safe ? List.of(new TextEdit(file, Lines.lineStart(text, start), to, "")) : List.of();
  }

  /** Whether a block of text before the removed lines would take in the lines behind them. */
  private boolean isTakenIn(YamlNode previous, int next) {
    if (!Layout.endsWithBlock(previous) || next >= text.length()) {
      return false;
    }
    if (Layout.endsWithKeptLines(previous)) {
      return Layout.isSpace(text, next, Lines.lineEnd(text, next));
    }
    int at = next;
    while (at < text.length() && Layout.isSpace(text, at, Lines.lineEnd(text, at))) {
      at = Lines.nextLine(text, at);
    }
    int content = Lines.skipBlanks(text, at);
    return text.startsWith("#", content) && content - at > Layout.column(text, start);
  }

  /** The entry shares its line with the dash of a list item: the next entry moves up to the dash. */
  private List<TextEdit> behindDash() {
    int next = after == null || after.key().shared() ? end : after.key().start();
    int from = Lines.nextLine(text, end);
    if (from <= next && Layout.isSpace(text, from, next) && Layout.firstInLine(text, next)) {
      return List.of(new TextEdit(file, start, next, ""));
    }
    return List.of(new TextEdit(file, start, Lines.lineEnd(text, end), ""));
  }
}
