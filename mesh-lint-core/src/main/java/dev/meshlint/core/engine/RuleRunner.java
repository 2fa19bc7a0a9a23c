package dev.meshlint.core.engine;

import dev.meshlint.core.catalog.RuleInfo;
import dev.meshlint.core.manifest.Resource;
import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.model.View;
import dev.meshlint.core.rule.MeshRule;
import dev.meshlint.core.rule.ResourceRule;
import dev.meshlint.core.rule.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Asks the rules about a mesh, in any number of threads, and gathers the answers in the order of the rules. */
final class RuleRunner {
  /** Below this many resources starting threads costs more than it saves. */
  private static final int WORTH_THREADS = 500;

  private final List<Rule> rules;
  private final RuleLevels levels;
  private final int jobs;

  /**
   * Makes a runner.
   *
   * @param rules the rules
   * @param levels which of them run
   * @param jobs how many threads to use at most
   */
  RuleRunner(List<Rule> rules, RuleLevels levels, int jobs) {
    this.rules = running(rules, levels);
    this.levels = levels;
    this.jobs = jobs;
  }

  private static List<Rule> running(List<Rule> rules, RuleLevels levels) {
    List<Rule> running = new ArrayList<>(rules.size());
    for (Rule rule : rules) {
      if (levels.mayRun(levels.info(rule.id()))) {
        running.add(rule);
      }
    }
    return running;
  }

  /** What the rules say about a mesh. */
  List<Draft> run(Mesh mesh) {
    if (mesh.resources().isEmpty()) {
      return List.of();
    }
    List<List<Draft>> answers = new ArrayList<>(rules.size());
    for (int i = 0; i < rules.size(); i++) {
      answers.add(List.of());
    }
    AtomicInteger next = new AtomicInteger();
    Runnable work =
        () -> {
          for (int i = next.getAndIncrement(); i < rules.size(); i = next.getAndIncrement()) {
            answers.set(i, ask(rules.get(i), mesh));
          }
        };
    int helpers = mesh.resources().size() < WORTH_THREADS ? 0 : Math.min(jobs, rules.size()) - 1;
    inThreads(work, helpers);
    List<Draft> all = new ArrayList<>();
    answers.forEach(all::addAll);
    return all;
  }

  private static void inThreads(Runnable work, int helpers) {
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < helpers; i++) {
      Thread thread = new Thread(work, "mesh-lint-rules-" + i);
      thread.setDaemon(true);
      thread.start();
      threads.add(thread);
    }
    work.run();
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
  }

  private List<Draft> ask(Rule rule, Mesh mesh) {
    RuleInfo info = levels.info(rule.id());
    Sink sink = new Sink(info, levels.options(info), mesh.settings().world());
    Failures failures = new Failures(levels.info(RuleLevels.INTERNAL_ERROR), rule, mesh);
    if (rule instanceof MeshRule whole) {
      failures.guard(null, () -> whole.check(mesh, sink));
    } else if (rule instanceof ResourceRule<?> one) {
      failures.guard(null, () -> askEach(one, mesh, sink, failures));
    }
    List<Draft> drafts = sink.drafts();
    drafts.addAll(failures.drafts());
    return drafts;
  }

  private static <V extends View> void askEach(
      ResourceRule<V> rule, Mesh mesh, Sink sink, Failures failures) {
    for (V view : mesh.all(rule.type())) {
      Resource resource = view.resource();
      if (!resource.origin().context()) {
        failures.guard(resource, () -> rule.check(view, mesh, sink));
      }
    }
  }
}
