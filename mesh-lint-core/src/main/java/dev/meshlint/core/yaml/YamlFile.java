package dev.meshlint.core.yaml;

import dev.meshlint.core.source.SourceFile;
import java.util.List;

/**
 * All that could be read from one file.
 *
 * @param file the file
 * @param documents the documents that were readable, in order; empty and comment-only documents are left out
 * @param problems what is wrong with the YAML
 * @param comments the comments that mention {@code mesh-lint}, in order
 */
public record YamlFile(
    SourceFile file,
    List<YamlDocument> documents,
    List<YamlProblem> problems,
    List<Comment> comments) {
  /** Makes the lists unmodifiable. */
  public YamlFile {
    documents = List.copyOf(documents);
    problems = List.copyOf(problems);
    comments = List.copyOf(comments);
  }

  /**
   * A comment.
   *
   * @param text the text after {@code #}, without surrounding blanks
   * @param start the offset of the {@code #}
   * @param ownLine whether nothing but blanks stands before it on its line
   */
  public record Comment(String text, int start, boolean ownLine) {}
}
