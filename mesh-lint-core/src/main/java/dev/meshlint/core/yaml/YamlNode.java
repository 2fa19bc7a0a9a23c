package dev.meshlint.core.yaml;

import dev.meshlint.core.source.SourceFile;

/**
 * A node of a YAML document: a mapping, a sequence or a scalar, with the place where it is written.
 *
 * <p>Nodes are compared by identity. A node behind an anchor that is referred to by aliases is one node in several
 * places of the tree; it is then {@link #shared()}.
 */
public abstract sealed class YamlNode permits YamlMapping, YamlSequence, YamlScalar {
  private static final byte SHARED = 1;
  private static final byte DOUBTFUL = 2;
  private static final byte FLOW = 4;

  private final SourceFile file;
  private final int start;
  private final int end;

  // A repository has millions of nodes: the flags of one fit in a byte.
  private byte flags;

  YamlNode(SourceFile file, int start, int end) {
    this.file = file;
    this.start = start;
    this.end = end;
  }

  /** The file that holds the node; for YAML inside a block scalar, the outer file. */
  public final SourceFile file() {
    return file;
  }

  /** The offset of the node's first character. */
  public final int start() {
    return start;
  }

  /** The offset after the node's last character. */
  public final int end() {
    return end;
  }

  /**
   * Whether an edit here would not do what it looks like: aliases refer to this node or to one around it, so that several
   * places would change, or it was read from text that the file does not hold in this form, such as a folded scalar.
   */
  public final boolean shared() {
    return (flags & SHARED) != 0;
  }

  final void markShared() {
    flags |= SHARED;
  }

  /**
   * Whether some resource says that this node's value is wrong; which one, it knows itself. Most nodes are not, and to ask
   * here costs nothing.
   */
  public final boolean doubtful() {
    return (flags & DOUBTFUL) != 0;
  }

  /** Marks the node as wrong for some resource; to be called before several threads read it. */
  public final void markDoubtful() {
    flags |= DOUBTFUL;
  }

  /** Whether the node is written in brackets, or lies in a collection that is. */
  public final boolean flow() {
    return (flags & FLOW) != 0;
  }

  final void markFlow() {
    flags |= FLOW;
  }

  /** The line, from 1, where the node starts. */
  public final int line() {
    return file.line(start);
  }

  /** The column, from 1, where the node starts. */
  public final int column() {
    return file.column(start);
  }
}
