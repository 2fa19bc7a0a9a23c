package dev.meshlint.core.baseline;

import dev.meshlint.core.source.Source;
import dev.meshlint.core.source.SourceSet;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What a run could find: an entry of the baseline that was not looked for is not gone.
 *
 * @param files the absolute paths of the files that were linted
 * @param names the names of what was linted and lies in no file
 * @param rules whether a rule may have run
 */
public record Judged(Set<Path> files, Set<String> names, Predicate<String> rules) {
  /** Makes the sets unmodifiable. */
  public Judged {
    files = Set.copyOf(files);
    names = Set.copyOf(names);
  }

  /** What can be found in these sources, context left out. */
  public static Judged of(SourceSet sources, Predicate<String> rules) {
    Set<Path> files = new HashSet<>();
    Set<String> names = new HashSet<>();
    for (Source source : sources.sources()) {
      Path path = source.isRendered() ? source.origin() : source.path();
      if (source.context()) {
        continue;
      }
      if (path == null) {
        names.add(source.name());
      } else {
        files.add(path);
      }
    }
    return new Judged(files, names, rules);
  }
}
