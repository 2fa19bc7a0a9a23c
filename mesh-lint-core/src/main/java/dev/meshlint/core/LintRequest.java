package dev.meshlint.core;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What to lint.
 *
 * @param inputs files, folders, globs and texts
 * @param each whether every input is a mesh of its own; else all are one
 * @param projectContext whether the project around single files is read as context
 */
public record LintRequest(List<Input> inputs, boolean each, boolean projectContext) {
  /**
   * One input.
   *
   * @param name a path or glob as given, or the name to show for a text
   * @param content the bytes of a text that is given as it is; null to read the path
   */
  @SuppressWarnings("ArrayRecordComponent") // handed on as it is and never compared
  public record Input(String name, byte @Nullable [] content) {}

  /** Makes the list unmodifiable. */
  public LintRequest {
    inputs = List.copyOf(inputs);
  }

  /** The files, folders and globs with these names, as one mesh. */
  public static LintRequest of(List<String> paths) {
    List<Input> inputs = new ArrayList<>(paths.size());
    for (String path : paths) {
      inputs.add(new Input(path, null));
    }
    return new LintRequest(inputs, false, true);
  }

  /** These files and folders, as one mesh. */
  public static LintRequest of(Path... paths) {
    List<String> names = new ArrayList<>(paths.length);
    for (Path path : paths) {
      names.add(path.toString());
    }
    return of(names);
  }

  /** A text. */
  public static LintRequest ofText(String name, String yaml) {
    return new LintRequest(List.of(), false, true)
        .withContent(name, yaml.getBytes(StandardCharsets.UTF_8));
  }

  /** With one more text, such as standard input, to be decoded as a file would be. */
  public LintRequest withContent(String name, byte[] content) {
    List<Input> more = new ArrayList<>(inputs);
    more.add(new Input(name, content));
    return new LintRequest(more, each, projectContext);
  }

  /** With every input as a mesh of its own. */
  public LintRequest withEachAlone() {
    return new LintRequest(inputs, true, projectContext);
  }

  /** Without reading the project around single files. */
  public LintRequest withoutProjectContext() {
    return new LintRequest(inputs, each, false);
  }
}
