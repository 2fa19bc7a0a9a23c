package dev.meshlint.core.yaml;

import dev.meshlint.core.yaml.YamlFile.Comment;
import dev.meshlint.core.yaml.YamlMapping.Entry;
import dev.meshlint.core.yaml.YamlScalar.Style;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * Finds the comments that mention mesh-lint.
 *
 * <p>A {@code #} at the start of a line or after a blank starts a comment unless it lies in a scalar, and the tree knows
 * where the scalars are: no need for the engine's comment events, which cost time in every file. In a document that
 * could not be read every such {@code #} counts.
 */
final class Comments {
  private static final String WORD = "mesh-lint";

  private final String text;
  private int[] hashes = new int[16];
  private int count;
  private final BitSet inScalar = new BitSet();
  private final Set<YamlNode> sharedSeen = Collections.newSetFromMap(new IdentityHashMap<>());

  private Comments(String text) {
    this.text = text;
  }

  static List<Comment> find(String text, int from, int to, List<YamlDocument> documents) {
    Comments comments = new Comments(text);
    comments.collectHashes(from, to);
    if (comments.count == 0) {
      return List.of();
    }
    for (YamlDocument document : documents) {
      comments.visit(document.root());
    }
    return comments.outsideScalars();
  }

  private void collectHashes(int from, int to) {
    int word = text.indexOf(WORD, from);
    while (word >= 0 && word < to) {
      int lineStart = Lines.lineStart(text, word);
      int lineEnd = Lines.lineEnd(text, word);
      for (int i = lineStart; i < lineEnd; i++) {
        if (text.charAt(i) == '#' && (i == lineStart || Lines.isBlank(text.charAt(i - 1)))) {
          if (count == hashes.length) {
            hashes = Arrays.copyOf(hashes, count * 2);
          }
          hashes[count++] = i;
        }
      }
      word = text.indexOf(WORD, lineEnd);
    }
  }

  private void visit(YamlNode node) {
    if (node.shared() && !sharedSeen.add(node)) {
      return;
    }
    if (node instanceof YamlScalar scalar) {
      visitScalar(scalar);
    } else if (node instanceof YamlSequence sequence) {
      for (YamlNode item : sequence.items()) {
        visit(item);
      }
    } else if (node instanceof YamlMapping mapping) {
      for (Entry entry : mapping.entries()) {
        visit(entry.key());
        visit(entry.value());
      }
    }
  }

  private void visitScalar(YamlScalar scalar) {
    int start = scalar.start();
    if (scalar.style() == Style.LITERAL || scalar.style() == Style.FOLDED) {
      start = Lines.lineEnd(text, start);
    }
    int at = Arrays.binarySearch(hashes, 0, count, start);
    for (int i = at < 0 ? -at - 1 : at; i < count && hashes[i] < scalar.end(); i++) {
      inScalar.set(i);
    }
  }

  private List<Comment> outsideScalars() {
    List<Comment> found = new ArrayList<>();
    int lineEnd = -1;
    for (int i = 0; i < count; i++) {
      if (hashes[i] >= lineEnd && !inScalar.get(i)) {
        int start = hashes[i];
        lineEnd = Lines.lineEnd(text, start);
        String comment = text.substring(start + 1, lineEnd).strip();
        if (comment.contains(WORD)) {
          boolean ownLine = text.substring(Lines.lineStart(text, start), start).isBlank();
          found.add(new Comment(comment, start, ownLine));
        }
      }
    }
    return found;
  }
}
