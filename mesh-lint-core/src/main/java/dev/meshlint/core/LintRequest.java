package dev.meshlint.core;

import dev.meshlint.core.render.Rendering;
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
 * @param focus what is reported of all that is found
 * @param renderings what kustomize and helm make manifests of, each a mesh of its own where paths are
 */
public record LintRequest(
    List<String> paths,
    List<Source> texts,
    boolean each,
    boolean projectContext,
    StandardInput standardInput,
    @Nullable String standardInputName,
    Focus focus,
    List<Rendering> renderings) {
  /** Makes the lists unmodifiable. */
  public LintRequest {
    paths = List.copyOf(paths);
    texts = List.copyOf(texts);
    renderings = List.copyOf(renderings);
  }

  /** Files, folders and globs, as one mesh. */
  public static LintRequest of(List<String> paths) {
    return new LintRequest(
        paths, List.of(), false, true, StandardInput.NONE, null, Focus.ALL, List.of());
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
    return new LintRequest(
        paths, more, each, projectContext, standardInput, standardInputName, focus, renderings);
  }

  /** With every path and text as a mesh of its own. */
  public LintRequest withEachAlone() {
    return new LintRequest(
        paths, texts, true, projectContext, standardInput, standardInputName, focus, renderings);
  }

  /** Without reading the project around single files. */
  public LintRequest withoutProjectContext() {
    return new LintRequest(
        paths, texts, each, false, standardInput, standardInputName, focus, renderings);
  }

  /**
   * With something that {@code -} reads.
   *
   * @param name the name under which it is shown; a path inside a project makes that project context; null for none
   */
  public LintRequest withStandardInput(StandardInput input, @Nullable String name) {
    return new LintRequest(paths, texts, each, projectContext, input, name, focus, renderings);
  }

  /**
   * With a report on these files and folders only, and on what has to do with them elsewhere. Everything is read all the
   * same.
   */
  public LintRequest withReportOnly(List<String> files) {
    return withFocus(new Focus(files, null));
  }

  /**
   * With a report on findings only that the state at a commit did not have, in whatever file. Git is called for that.
   *
   * @param commit a commit, branch or tag. Where it has gone on in the meantime, the commit counts at which the present
   *     one left it
   */
  public LintRequest withChangedSince(String commit) {
    return withFocus(new Focus(List.of(), commit));
  }

  /** With a report on what the focus is on. */
  public LintRequest withFocus(Focus value) {
    return new LintRequest(
        paths, texts, each, projectContext, standardInput, standardInputName, value, renderings);
  }

  /**
   * With what kustomize or helm makes manifests of. They are called for that, and find themselves what they need. Findings are
   * led back to the files that the manifests were made of, as far as these are known.
   */
  public LintRequest withRendering(Rendering one) {
    List<Rendering> more = new ArrayList<>(renderings);
    more.add(one);
    return new LintRequest(
        paths, texts, each, projectContext, standardInput, standardInputName, focus, more);
  }
}
