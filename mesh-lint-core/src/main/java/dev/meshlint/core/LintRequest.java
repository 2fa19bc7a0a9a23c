package dev.meshlint.core;

import dev.meshlint.core.source.Source;
import dev.meshlint.core.source.StandardInput;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What to lint. Immutable.
 *
 * @param paths files, folders, globs, or {@code -} for the standard input
 * @param texts texts to lint besides
 * @param each whether every path and text is a mesh of its own; else all are one
 * @param projectContext whether the project around a file that is named alone is read as context
 * @param standardInput what {@code -} reads
 * @param standardInputName the name under which it is shown; null for none
 */
public record LintRequest(
    List<String> paths,
    List<Source> texts,
    boolean each,
    boolean projectContext,
    StandardInput standardInput,
    @Nullable String standardInputName) {
  /** Makes the lists unmodifiable. */
  public LintRequest {
    paths = List.copyOf(paths);
    texts = List.copyOf(texts);
  }

  /** Files, folders and globs, as one mesh. */
  public static LintRequest of(List<String> paths) {
    return new LintRequest(paths, List.of(), false, true, StandardInput.NONE, null);
  }

  /** Files and folders, as one mesh. */
  public static LintRequest of(Path... paths) {
    List<String> names = new ArrayList<>(paths.length);
    for (Path path : paths) {
      names.add(path.toString());
    }
    return of(names);
  }

  /** A text, shown under this name. */
  public static LintRequest ofText(String name, String yaml) {
    return of(List.<String>of()).withText(name, yaml);
  }

  /** With one more text. */
  public LintRequest withText(String name, String yaml) {
    return withSource(Source.ofText(name, yaml));
  }

  /** With one more source. */
  public LintRequest withSource(Source source) {
    List<Source> more = new ArrayList<>(texts);
    more.add(source);
    return new LintRequest(paths, more, each, projectContext, standardInput, standardInputName);
  }

  /** With every path and text as a mesh of its own. */
  public LintRequest withEachAlone() {
    return new LintRequest(paths, texts, true, projectContext, standardInput, standardInputName);
  }

  /** Without reading the project around single files. */
  public LintRequest withoutProjectContext() {
    return new LintRequest(paths, texts, each, false, standardInput, standardInputName);
  }

  /**
   * With something that {@code -} reads.
   *
   * @param name the name under which it is shown; a path inside a project makes that project context; null for none
   */
  public LintRequest withStandardInput(StandardInput input, @Nullable String name) {
    return new LintRequest(paths, texts, each, projectContext, input, name);
  }
}
