package dev.meshlint.core.fix;

import dev.meshlint.core.source.SourceFile;
import dev.meshlint.core.yaml.Lines;
import dev.meshlint.core.yaml.YamlMapping;
import dev.meshlint.core.yaml.YamlNode;
import dev.meshlint.core.yaml.YamlScalar;
import dev.meshlint.core.yaml.YamlScalar.Style;
import dev.meshlint.core.yaml.YamlSequence;
import java.util.List;

/** How a piece of YAML lies on its lines. */
final class Layout {
  private Layout() {}

  /** The line break that a file uses. */
  static String lineBreak(SourceFile file) {
    int end = file.text().indexOf('\n');
    return end > 0 && file.text().charAt(end - 1) == '\r' ? "\r\n" : "\n";
  }

  /** Whether nothing but blanks stands before an offset on its line. */
  static boolean firstInLine(String text, int offset) {
    return Lines.skipBlanks(text, Lines.lineStart(text, offset)) >= offset;
  }

  /** Whether nothing but blanks and list dashes stands before an offset on its line. */
  static boolean firstBehindDashes(String text, int offset) {
    for (int i = Lines.lineStart(text, offset); i < offset; i++) {
      char c = text.charAt(i);
      boolean dash = c == '-' && Lines.isBlank(text.charAt(i + 1));
      if (!dash && !Lines.isBlank(c)) {
        return false;
      }
    }
    return true;
  }

  /** Whether nothing but blanks and a comment stands behind an offset on its line. */
  static boolean lastInLine(String text, int offset) {
    int at = Lines.skipBlanks(text, offset);
    return at == text.length()
        || Lines.isBreak(text.charAt(at))
        || (text.charAt(at) == '#' && at > offset);
  }

  /** Whether a piece of the text holds nothing but blanks and line breaks. */
  static boolean isSpace(String text, int from, int to) {
    return text.substring(from, to).isBlank();
  }

  /** The column, from 0, of an offset. */
  static int column(String text, int offset) {
    return offset - Lines.lineStart(text, offset);
  }

  /** Whether aliases refer to a node or to one in it, or to others from it: it cannot go alone then. */
  static boolean holdsShared(YamlNode node) {
    if (node.shared()) {
      return true;
    }
    if (node instanceof YamlSequence sequence) {
      return sequence.items().stream().anyMatch(Layout::holdsShared);
    }
    return node instanceof YamlMapping mapping
        && mapping.entries().stream()
            .anyMatch(entry -> holdsShared(entry.key()) || holdsShared(entry.value()));
  }

  /** The scalar that ends a node, or the node where it is an empty or bracketed collection. */
  static YamlNode lastLeaf(YamlNode node) {
    YamlNode last = node;
    while (true) {
      if (last.flow() || (last instanceof YamlMapping mapping && mapping.entries().isEmpty())) {
        return last;
      }
      if (last instanceof YamlMapping mapping) {
        List<YamlMapping.Entry> entries = mapping.entries();
        last = entries.get(entries.size() - 1).value();
      } else if (last instanceof YamlSequence sequence) {
        last = sequence.items().get(sequence.items().size() - 1);
      } else {
        return last;
      }
    }
  }

  /** Whether a node ends with a block of text. */
  static boolean endsWithBlock(YamlNode node) {
    return lastLeaf(node) instanceof YamlScalar scalar
        && (scalar.style() == Style.LITERAL || scalar.style() == Style.FOLDED);
  }

  /** Whether a node ends with a block of text that keeps the empty lines behind it. */
  static boolean endsWithKeptLines(YamlNode node) {
    if (!endsWithBlock(node)) {
      return false;
    }
    YamlNode block = lastLeaf(node);
    String text = block.file().text();
    int end = Math.min(block.end(), block.start() + 3);
    return text.substring(block.start(), end).indexOf('+') > 0;
  }
}
