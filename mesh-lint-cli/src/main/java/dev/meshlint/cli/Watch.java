package dev.meshlint.cli;

import dev.meshlint.core.config.LintConfig;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;

/**
 * Runs again whenever a file changes that a run reads, until it is interrupted. It looks from time to time: that works on
 * every system and on folders of other machines.
 */
final class Watch {
  private static final long PAUSE_MILLIS = 300;

  /** A look at a large tree takes its time: no more than a fifth of all is spent on looking. */
  private static final long PAUSE_PER_LOOK = 4;

  private final Console console;
  private final boolean quiet;
  private final Supplier<WatchedFiles> look;
  private long pause = PAUSE_MILLIS;

  Watch(Console console, boolean quiet, Supplier<WatchedFiles> look) {
    this.console = console;
    this.quiet = quiet;
    this.look = look;
  }

  /** One run. */
  interface Run {
    /** Lints and writes the reports. */
    ExitCode lint() throws UsageException, OutputException;
  }

  /**
   * Runs and watches.
   *
   * @return how the last run ended
   * @throws OutputException if nobody reads the reports any more
   */
  ExitCode over(Run run) throws OutputException {
    ExitCode code = ExitCode.CLEAN;
    try {
      while (true) {
        WatchedFiles before = look();
        try {
          code = run.lint();
        } catch (UsageException e) {
          console.say("mesh-lint: " + e.line());
          code = ExitCode.FAILED;
        }
        say("watching, Ctrl-C ends it");
        List<Path> changed = waitForChange(before);
        say("changed: " + names(changed));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return code;
    }
  }

  /** Waits until something changes, and then until nothing does: editors and git write many files. */
  private List<Path> waitForChange(WatchedFiles before) throws InterruptedException {
    WatchedFiles last = before;
    while (true) {
      Thread.sleep(pause);
      WatchedFiles now = look();
      List<Path> changed = now.changedSince(before);
      if (!changed.isEmpty() && now.changedSince(last).isEmpty()) {
        return changed;
      }
      last = now;
    }
  }

  private WatchedFiles look() {
    long start = System.nanoTime();
    WatchedFiles files = look.get();
    pause = Math.max(PAUSE_MILLIS, PAUSE_PER_LOOK * (System.nanoTime() - start) / 1_000_000);
    return files;
  }

  private void say(String line) {
    if (!quiet) {
      console.say("mesh-lint: " + line);
    }
  }

  private String names(List<Path> changed) {
    String first = LintConfig.shownName(changed.get(0), console.directory());
    return changed.size() == 1 ? first : first + " and " + (changed.size() - 1) + " more";
  }
}
