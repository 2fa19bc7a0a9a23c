package dev.meshlint.cli;

import dev.meshlint.core.config.LintConfig;
import dev.meshlint.core.render.Rendering;
import dev.meshlint.core.source.ProjectRoot;
import dev.meshlint.core.source.Source;
import dev.meshlint.core.source.SourceFinder;
import dev.meshlint.core.source.SourceQuery;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The files that a run reads, as they are at one moment. Immutable. */
final class WatchedFiles {
  private final Map<Path, String> states;

  private WatchedFiles(Map<Path, String> states) {
    this.states = states;
  }

  /**
   * Looks at what a run with these options would read now.
   *
   * @param configuration the configuration file; null if there is none
   * @param config what it says, as far as it is right
   */
  static WatchedFiles now(
      LintOptions options, Path directory, @Nullable Path configuration, LintConfig config) {
    List<String> context = new ArrayList<>(config.contextFrom(directory));
    context.addAll(options.context());
    context.addAll(options.crds());
    List<String> paths = new ArrayList<>(options.paths());
    for (Rendering rendering : options.renderings()) {
      context.addAll(rendering.values());
      context.add(around(directory.resolve(rendering.path()), config));
    }
    SourceQuery query =
        SourceQuery.of(directory, paths)
            .context(context)
            .automaticContext(options.projectContext())
            .projectFolder(config.folder())
            .include(config.include())
            .exclude(config.exclude())
            .build();
    Map<Path, String> states = new TreeMap<>();
    for (Source source : SourceFinder.find(query).sources()) {
      add(source.path(), states);
    }
    add(configuration, states);
    options.reports().forEach(report -> remove(report, directory, states));
    return new WatchedFiles(states);
  }

  /** A kustomization reads files of folders around it. */
  private static String around(Path path, LintConfig config) {
    Path absolute = path.toAbsolutePath().normalize();
    return Objects.requireNonNullElse(ProjectRoot.around(absolute, config.folder()), absolute)
        .toString();
  }

  private static void add(@Nullable Path path, Map<Path, String> states) {
    if (path == null) {
      return;
    }
    try {
      BasicFileAttributes file = Files.readAttributes(path, BasicFileAttributes.class);
      states.put(path.toAbsolutePath().normalize(), file.lastModifiedTime() + " " + file.size());
    } catch (IOException e) {
      states.put(path.toAbsolutePath().normalize(), "");
    }
  }

  /** What the run writes is no reason to run again. */
  private static void remove(ReportTarget report, Path directory, Map<Path, String> states) {
    if (report.file() != null) {
      states.remove(directory.resolve(report.file()).toAbsolutePath().normalize());
    }
  }

  /** The files that differ from those at another moment, also by being there or not. */
  List<Path> changedSince(WatchedFiles before) {
    Set<Path> all = new HashSet<>(states.keySet());
    all.addAll(before.states.keySet());
    all.removeIf(path -> Objects.equals(states.get(path), before.states.get(path)));
    return all.stream().sorted().toList();
  }
}
