package dev.meshlint.core.manifest;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/** Threads that do the same work as the one that starts them. */
final class Helpers {
  private final List<Thread> threads = new ArrayList<>();
  private final AtomicReference<Throwable> failure = new AtomicReference<>();

  Helpers(Runnable work, int count) {
    for (int i = 0; i < count; i++) {
      Thread thread = new Thread(work, "mesh-lint-reader-" + i);
      thread.setDaemon(true);
      thread.setUncaughtExceptionHandler((unused, e) -> failure.compareAndSet(null, e));
      thread.start();
      threads.add(thread);
    }
  }

  /** Waits for all of them. What one of them threw is thrown here. */
  void join() {
    boolean interrupted = false;
    for (Thread thread : threads) {
      while (thread.isAlive()) {
        try {
          thread.join();
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    Throwable thrown = failure.get();
    if (thrown != null) {
      throw new IllegalStateException("reading failed", thrown);
    }
  }
}
