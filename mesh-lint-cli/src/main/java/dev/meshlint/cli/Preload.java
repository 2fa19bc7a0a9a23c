package dev.meshlint.cli;

import dev.meshlint.core.engine.RuleSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * Loads rules and catalogue while the command line and the configuration are read: both take a good part of a short run,
 * and neither needs the other.
 */
final class Preload {
  private final FutureTask<RuleSet> rules = new FutureTask<>(new Loading());

  private Preload() {}

  // A class, not a lambda: the first lambda of a run costs some milliseconds, which this spares the
  // main thread.
  private static final class Loading implements Callable<RuleSet> {
    @Override
    public RuleSet call() {
      return RuleSet.load(Preload.class.getClassLoader());
    }
  }

  /** Starts loading. */
  static Preload start() {
    Preload preload = new Preload();
    Thread thread = new Thread(preload.rules, "mesh-lint-preload");
    thread.setDaemon(true);
    thread.start();
    return preload;
  }

  /** What was loaded; waits for it. */
  RuleSet rules() {
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return rules.get();
        } catch (InterruptedException e) {
          interrupted = true;
        } catch (ExecutionException e) {
          throw new IllegalStateException("rules cannot be loaded", e.getCause());
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
