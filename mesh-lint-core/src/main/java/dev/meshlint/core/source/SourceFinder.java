package dev.meshlint.core.source;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the files that a query means. Looks at names and folders; opens nothing but ignore files. */
public final class SourceFinder {
  private static final String STANDARD_INPUT = "-";
  private static final String STANDARD_INPUT_NAME = "<stdin>";

  private final SourceQuery query;
  private final FileRules rules;
  private final SourceNames names;
  private final MeshSorter meshes;
  private final List<Source> sources = new ArrayList<>();
  private final Set<SkippedSource> skipped = new LinkedHashSet<>();
  private final List<SourceError> errors = new ArrayList<>();
  private final Map<Integer, Set<Path>> taken = new HashMap<>();
  private final List<Path> contextPaths = new ArrayList<>();
  private final Set<Path> projects = new LinkedHashSet<>();
  private final Set<@Nullable Path> asked = new HashSet<>();
  private boolean absoluteProject;

  private SourceFinder(SourceQuery query) {
    this.query = query;
    this.rules = new FileRules(query);
    this.names = new SourceNames(query.workingDirectory());
    this.meshes = new MeshSorter(query);
  }

  /** Finds what the query means. What leads nowhere is an error in the result, never an exception. */
  public static SourceSet find(SourceQuery query) {
    SourceFinder finder = new SourceFinder(query);
    finder.findAll();
    Path project = finder.projects.isEmpty() ? null : finder.projects.iterator().next();
    return new SourceSet(finder.sources, List.copyOf(finder.skipped), finder.errors, project);
  }

  /**
   * The mesh that sources are collected for.
   *
   * @param number its number; {@link MeshSorter#BY_PATH} if the path of each file says it
   * @param name its name; null where there is but one
   * @param context whether the sources are context
   * @param absolute whether the argument was an absolute path
   */
  private record Target(int number, @Nullable String name, boolean context, boolean absolute) {}

  private void findAll() {
    List<Place> context = new ArrayList<>();
    for (String argument : query.context()) {
      context.addAll(places(argument, true));
    }
    context.forEach(place -> contextPaths.add(Objects.requireNonNull(place.path())));
    int mesh = 0;
    int number = meshes.isEmpty() ? 0 : MeshSorter.BY_PATH;
    for (String argument : query.arguments()) {
      for (Place place : places(argument, false)) {
        Target target =
            query.each()
                ? new Target(mesh++, place.name(), false, place.absolute())
                : new Target(number, null, false, place.absolute());
        add(place, target);
      }
    }
    for (Source text : query.given()) {
      sources.add(
          query.each() ? text.inMesh(mesh++, text.name()) : text.inMesh(meshes.others(), null));
    }
    boolean several = query.each() || !meshes.isEmpty();
    for (Place place : context) {
      add(place, new Target(several ? Source.ALL_MESHES : 0, null, true, place.absolute()));
    }
    addContextOfMeshes();
    for (Path project : projects) {
      int all = query.each() ? Source.ALL_MESHES : number;
      walk(project, new Target(all, null, true, absoluteProject), rules);
    }
  }

  private void addContextOfMeshes() {
    for (int i = 0; i < query.meshes().size(); i++) {
      MeshPaths mesh = query.meshes().get(i);
      for (String argument : mesh.context()) {
        for (Place place : places(argument, true)) {
          add(place, new Target(i, mesh.name(), true, place.absolute()));
        }
      }
    }
  }

  /**
   * What one argument leads to.
   *
   * @param name the argument as given, or the path that its glob found
   * @param path the absolute path; null for the standard input
   * @param absolute whether the argument was an absolute path
   * @param otherNames whether a file may have any name
   */
  private record Place(String name, @Nullable Path path, boolean absolute, boolean otherNames) {}

  private List<Place> places(String argument, boolean context) {
    if (argument.equals(STANDARD_INPUT) && !context) {
      return List.of(new Place(argument, null, false, true));
    }
    if (argument.isBlank()) {
      errors.add(new SourceError(argument, "a path is empty"));
      return List.of();
    }
    Path path = path(argument);
    if (path != null && Files.exists(path)) {
      return List.of(new Place(argument, path, Path.of(argument).isAbsolute(), true));
    }
    if (SegmentGlob.isGlob(argument)) {
      return expand(argument);
    }
    errors.add(new SourceError(argument, "path \"" + argument + "\" does not exist"));
    return List.of();
  }

  private @Nullable Path path(String argument) {
    try {
      return query.workingDirectory().resolve(argument).normalize();
    } catch (InvalidPathException e) {
      return null;
    }
  }

