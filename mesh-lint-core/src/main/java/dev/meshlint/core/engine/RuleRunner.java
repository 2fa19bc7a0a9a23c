package dev.meshlint.core.engine;

import dev.meshlint.core.manifest.Workers;
import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.model.View;
import dev.meshlint.core.rule.ResourceRule;
import dev.meshlint.core.rule.Rule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Asks the rules about a mesh, in any number of threads, and gathers the answers in an order that does not depend on them. */
final class RuleRunner {
  /** How many resources are looked at by all rules for their type before the next ones are. */
  private static final int CHUNK = 256;

  private final List<Rule> onMeshes = new ArrayList<>();
  private final Map<Class<? extends View>, List<Rule>> onResources = new LinkedHashMap<>();
  private final RuleLevels levels;
  private final int jobs;
  private final Stopwatch stopwatch;

  /**
   * Makes a runner.
   *
   * @param rules the rules
   * @param levels which of them run
   * @param jobs how many threads to use at most
   * @param stopwatch what measures the rules
   */
  RuleRunner(List<Rule> rules, RuleLevels levels, int jobs, Stopwatch stopwatch) {
    this.levels = levels;
    this.jobs = jobs;
    this.stopwatch = stopwatch;
    for (Rule rule : rules) {
      if (!levels.mayRun(levels.info(rule.id()))) {
        continue;
      }
      if (rule instanceof ResourceRule<?> one) {
        onResources.computeIfAbsent(one.type(), type -> new ArrayList<>()).add(rule);
      } else {
        onMeshes.add(rule);
      }
    }
  }

  /** What the rules say about a mesh. */
  List<Draft> run(Mesh mesh) {
    if (mesh.resources().isEmpty()) {
      return List.of();
    }
    List<RuleTask> tasks = tasks(mesh);
    int threads = Workers.worth(mesh.resources().size(), jobs);
    Workers.run(tasks.size(), threads, () -> i -> tasks.get(i).run());
    List<Draft> all = new ArrayList<>();
    List<Failure> failures = new ArrayList<>(0);
    for (RuleTask task : tasks) {
      all.addAll(task.drafts());
      failures.addAll(task.failures());
    }
    all.addAll(Failure.drafts(failures, levels.info(RuleLevels.INTERNAL_ERROR), mesh));
    return all;
  }

  private List<RuleTask> tasks(Mesh mesh) {
    List<RuleTask> tasks = new ArrayList<>();
    for (Rule rule : onMeshes) {
      tasks.add(new RuleTask(List.of(rule), List.of(), levels, mesh, stopwatch));
    }
    onResources.forEach(
        (type, rules) -> {
          List<? extends View> views = mesh.all(type);
          for (int from = 0; from < views.size(); from += CHUNK) {
            List<? extends View> chunk = views.subList(from, Math.min(from + CHUNK, views.size()));
            tasks.add(new RuleTask(rules, chunk, levels, mesh, stopwatch));
          }
        });
    return tasks;
  }
}
