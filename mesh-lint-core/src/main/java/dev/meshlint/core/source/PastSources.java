package dev.meshlint.core.source;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The sources of a run as they were before changes. */
public final class PastSources {
  private final SourceSet now;
  private final SourceQuery query;
  private final FileRules rules;
  private final SourceNames names;
  private final Map<Path, Optional<Source>> neighbours = new HashMap<>();

  private PastSources(SourceSet now, SourceQuery query) {
    this.now = now;
    this.query = query;
    this.rules = new FileRules(query);
    this.names = new SourceNames(query.workingDirectory());
  }

  /**
   * The same sources with their former texts: without files that are new, and with those that are gone, as far as the
   * query means them. What was rendered is left out: nobody knows what it was.
   */
  public static SourceSet of(SourceSet now, SourceQuery query, Changes changes) {
    return new PastSources(now, query).before(changes);
  }

  private SourceSet before(Changes changes) {
    List<Source> before = new ArrayList<>(now.sources().size());
    Set<Path> seen = new HashSet<>();
    for (Source source : now.sources()) {
      StandardInput former = changes.before(source.path());
      if (former != null) {
        seen.add(source.path());
      }
      boolean known = !source.isRendered() && !changes.isNew(source.path());
      if (known) {
        before.add(former == null ? source : source.withInput(former));
      }
    }
    for (Path path : changes.former()) {
      Source gone = seen.contains(path) ? null : gone(path);
      StandardInput former = changes.before(path);
      if (gone != null && former != null) {
        before.add(gone.withInput(former));
      }
    }
    return now.withSources(before);
  }

  /** A file that is there no more, as a source; null if the query would not have found it. */
  private @Nullable Source gone(Path path) {
    String[] parts = FileRules.names(path);
    if (!rules.takes(parts)) {
      return null;
    }
    boolean linted = isBelow(path, query.arguments()) && !rules.excludesAnyOf(parts, false);
    Path project = now.projectRoot();
    boolean context =
        isBelow(path, query.context()) || (project != null && path.startsWith(project));
    Path folder = path.getParent();
    Source neighbour =
        (linted || context) && folder != null
            ? neighbours
                .computeIfAbsent(folder, one -> Optional.ofNullable(neighbour(one, !linted)))
                .orElse(null)
            : null;
    return neighbour == null
        ? null
        : new Source(
            names.of(path, false),
            new Source.OnDisk(path),
            !linted,
            neighbour.mesh(),
            neighbour.meshName());
  }

  private boolean isBelow(Path path, List<String> arguments) {
    for (String argument : arguments) {
      if (path.startsWith(query.workingDirectory().resolve(fixed(argument)).normalize())) {
        return true;
      }
    }
    return false;
  }

  /** The part of an argument before the first name that is a pattern. */
  private static String fixed(String argument) {
    int start = 0;
    while (start < argument.length()) {
      int slash = argument.indexOf('/', start);
      int end = slash < 0 ? argument.length() : slash + 1;
      if (SegmentGlob.isGlob(argument.substring(start, end))) {
        return argument.substring(0, start);
      }
      start = end;
    }
    return argument;
  }

  /** The source that lies nearest to a path: it belongs to the same mesh. */
  private @Nullable Source neighbour(Path path, boolean context) {
    Source nearest = null;
    int most = -1;
    for (Source source : now.sources()) {
      Path other = source.path();
      int common = other == null || source.context() != context ? -1 : common(path, other);
      if (common > most) {
        nearest = source;
        most = common;
      }
    }
    return nearest;
  }

  private static int common(Path one, Path other) {
    int common = 0;
    int shorter = Math.min(one.getNameCount(), other.getNameCount());
    while (common < shorter && one.getName(common).equals(other.getName(common))) {
      common++;
    }
    return common;
  }
}
