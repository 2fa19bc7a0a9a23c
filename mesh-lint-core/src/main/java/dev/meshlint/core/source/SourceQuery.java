package dev.meshlint.core.source;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the user asks to be read. Immutable.
 *
 * @param workingDirectory the folder that relative paths and shown names start from; absolute
 * @param arguments files, folders, globs, or {@code -} for the standard input
 * @param given texts that are linted besides, after the arguments
 * @param context files, folders or globs that are read for resolution only, also where they lie in a folder that is an
 *     argument or are excluded
 * @param automaticContext whether the project around a file that is named alone is context by itself
 * @param projectFolder the folder of the configuration; null without one. The project is there; else in the git root
 * @param include patterns of the files to take from folders; empty for all {@code .yaml}, {@code .yml}, {@code .json}
 * @param exclude patterns of files and folders to leave out, in the grammar of {@code .gitignore}, also where they are
 *     named as arguments. Both kinds of pattern start from the configuration's folder, else the working directory
 * @param each whether every argument is a mesh of its own
 * @param meshes the meshes that files are sorted into by their paths; a file may belong to several, and those of none make
 *     up one more mesh. Empty where there is one mesh, and with {@code each}
 * @param standardInput what {@code -} reads
 * @param standardInputName the name under which it is shown; a path inside a project makes that project context; null
 *     for none
 */
public record SourceQuery(
    Path workingDirectory,
    List<String> arguments,
    List<Source> given,
    List<String> context,
    boolean automaticContext,
    @Nullable Path projectFolder,
    List<String> include,
    List<String> exclude,
    boolean each,
    List<MeshPaths> meshes,
    StandardInput standardInput,
    @Nullable String standardInputName) {
  /** Makes the lists unmodifiable and the working directory absolute. */
  public SourceQuery {
    workingDirectory = workingDirectory.toAbsolutePath().normalize();
    projectFolder = projectFolder == null ? null : projectFolder.toAbsolutePath().normalize();
    arguments = List.copyOf(arguments);
    given = List.copyOf(given);
    context = List.copyOf(context);
    include = List.copyOf(include);
    exclude = List.copyOf(exclude);
    meshes = each ? List.of() : List.copyOf(meshes);
  }

  /** Starts a query for these arguments, with automatic context. */
  public static Builder of(Path workingDirectory, List<String> arguments) {
    return new Builder(workingDirectory, arguments);
  }

  /** Collects the parts of a query. */
  public static final class Builder {
    private final Path workingDirectory;
    private final List<String> arguments;
    private List<Source> given = List.of();
    private List<String> context = List.of();
    private boolean automaticContext = true;
    private @Nullable Path projectFolder;
    private List<String> include = List.of();
    private List<String> exclude = List.of();
    private boolean each;
    private List<MeshPaths> meshes = List.of();
    private StandardInput standardInput = StandardInput.NONE;
    private @Nullable String standardInputName;

    private Builder(Path workingDirectory, List<String> arguments) {
      this.workingDirectory = workingDirectory;
      this.arguments = arguments;
    }

    /** Texts that are linted besides the arguments. */
    public Builder given(List<Source> texts) {
      given = texts;
      return this;
    }

    /** Paths that are read for resolution only. */
    public Builder context(List<String> paths) {
      context = paths;
      return this;
    }

    /** Whether the project around a file that is named alone is context by itself; true unless set. */
    public Builder automaticContext(boolean wanted) {
      automaticContext = wanted;
      return this;
    }

    /** The folder of the configuration. */
    public Builder projectFolder(@Nullable Path folder) {
      projectFolder = folder;
      return this;
    }

    /** Patterns of the files to take from folders. */
    public Builder include(List<String> patterns) {
      include = patterns;
      return this;
    }

    /** Patterns of files and folders to leave out. */
    public Builder exclude(List<String> patterns) {
      exclude = patterns;
      return this;
    }

    /** Whether every argument is a mesh of its own. */
    public Builder each(boolean wanted) {
      each = wanted;
      return this;
    }

    /** The meshes that files are sorted into by their paths. */
    public Builder meshes(List<MeshPaths> paths) {
      meshes = paths;
      return this;
    }

    /** What {@code -} reads, and the name under which it is shown; null for none. */
    public Builder standardInput(StandardInput input, @Nullable String name) {
      standardInput = input;
      standardInputName = name;
      return this;
    }

    /** The query. */
    public SourceQuery build() {
      return new SourceQuery(
          workingDirectory,
          arguments,
          given,
          context,
          automaticContext,
          projectFolder,
          include,
          exclude,
          each,
          meshes,
          standardInput,
          standardInputName);
    }
  }
}
