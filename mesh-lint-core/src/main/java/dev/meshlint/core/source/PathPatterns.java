package dev.meshlint.core.source;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Patterns of files and folders in the grammar of {@code .gitignore}, for paths below one folder. Immutable. */
public final class PathPatterns {
  private final IgnoreRules rules;
  private final Path base;

  private PathPatterns(IgnoreRules rules, Path base) {
    this.rules = rules;
    this.base = base;
  }

  /**
   * Reads patterns.
   *
   * @param patterns the patterns
   * @param base the folder that they start from
   */
  public static PathPatterns of(List<String> patterns, Path base) {
    return new PathPatterns(IgnoreRules.of(patterns), base.toAbsolutePath().normalize());
  }

  /** Whether they match a file or a folder around it. A path outside of the folder is matched by its name only. */
  public boolean matches(Path file) {
    Path absolute = file.toAbsolutePath().normalize();
    String[] path =
        FileRules.names(
            absolute.startsWith(base) && !absolute.equals(base)
                ? base.relativize(absolute)
                : absolute.getFileName());
    IgnoreRules.Verdict verdict = rules.verdict(path, 0, false);
    for (int end = path.length - 1; end > 0 && verdict == IgnoreRules.Verdict.SILENT; end--) {
      verdict = rules.verdict(Arrays.copyOf(path, end), 0, true);
    }
    return verdict == IgnoreRules.Verdict.IGNORED;
  }
}
