package dev.meshlint.core.config;

import dev.meshlint.core.mesh.Known;
import dev.meshlint.core.mesh.World;
import dev.meshlint.core.render.Rendering;
import dev.meshlint.core.source.IoMessages;
import dev.meshlint.core.source.MeshPaths;
import dev.meshlint.core.source.SourceFile;
import dev.meshlint.core.source.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The configuration of a run, as {@code .mesh-lint.yaml} holds it. Immutable.
 *
 * @param folder the folder of the configuration file, to which its paths are relative; null if there is no file
 * @param include globs of files to lint; none means all
 * @param exclude globs of files not to lint
 * @param context files and folders that are read for resolution only
 * @param crds files and folders with CustomResourceDefinitions or schemas
 * @param world how much of the world the files hold; null if not set
 * @param known what exists outside the files
 * @param failOn from which severity on findings fail the run; null if not set
 * @param baseline the file with findings that are known; null if not set
 * @param preview whether preview rules run
 * @param targets versions in use by component
 * @param meshes the meshes that the files make up; none if it is one
 * @param rules what is set for each rule
 * @param overrides what is set for some resources, later ones winning
 * @param suppressions findings that are not reported
 */
public record LintConfig(
    @Nullable Path folder,
    List<String> include,
    List<String> exclude,
    List<String> context,
    List<String> crds,
    @Nullable World world,
    Known known,
    @Nullable FailOn failOn,
    @Nullable String baseline,
    boolean preview,
    Map<String, String> targets,
    List<MeshEntry> meshes,
    List<RuleConfig> rules,
    List<RuleOverride> overrides,
    List<SuppressionEntry> suppressions) {
  /** The name of the configuration file. */
  public static final String FILE = ".mesh-lint.yaml";

  /** No configuration: everything as the catalogue has it. */
  public static final LintConfig DEFAULT =
      new LintConfig(
          null,
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          null,
          Known.NOTHING,
          null,
          null,
          false,
          Map.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of());

  /** Makes the collections unmodifiable. */
  public LintConfig {
    include = List.copyOf(include);
    exclude = List.copyOf(exclude);
    context = List.copyOf(context);
    crds = List.copyOf(crds);
    targets = Map.copyOf(targets);
    meshes = List.copyOf(meshes);
    rules = List.copyOf(rules);
    overrides = List.copyOf(overrides);
    suppressions = List.copyOf(suppressions);
  }

  /**
   * Reads a configuration file.
   *
   * @param file the file; its folder is where its paths start from
   * @throws ConfigException if it cannot be read or is wrong; it names every mistake with its place
   */
  public static LintConfig load(Path file) {
    return load(file, Path.of(""));
  }

  /**
   * Reads a configuration file.
   *
   * @param file the file; its folder is where its paths start from
   * @param directory the folder to which the file is shown as relative
   * @throws ConfigException if it cannot be read or is wrong; it names every mistake with its place
   */
  public static LintConfig load(Path file, Path directory) {
    Path folder = file.toAbsolutePath().normalize().getParent();
    String name = shownName(file, directory);
    try {
      return ConfigReader.read(new SourceFile(name, WholeFile.text(file)), folder);
    } catch (IOException e) {
      String reason = IoMessages.of(e);
      throw new ConfigException(
          List.of(new ConfigException.Problem(null, name + ": cannot be read: " + reason)));
    }
  }

  /** The name of a file for people: relative to a folder if it lies in there, with forward slashes. */
  public static String shownName(Path file, Path directory) {
    Path here = directory.toAbsolutePath().normalize();
    Path absolute = file.toAbsolutePath().normalize();
    Path shown = absolute.startsWith(here) ? here.relativize(absolute) : absolute;
    return shown.toString().replace('\\', '/');
  }

  /**
   * Reads a configuration from its text.
   *
   * @param name the name to show in messages
   * @param yaml the text
   * @throws ConfigException if it is wrong
   */
  public static LintConfig parse(String name, String yaml) {
    return ConfigReader.read(new SourceFile(name, yaml), null);
  }

  /** The configuration file that holds for a file or folder: the nearest one upwards; null if there is none. */
  public static @Nullable Path find(Path start) {
    Path absolute = start.toAbsolutePath().normalize();
    for (Path folder = absolute; folder != null; folder = folder.getParent()) {
      Path file = folder.resolve(FILE);
      if (Files.isRegularFile(file)) {
        return file;
      }
    }
    return null;
  }

  /** The file of the baseline, to be resolved in a folder if the configuration has none; null if none is set. */
  public @Nullable Path baselineFrom(Path directory) {
    return baseline == null ? null : (folder == null ? directory : folder).resolve(baseline);
  }

  /** The context paths as seen from another folder than that of the file. */
  public List<String> contextFrom(Path directory) {
    return pathsFrom(directory, context);
  }

  /** A rendering of the configuration as seen from another folder than that of the file. */
  public Rendering from(Path directory, Rendering one) {
    return new Rendering(
        one.tool(),
        pathsFrom(directory, List.of(one.path())).get(0),
        pathsFrom(directory, one.values()));
  }

  /** The meshes as the search for files needs them, their context paths seen from another folder than that of the file. */
  public List<MeshPaths> meshesFrom(Path directory) {
    List<MeshPaths> paths = new ArrayList<>(meshes.size());
    for (MeshEntry mesh : meshes) {
      paths.add(new MeshPaths(mesh.name(), mesh.include(), pathsFrom(directory, mesh.context())));
    }
    return paths;
  }

  private List<String> pathsFrom(Path directory, List<String> given) {
    if (folder == null || given.isEmpty()) {
      return given;
    }
    Path from = directory.toAbsolutePath().normalize();
    List<String> paths = new ArrayList<>(given.size());
    for (String path : given) {
      Path absolute = folder.resolve(path).normalize();
      paths.add(
          Objects.equals(absolute.getRoot(), from.getRoot())
              ? from.relativize(absolute).toString()
              : absolute.toString());
    }
    return paths;
  }

  /** With these patterns of files to take, if there are any, and with further ones of files to leave out. */
  public LintConfig withPatterns(List<String> toTake, List<String> toLeaveOut) {
    List<String> left = new ArrayList<>(exclude);
    left.addAll(toLeaveOut);
    return with(toTake.isEmpty() ? include : toTake, left, world, baseline, preview, rules);
  }

  /** With these settings of rules. */
  public LintConfig withRules(List<RuleConfig> value) {
    return with(include, exclude, world, baseline, preview, value);
  }

  /** With another world. */
  public LintConfig withWorld(@Nullable World value) {
    return with(include, exclude, value, baseline, preview, rules);
  }

  /** With preview rules switched on or off. */
  public LintConfig withPreview(boolean value) {
    return with(include, exclude, world, baseline, value, rules);
  }

  /** With another baseline, or with none. */
  public LintConfig withBaseline(@Nullable String value) {
    return with(include, exclude, world, value, preview, rules);
  }

  private LintConfig with(
      List<String> toTake,
      List<String> toLeaveOut,
      @Nullable World newWorld,
      @Nullable String newBaseline,
      boolean newPreview,
      List<RuleConfig> newRules) {
    return new LintConfig(
        folder,
        toTake,
        toLeaveOut,
        context,
        crds,
        newWorld,
        known,
        failOn,
        newBaseline,
        newPreview,
        targets,
        meshes,
        newRules,
        overrides,
        suppressions);
  }
}
