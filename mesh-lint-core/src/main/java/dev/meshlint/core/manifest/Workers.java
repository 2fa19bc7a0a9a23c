package dev.meshlint.core.manifest;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntConsumer;
import java.util.function.Supplier;

/** Does numbered pieces of work in several threads. */
public final class Workers {
  /** Below this many resources starting threads costs more than it saves. */
  private static final int WORTH_THREADS = 500;

  private Workers() {}

  /**
   * How many threads it is worth to start.
   *
   * @param resources how many resources there are
   * @param jobs how many threads may be used at most
   */
  public static int worth(int resources, int jobs) {
    return resources < WORTH_THREADS ? 1 : jobs;
  }

  /**
   * Does each piece once, in any order, and waits for all. What a piece throws is thrown here; then some may be left undone.
   *
   * @param pieces how many there are; they are counted from 0
   * @param threads how many threads to use at most, that of the caller among them
   * @param worker what does a piece; asked for once in every thread
   */
  public static void run(int pieces, int threads, Supplier<IntConsumer> worker) {
    AtomicInteger next = new AtomicInteger();
    Runnable work =
        () -> {
          IntConsumer own = worker.get();
          for (int i = next.getAndIncrement(); i < pieces; i = next.getAndIncrement()) {
            own.accept(i);
          }
        };
    AtomicReference<Throwable> failure = new AtomicReference<>();
    List<Thread> helpers = new ArrayList<>();
    for (int i = 1; i < Math.min(threads, pieces); i++) {
      Thread helper = new Thread(work, "mesh-lint-" + i);
      helper.setDaemon(true);
      helper.setUncaughtExceptionHandler((unused, e) -> failure.compareAndSet(null, e));
      helper.start();
      helpers.add(helper);
    }
    work.run();
    join(helpers);
    Throwable thrown = failure.get();
    if (thrown != null) {
      throw new IllegalStateException("a piece of the work failed", thrown);
    }
  }

  private static void join(List<Thread> helpers) {
    boolean interrupted = false;
    for (Thread helper : helpers) {
      while (helper.isAlive()) {
        try {
          helper.join();
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