  private List<Place> expand(String argument) {
    String pattern = File.separatorChar == '/' ? argument : argument.replace('\\', '/');
    boolean absolute = pattern.startsWith("/");
    boolean otherNames = FileRules.namesExtension(pattern);
    List<Place> places = new ArrayList<>();
    try {
      for (Path path : GlobArgument.expand(query.workingDirectory(), pattern)) {
        if (otherNames
            || Files.isDirectory(path)
            || FileRules.isManifestName(String.valueOf(path.getFileName()))) {
          places.add(new Place(names.of(path, absolute), path, absolute, otherNames));
        }
      }
    } catch (IOException | InvalidPathException e) {
      errors.add(new SourceError(argument, "pattern \"" + argument + "\" cannot be followed"));
      return List.of();
    }
    if (places.isEmpty()) {
      errors.add(new SourceError(argument, "pattern \"" + argument + "\" matches nothing"));
    }
    return places;
  }

  private void add(Place place, Target target) {
    Path path = place.path();
    if (path == null) {
      addStandardInput(target);
      return;
    }
    boolean folder = Files.isDirectory(path);
    if (!target.context() && rules.excludesAnyOf(FileRules.names(path), folder)) {
      skip(path, folder, SkipReason.EXCLUDED, target);
    } else if (folder) {
      walk(path, target, target.context() ? rules.withoutExcludes() : rules);
    } else {
      addNamedFile(path, target);
    }
  }

  private void addNamedFile(Path path, Target target) {
    try {
      take(path, WholeFile.isHandedOver(path) ? path : path.toRealPath(), target);
    } catch (IOException e) {
      fail(path, e, target);
      return;
    }
    if (!target.context()) {
      wantProject(path, target.absolute());
    }
  }

  private void wantProject(Path path, boolean absolute) {
    if (query.automaticContext() && !query.each() && asked.add(path.getParent())) {
      Path project = ProjectRoot.around(path, query.projectFolder());
      if (project != null && projects.add(project)) {
        absoluteProject |= absolute;
      }
    }
  }

  private void addStandardInput(Target target) {
    if (!taken(target).add(Path.of(STANDARD_INPUT))) {
      return;
    }
    String name = query.standardInputName();
    Path path = name == null ? null : path(name);
    if (path != null) {
      replace(path, target);
      wantProject(path, Path.of(name).isAbsolute());
    }
    Source source =
        new Source(
            name == null ? STANDARD_INPUT_NAME : name.replace('\\', '/'),
            new Source.Streamed(query.standardInput(), path),
            false,
            target.number(),
            target.name());
    sources.addAll(path == null ? List.of(meshes.amongOthers(source)) : meshes.sort(source, path));
  }

  /** The standard input stands for a file, as an editor has it: what is on the disk is not read. */
  private void replace(Path path, Target target) {
    taken(target).add(path);
    try {
      taken(target).add(path.toRealPath());
    } catch (IOException e) {
      return;
    }
    sources.removeIf(one -> one.mesh() == target.number() && path.equals(one.path()));
  }

  private void walk(Path folder, Target target, FileRules filter) {
    int first = sources.size();
    new TreeWalk(
            filter,
            new TreeWalk.Sink() {
              @Override
              public void file(Path path, Path real) {
                if (target.context() || !isContext(path, folder)) {
                  take(path, real, target);
                }
              }

              @Override
              public void skipped(Path path, boolean isFolder, SkipReason reason) {
                skip(path, isFolder, reason, target);
              }

              @Override
              public void failed(Path path, IOException problem) {
                fail(path, problem, target);
              }
            })
        .walk(folder);
    sources.subList(first, sources.size()).sort(Comparator.comparing(Source::name));
  }

  /** Whether a file is context by the configuration, unless the folder that is linted lies in there itself. */
  private boolean isContext(Path file, Path folder) {
    for (Path context : contextPaths) {
      if (file.startsWith(context) && !folder.startsWith(context)) {
        return true;
      }
    }
    return false;
  }

  private Set<Path> taken(Target target) {
    return taken.computeIfAbsent(target.number(), number -> new HashSet<>());
  }

  private void take(Path path, Path real, Target target) {
    if (taken(target).add(real)) {
      Source source =
          new Source(
              names.of(path, target.absolute()),
              new Source.OnDisk(path),
              target.context(),
              target.number(),
              target.name());
      sources.addAll(meshes.sort(source, path));
    }
  }

  private void skip(Path path, boolean folder, SkipReason reason, Target target) {
    if (!target.context()) {
      String name = names.of(path, target.absolute());
      skipped.add(new SkippedSource(folder ? name + "/" : name, reason));
    }
  }

  private void fail(Path path, IOException problem, Target target) {
    if (!target.context()) {
      String name = names.of(path, target.absolute());
      errors.add(
          new SourceError(name, "\"" + name + "\" cannot be read: " + IoMessages.of(problem)));
    }
  }
}
