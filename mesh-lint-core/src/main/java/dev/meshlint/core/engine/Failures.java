package dev.meshlint.core.engine;

import dev.meshlint.core.catalog.RuleInfo;
import dev.meshlint.core.finding.Certainty;
import dev.meshlint.core.manifest.Resource;
import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.rule.Rule;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one rule threw: a finding each, so that the other findings are not lost and nobody overlooks it. */
final class Failures {
  /** A rule that fails on everything need not say so ten thousand times. */
  private static final int MOST = 3;

  private final RuleInfo internalError;
  private final Rule rule;
  private final Mesh mesh;
  private final List<Draft> drafts = new ArrayList<>(0);

  Failures(RuleInfo internalError, Rule rule, Mesh mesh) {
    this.internalError = internalError;
    this.rule = rule;
    this.mesh = mesh;
  }

  List<Draft> drafts() {
    return drafts;
  }

  /** Runs a check on a resource, or on the whole mesh. */
  void guard(@Nullable Resource resource, Runnable check) {
    try {
      check.run();
    } catch (RuntimeException | StackOverflowError e) {
      add(resource, e);
    }
  }

  private void add(@Nullable Resource resource, Throwable thrown) {
    if (drafts.size() >= MOST) {
      return;
    }
    String on = resource == null ? "the whole mesh" : resource.title();
    Draft draft =
        new Draft(
            internalError,
            resource == null ? anyResource() : resource,
            "rule \"" + rule.id() + "\" failed on " + on + ": " + describe(thrown),
            Certainty.CERTAIN,
            null);
    draft.help("this is a bug of the rule, please report it; the findings of other rules stand");
    drafts.add(draft);
  }

  private Resource anyResource() {
    for (Resource resource : mesh.resources()) {
      if (!resource.origin().context()) {
        return resource;
      }
    }
    return mesh.resources().get(0);
  }

  /** The exception and where it was thrown. Its message may quote a secret, so it is left out. */
  private static String describe(Throwable thrown) {
    StackTraceElement[] trace = thrown.getStackTrace();
    String name = thrown.getClass().getSimpleName();
    return trace.length == 0
        ? name
        : name + " in " + trace[0].getFileName() + ":" + trace[0].getLineNumber();
  }
}
