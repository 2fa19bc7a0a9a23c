package dev.meshlint.core.engine;

import dev.meshlint.core.catalog.RuleInfo;
import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.model.View;
import dev.meshlint.core.rule.MeshRule;
import dev.meshlint.core.rule.ResourceRule;
import dev.meshlint.core.rule.Rule;
import java.util.ArrayList;
import java.util.List;

/**
 * A piece of the work of asking rules: one rule about the whole mesh, or all rules on resources of one type about a few of
 * them, one resource after the other, while the memory that holds it is near. Used by one thread at a time.
 */
final class RuleTask {
  private final List<? extends Rule> rules;
  private final List<? extends View> views;
  private final RuleLevels levels;
  private final Mesh mesh;
  private final Stopwatch stopwatch;
  private final List<Draft> drafts = new ArrayList<>(0);
  private final List<Failure> failures = new ArrayList<>(0);

  /**
   * Makes a task.
   *
   * @param rules the rules: one on meshes, or any number on resources
   * @param views the resources; not looked at by rules on meshes
   */
  RuleTask(
      List<? extends Rule> rules,
      List<? extends View> views,
      RuleLevels levels,
      Mesh mesh,
      Stopwatch stopwatch) {
    this.rules = rules;
    this.views = views;
    this.levels = levels;
    this.mesh = mesh;
    this.stopwatch = stopwatch;
  }

  /** What the rules said. */
  List<Draft> drafts() {
    return drafts;
  }

  /** What the rules threw. */
  List<Failure> failures() {
    return failures;
  }

  /** Asks the rules. */
  void run() {
    List<Sink> sinks = new ArrayList<>(rules.size());
    for (Rule rule : rules) {
      RuleInfo info = levels.info(rule.id());
      sinks.add(new Sink(info, levels.options(info), mesh.settings().world()));
    }
    for (int i = 0; i < rules.size(); i++) {
      if (rules.get(i) instanceof MeshRule rule) {
        ask(rule, sinks.get(i));
      }
    }
    for (View view : views) {
      if (!view.resource().origin().context()) {
        for (int i = 0; i < rules.size(); i++) {
          ask((ResourceRule<?>) rules.get(i), view, sinks.get(i));
        }
      }
    }
    for (Sink sink : sinks) {
      drafts.addAll(sink.drafts());
    }
  }

  private void ask(MeshRule rule, Sink sink) {
    long start = stopwatch.start();
    try {
      rule.check(mesh, sink);
    } catch (RuntimeException | StackOverflowError e) {
      failures.add(new Failure(rule, null, e));
    }
    stopwatch.stopRule(rule.id(), start);
  }

  private <V extends View> void ask(ResourceRule<V> rule, View view, Sink sink) {
    long start = stopwatch.start();
    try {
      rule.check(rule.type().cast(view), mesh, sink);
    } catch (RuntimeException | StackOverflowError e) {
      failures.add(new Failure(rule, view.resource(), e));
    }
    stopwatch.stopRule(rule.id(), start);
  }
}
