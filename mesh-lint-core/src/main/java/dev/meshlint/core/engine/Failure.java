package dev.meshlint.core.engine;

import dev.meshlint.core.catalog.RuleInfo;
import dev.meshlint.core.finding.Certainty;
import dev.meshlint.core.manifest.Resource;
import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.rule.Rule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a rule threw.
 *
 * @param rule the rule
 * @param resource what it was asked about; null for the whole mesh
 * @param thrown what it threw
 */
record Failure(Rule rule, @Nullable Resource resource, Throwable thrown) {
  /** A rule that fails on everything need not say so ten thousand times. */
  private static final int MOST = 3;

  /** A finding each, so that the other findings are not lost and nobody overlooks it; a few for each rule. */
  static List<Draft> drafts(List<Failure> failures, RuleInfo internalError, Mesh mesh) {
    List<Draft> drafts = new ArrayList<>(0);
    Map<Rule, Integer> counts = new HashMap<>();
    for (Failure failure : failures) {
      if (counts.merge(failure.rule(), 1, Integer::sum) <= MOST) {
        drafts.add(failure.draft(internalError, mesh));
      }
    }
    return drafts;
  }

  private Draft draft(RuleInfo internalError, Mesh mesh) {
    String on = resource == null ? "the whole mesh" : resource.title();
    Draft draft =
        new Draft(
            internalError,
            resource == null ? anyResource(mesh) : resource,
            "rule \"" + rule.id() + "\" failed on " + on + ": " + describe(),
            Certainty.CERTAIN,
            null);
    draft.help("this is a bug of the rule, please report it; the findings of other rules stand");
    return draft;
  }

  private static Resource anyResource(Mesh mesh) {
    for (Resource resource : mesh.resources()) {
      if (!resource.origin().context()) {
        return resource;
      }
    }
    return mesh.resources().get(0);
  }

  /** The exception and where it was thrown. Its message may quote a secret, so it is left out. */
  private String describe() {
    StackTraceElement[] trace = thrown.getStackTrace();
    String name = thrown.getClass().getSimpleName();
    return trace.length == 0
        ? name
        : name + " in " + trace[0].getFileName() + ":" + trace[0].getLineNumber();
  }
}
