package dev.meshlint.core.engine;

import dev.meshlint.core.catalog.RuleInfo;
import dev.meshlint.core.finding.Certainty;
import dev.meshlint.core.manifest.Located;
import dev.meshlint.core.manifest.Resource;
import dev.meshlint.core.mesh.Answer;
import dev.meshlint.core.mesh.World;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.Options;
import dev.meshlint.core.rule.Report;
import java.util.ArrayList;
import java.util.List;

/** Collects what one rule says about one mesh. Certainty comes from here, never from the rule. */
final class Sink implements Findings {
  /** A reference may have been looked up in hundreds of places; nobody reads more than a few. */
  private static final int MOST_LOOKED_AT = 5;

  private final RuleInfo rule;
  private final Options options;
  private final World world;
  private final List<Draft> drafts = new ArrayList<>();

  Sink(RuleInfo rule, Options options, World world) {
    this.rule = rule;
    this.options = options;
    this.world = world;
  }

  /** What the rule said about resources that are not context. */
  List<Draft> drafts() {
    return drafts;
  }

  @Override
  public Options options() {
    return options;
  }

  @Override
  public Report report(Located at, String message) {
    return keep(new Draft(rule, at, message, Certainty.CERTAIN, null));
  }

  @Override
  public Report report(Located at, Answer.NotFound<?> why, String message) {
    if (why instanceof Answer.Absent<?> absent) {
      Draft draft = new Draft(rule, at, message, Certainty.CERTAIN, absent.evidence());
      String nearest = absent.nearest();
      if (nearest != null) {
        draft.help("did you mean \"" + nearest + "\"?");
      }
      addLooked(draft, absent.looked());
      return keep(draft);
    }
    Draft draft = new Draft(rule, at, message, Certainty.UNRESOLVED, null);
    boolean shown =
        why instanceof Answer.Unknown<?> unknown
            && unknown.why() == Answer.Why.NOT_IN_VIEW
            && world != World.OPEN;
    return shown ? keep(draft) : draft;
  }

  private static void addLooked(Draft draft, List<Located> looked) {
    int count = Math.min(looked.size(), MOST_LOOKED_AT);
    for (Located place : looked.subList(0, count)) {
      Resource resource = place.resource();
      draft.related(place, resource == null ? "looked here" : resource.title());
    }
  }

  private Draft keep(Draft draft) {
    if (!draft.isAboutContext()) {
      drafts.add(draft);
    }
    return draft;
  }
}
