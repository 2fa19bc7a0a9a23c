package dev.meshlint.core.fix;

import dev.meshlint.core.source.SourceFile;
import dev.meshlint.core.yaml.YamlNode;
import java.util.List;

/** Adds a document at the end of a file. */
final class DocumentInsertion {
  private DocumentInsertion() {}

  /** The edit that adds it, or none where that cannot be done: JSON holds one value only. */
  static List<TextEdit> of(YamlNode beside, String document) {
    SourceFile file = beside.file();
    String text = file.text();
    boolean ended = text.endsWith("\n");
    if (beside.flow() || (!ended && !endsWith(beside))) {
      return List.of();
    }
    String lines = (ended ? "" : "\n") + "---\n" + document.stripTrailing() + "\n";
    int end = text.length();
    String written = lines.replace("\n", Layout.lineBreak(file));
    return List.of(new TextEdit(file, end, end, written));
  }

  /** Whether the last line is one of the node's, and a line break behind it does not become part of a block of text. */
  private static boolean endsWith(YamlNode node) {
    String text = node.file().text();
    return Layout.isSpace(text, node.end(), text.length()) && !Layout.endsWithBlock(node);
  }
}
