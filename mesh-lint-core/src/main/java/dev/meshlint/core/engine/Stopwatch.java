package dev.meshlint.core.engine;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/**
 * How long the stages and the rules of runs took, for people who wonder where the time goes. Stages are measured by the
 * clock on the wall; rules run in several threads, so their times may add up to more than that of their stage. Safe for
 * use by several threads.
 */
public final class Stopwatch {
  /** One that measures nothing and costs nothing. */
  public static final Stopwatch OFF = new Stopwatch(false);

  private final boolean on;
  private final Map<Stage, LongAdder> stages = new ConcurrentHashMap<>();
  private final Map<String, LongAdder> rules = new ConcurrentHashMap<>();

  /** What a run does, in this order. */
  public enum Stage {
    /** Looking for the files. */
    FIND,
    /** Reading and parsing them. */
    READ,
    /** Checking the shape of each resource. */
    SHAPES,
    /** Understanding the resources together. */
    MESH,
    /** Asking the rules. */
    RULES,
    /** Making the report: places, suppressions, order. */
    REPORT
  }

  /** A stopwatch at zero. */
  public Stopwatch() {
    this(true);
  }

  private Stopwatch(boolean on) {
    this.on = on;
  }

  /** The time of each stage in nanoseconds, in the order of the stages. */
  public Map<Stage, Long> stages() {
    Map<Stage, Long> times = new LinkedHashMap<>();
    for (Stage stage : Stage.values()) {
      LongAdder time = stages.get(stage);
      if (time != null) {
        times.put(stage, time.sum());
      }
    }
    return times;
  }

  /** The time of each rule in nanoseconds by its id, the slowest first. */
  public Map<String, Long> rules() {
    List<Map.Entry<String, Long>> entries =
        rules.entrySet().stream()
            .map(entry -> Map.entry(entry.getKey(), entry.getValue().sum()))
            .sorted(
                Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                    .thenComparing(Map.Entry.comparingByKey()))
            .toList();
    Map<String, Long> times = new LinkedHashMap<>();
    entries.forEach(entry -> times.put(entry.getKey(), entry.getValue()));
    return times;
  }

  /** The moment at which something starts. */
  public long start() {
    return on ? System.nanoTime() : 0;
  }

  /** Adds what passed since something started; answers the moment at which the next thing starts. */
  public long stop(Stage stage, long start) {
    if (!on) {
      return 0;
    }
    long now = System.nanoTime();
    stages.computeIfAbsent(stage, key -> new LongAdder()).add(now - start);
    return now;
  }

  void stopRule(String rule, long start) {
    if (on) {
      rules.computeIfAbsent(rule, key -> new LongAdder()).add(System.nanoTime() - start);
    }
  }
}
