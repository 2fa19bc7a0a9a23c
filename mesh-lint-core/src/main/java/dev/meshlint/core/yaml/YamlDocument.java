package dev.meshlint.core.yaml;

import dev.meshlint.core.source.SourceFile;
import org.jspecify.annotations.Nullable;

/**
 * One document of a file.
 *
 * @param file the file
 * @param index the position among the documents of the file, from 0; empty and broken ones count
 * @param root the document's root node
 */
public record YamlDocument(SourceFile file, int index, YamlNode root) {
  // By hand, as hashCode: what a record generates is linked at run time, which every run pays for.
  @Override
  public boolean equals(@Nullable Object object) {
    return object instanceof YamlDocument other
        && file == other.file
        && index == other.index
        && root == other.root;
  }

  @Override
  public int hashCode() {
    return 31 * System.identityHashCode(file) + index;
  }
}
