package dev.meshlint.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Tells those who watch a terminal that a long run goes on: one line on standard error, from the third second on, gone
 * when the run is over.
 */
final class Progress {
  private static final String START_OF_LINE = "\r";
  private static final String REST_OF_LINE = "\u001b[K";

  private final Console console;
  private final long firstAfterMillis;
  private final CountDownLatch over = new CountDownLatch(1);
  private final Thread thread;

  private Progress(Console console, long firstAfterMillis) {
    this.console = console;
    this.firstAfterMillis = firstAfterMillis;
    this.thread = new Thread(this::show, "progress");
    thread.setDaemon(true);
  }

  /** Starts to watch a run, if somebody watches the terminal. */
  static Progress start(Console console, long firstAfterMillis) {
    Progress progress = new Progress(console, firstAfterMillis);
    if (console.errIsTerminal()) {
      progress.thread.start();
    }
    return progress;
  }

  private void show() {
    long seconds = TimeUnit.MILLISECONDS.toSeconds(firstAfterMillis);
    try {
      if (over.await(firstAfterMillis, TimeUnit.MILLISECONDS)) {
        return;
      }
      do {
        console.mutter(START_OF_LINE + "linting, " + seconds + " s ..." + REST_OF_LINE);
        seconds++;
      } while (!over.await(1, TimeUnit.SECONDS));
      console.mutter(START_OF_LINE + REST_OF_LINE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Ends it; nothing of it comes later. */
  void end() {
    over.countDown();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
