package dev.meshlint.cli;

import dev.meshlint.core.baseline.Baseline;
import dev.meshlint.core.config.LintConfig;
import dev.meshlint.core.finding.BaselineUse;
import dev.meshlint.core.finding.LintReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The file that {@code --baseline} or {@code --write-baseline} names, or the configuration.
 *
 * @param name the name as given
 * @param write whether it is made or shrunk
 */
record BaselineFile(String name, boolean write) {
  private static final BaselineFile NONE = new BaselineFile("", false);

  /**
   * What the options say; null where they say nothing.
   *
   * @throws UsageException if they contradict each other
   */
  static @Nullable BaselineFile of(Arguments arguments) throws UsageException {
    String read = arguments.value(Syntax.BASELINE);
    String write = arguments.value(Syntax.WRITE_BASELINE);
    if (arguments.has(Syntax.NO_BASELINE)) {
      if (read != null || write != null) {
        throw new UsageException("--no-baseline takes none: leave the other option out");
      }
      return NONE;
    }
    if (write == null) {
      return read == null ? null : new BaselineFile(read, false);
    }
    if (arguments.has(Syntax.DIFF)) {
      throw new UsageException("--diff changes nothing: leave --write-baseline out");
    }
    boolean bare = write.equals(Baseline.FILE);
    if (read != null && !bare && !read.equals(write)) {
      throw new UsageException(
          "--write-baseline writes the file that --baseline names: leave one of them out");
    }
    return new BaselineFile(read == null ? write : read, true);
  }

  /**
   * The file that holds in the end; null where there is none.
   *
   * @param given what the options say; null where they say nothing
   * @param directory the folder that names are relative to
   * @throws UsageException if the configuration names a file that does not exist
   */
  static @Nullable BaselineFile of(@Nullable BaselineFile given, LintConfig config, Path directory)
      throws UsageException {
    Path configured = config.baselineFrom(directory);
    boolean none = given != null && given.name.isEmpty();
    if (configured == null || none) {
      return none ? null : given;
    }
    if (given == null || (given.write && given.name.equals(Baseline.FILE))) {
      String name = LintConfig.shownName(configured, directory);
      if (given == null && !Files.exists(configured)) {
        throw new UsageException(
            "baseline \""
                + name
                + "\" of the configuration does not exist: --write-baseline makes it");
      }
      return new BaselineFile(name, given != null);
    }
    return given;
  }

  /**
   * The baseline as it is; null if it is still to be made.
   *
   * @throws dev.meshlint.core.config.ConfigException if there is none, or it cannot be read
   */
  @Nullable Baseline load(Console console) throws UsageException {
    Path file = path(console);
    return write && !Files.exists(file) ? null : Baseline.load(name, file);
  }

  private Path path(Console console) throws UsageException {
    try {
      return console.directory().resolve(name);
    } catch (InvalidPathException e) {
      throw new UsageException("baseline \"" + name + "\" is no path");
    }
  }

  /**
   * Says what is gone from the baseline, or writes it.
   *
   * @param baseline what {@link #load} gave
   * @param report what was found, without what the baseline lists
   * @return what is still to be reported
   */
  LintReport conclude(@Nullable Baseline baseline, LintReport report, Console console)
      throws UsageException {
    BaselineUse use = report.baseline();
    if (!write) {
      if (use != null && !use.gone().isEmpty()) {
        console.say("mesh-lint: " + fixed(use) + ": run --write-baseline");
      }
      return report;
    }
    if (report.hasFailed()) {
      console.say("mesh-lint: the run failed, so the baseline is not written");
      return report;
    }
    if (baseline == null || use == null) {
      Baseline made = Baseline.of(report, path(console), console.directory());
      save(made, console);
      console.say("mesh-lint: baseline " + name + " written: " + findings(made.size()));
      return report.withFindings(List.of(), new BaselineUse(report.findings(), List.of()));
    }
    if (!use.gone().isEmpty()) {
      Baseline shrunk = baseline.without(use.gone());
      save(shrunk, console);
      console.say("mesh-lint: " + fixed(use) + ", " + findings(shrunk.size()) + " left");
    }
    return report;
  }

  private void save(Baseline baseline, Console console) throws UsageException {
    try {
      Files.writeString(path(console), baseline.text());
    } catch (NoSuchFileException e) {
      throw new UsageException("baseline \"" + name + "\" cannot be written: no such folder");
    } catch (IOException e) {
      throw new UsageException("baseline \"" + name + "\" cannot be written: " + e.getMessage());
    }
  }

  private static String fixed(BaselineUse use) {
    int count = use.gone().size();
    return findings(count) + " of the baseline " + (count == 1 ? "is" : "are") + " fixed";
  }

  private static String findings(int count) {
    return count + (count == 1 ? " finding" : " findings");
  }
}
