package dev.meshlint.core.fix;

import dev.meshlint.core.source.SourceFile;
import dev.meshlint.core.yaml.Lines;
import dev.meshlint.core.yaml.YamlNode;
import dev.meshlint.core.yaml.YamlSequence;
import java.util.List;

/** Removes an item from a sequence. */
final class ItemRemoval {
  private static final int NOT_FOUND = -1;

  private final YamlSequence sequence;
  private final SourceFile file;
  private final String text;
  private final YamlNode item;
  private final int index;

  private ItemRemoval(YamlSequence sequence, YamlNode item, int index) {
    this.sequence = sequence;
    this.file = sequence.file();
    this.text = file.text();
    this.item = item;
    this.index = index;
  }

  /** The edits, or none where the item cannot be removed alone. */
  static List<TextEdit> of(YamlSequence sequence, YamlNode item) {
    int index = sequence.items().indexOf(item);
    if (sequence.shared() || Layout.holdsShared(item) || index < 0) {
      return List.of();
    }
    ItemRemoval removal = new ItemRemoval(sequence, item, index);
    return sequence.flow() ? removal.fromBrackets() : removal.fromBlock();
  }

  private List<TextEdit> fromBrackets() {
    if (item.start() == item.end()) {
      return List.of();
    }
    YamlNode before = index == 0 ? null : sequence.items().get(index - 1);
    return Commas.remove(
        file, item.start(), item.end(), before, before != null && !before.shared());
  }

  private List<TextEdit> fromBlock() {
    if (!Layout.lastInLine(text, item.end())) {
      return List.of();
    }
    if (sequence.items().size() == 1) {
      // One column deeper: a list may stand in the column of its key, brackets may not.
      return List.of(new TextEdit(file, sequence.start(), item.end(), " []"));
    }
    int dash = dash();
    if (dash == NOT_FOUND) {
      return List.of();
    }
    if (Layout.firstInLine(text, dash)) {
      return wholeLines(dash);
    }
    int next = index == 0 ? dashOf(sequence.items().get(1)) : NOT_FOUND;
    int from = Lines.nextLine(text, item.end());
    boolean movesUp =
        next >= from && Layout.isSpace(text, from, next) && Layout.firstBehindDashes(text, dash);
    return movesUp ? List.of(new TextEdit(file, dash, next, "")) : List.of();
  }

  private List<TextEdit> wholeLines(int dash) {
    int to = Lines.nextLine(text, item.end());
    boolean kept = Layout.endsWithKeptLines(item);
    boolean block = index > 0 && Layout.endsWithBlock(sequence.items().get(index - 1));
    if (kept || (block && !isFollowedByItem(to))) {
      return List.of();
    }
    return List.of(new TextEdit(file, Lines.lineStart(text, dash), to, ""));
  }

  /** Whether the line that starts here is an item, so that no block of text before it takes it in. */
  private boolean isFollowedByItem(int line) {
    int content = Lines.skipBlanks(text, line);
    return line == text.length()
        || (text.startsWith("-", content)
            && content - line == Layout.column(text, sequence.start()));
  }

  private int dash() {
    return index == 0 ? sequence.start() : dashOf(item);
  }

  /** The dash of an item that is not the first: in the column of the first one, on the item's line or above it. */
  private int dashOf(YamlNode node) {
    if (node.shared()) {
      return NOT_FOUND;
    }
    int column = Layout.column(text, sequence.start());
    int line = Lines.lineStart(text, node.start());
    while (line > sequence.start()) {
      int content = Lines.skipBlanks(text, line);
      if (content == line + column && text.startsWith("-", content)) {
        return content;
      }
      line = Lines.lineStart(text, line - 1);
    }
    return NOT_FOUND;
  }
}
