package dev.meshlint.core;

import dev.meshlint.core.config.LintConfig;
import dev.meshlint.core.config.MeshEntry;
import dev.meshlint.core.render.Rendered;
import dev.meshlint.core.render.Renderer;
import dev.meshlint.core.render.Rendering;
import dev.meshlint.core.source.NonManifests;
import dev.meshlint.core.source.SkipReason;
import dev.meshlint.core.source.SkippedSource;
import dev.meshlint.core.source.Source;
import dev.meshlint.core.source.SourceError;
import dev.meshlint.core.source.SourceFinder;
import dev.meshlint.core.source.SourceQuery;
import dev.meshlint.core.source.SourceSet;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Renders what is to be rendered and puts it in the place of the files that it is made of: these would say the same again,
 * and less truly.
 */
final class Renderings {
  private final SourceQuery query;
  private final Renderer renderer;
  private final List<Source> sources = new ArrayList<>();
  private final List<SourceError> errors = new ArrayList<>();
  private final Set<Path> origins = new HashSet<>();
  private final Set<Path> folders = new HashSet<>();

  private Renderings(SourceQuery query, @Nullable String namespace) {
    this.query = query;
    this.renderer = new Renderer(query.workingDirectory(), namespace);
  }

  /**
   * Finds what a query means, with what the request wants rendered, and what the configuration wants rendered for its meshes
   * and lies in a folder that is linted.
   */
  static SourceSet find(
      LintRequest request, SourceQuery query, LintConfig config, @Nullable String namespace) {
    SourceSet found = SourceFinder.find(query);
    Renderings renderings = new Renderings(query, namespace);
    int mesh = query.each() ? firstFree(found) : query.meshes().size();
    for (Rendering one : request.renderings()) {
      renderings.render(one, query.each() ? mesh++ : mesh, query.each() ? one.path() : null);
    }
    for (int i = 0; i < query.meshes().size(); i++) {
      MeshEntry entry = config.meshes().get(i);
      for (Rendering one : entry.renderings()) {
        Rendering seen = config.from(query.workingDirectory(), one);
        if (renderings.isLinted(seen)) {
          renderings.render(seen, i, entry.name());
        }
      }
    }
    return renderings.isEmpty() ? found : renderings.into(found);
  }

  private static int firstFree(SourceSet found) {
    int free = 0;
    for (Source source : found.sources()) {
      free = Math.max(free, source.mesh() + 1);
    }
    return free;
  }

  private boolean isEmpty() {
    return sources.isEmpty() && errors.isEmpty();
  }

  private boolean isLinted(Rendering rendering) {
    Path path = query.workingDirectory().resolve(rendering.path()).normalize();
    for (String argument : query.arguments()) {
      if (path.startsWith(query.workingDirectory().resolve(argument).normalize())) {
        return true;
      }
    }
    return false;
  }

  private void render(Rendering rendering, int mesh, @Nullable String meshName) {
    Rendered rendered = renderer.render(rendering);
    if (rendered.error() != null) {
      errors.add(new SourceError(rendering.path(), rendered.error()));
    }
    for (Source source : rendered.sources()) {
      sources.add(source.inMesh(mesh, meshName));
      Path origin = source.origin();
      if (origin != null) {
        origins.add(origin);
        folders.add(origin.getParent());
      }
    }
    folders.add(query.workingDirectory().resolve(rendering.path()).normalize());
  }

  private SourceSet into(SourceSet found) {
    List<Source> all = new ArrayList<>(found.sources().size() + sources.size());
    List<SkippedSource> skipped = new ArrayList<>(found.skipped());
    for (Source source : found.sources()) {
      if (!isRendered(source)) {
        all.add(source);
      } else if (!source.context()) {
        skipped.add(new SkippedSource(source.name(), SkipReason.RENDERED));
      }
    }
    all.addAll(sources);
    List<SourceError> allErrors = new ArrayList<>(found.errors());
    allErrors.addAll(errors);
    return new SourceSet(all, skipped, allErrors, found.projectRoot());
  }

  private boolean isRendered(Source source) {
    Path path = source.path();
    if (path == null) {
      return false;
    }
    if (NonManifests.isKustomizationName(source.name()) && folders.contains(path.getParent())) {
      return true;
    }
    return origins.contains(path) || origins.contains(real(path));
  }

  private static Path real(Path path) {
    try {
      return path.toRealPath();
    } catch (IOException e) {
      return path;
    }
  }
}
