package dev.meshlint.rules.istio.routing;

import dev.meshlint.core.fix.Fix;
import dev.meshlint.core.fix.Fixes;
import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.model.View;
import dev.meshlint.core.model.View.Named;
import dev.meshlint.core.model.istio.AuthorizationPolicy;
import dev.meshlint.core.model.istio.AuthorizationRule;
import dev.meshlint.core.model.istio.VirtualService;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.MeshRule;
import dev.meshlint.core.yaml.YamlSequence;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A dash too many makes two alternatives of the parts of one condition. */
public final class AccidentalOr extends MeshRule {
  private static final List<String> PROTOCOLS = List.of("http", "tls", "tcp");

  /** What says how a match is made or named, and is no condition. */
  private static final Set<String> NO_CONDITIONS = Set.of("name", "statPrefix", "ignoreUriCase");

  public AccidentalOr() {
    super("istio-accidental-or");
  }

  @Override
  public void check(Mesh mesh, Findings out) {
    for (VirtualService routes : mesh.all(VirtualService.class)) {
      for (String protocol : PROTOCOLS) {
        routes.spec().list(protocol).forEach(route -> checkMatches(route, out));
      }
    }
    for (AuthorizationPolicy policy : mesh.all(AuthorizationPolicy.class)) {
      checkRules(policy, out);
    }
  }

  /** Alternatives are alike as a rule; where no two of them speak of the same thing, they are one condition. */
  private static void checkMatches(View route, Findings out) {
    List<View> matches = route.list("match");
    Set<String> seen = new HashSet<>();
    for (View match : matches) {
      Set<String> conditions = conditions(match);
      if (conditions.isEmpty() || !Collections.disjoint(seen, conditions)) {
        return;
      }
      seen.addAll(conditions);
    }
    if (matches.size() > 1 && isSlip(matches.get(0), matches.get(1))) {
      out.report(
              matches.get(1),
              "a match of its own: requests that meet either this or the one before are routed here, not those that meet both")
          .as("match")
          .related(matches.get(0), "the one before")
          .fix(join(route, "match", matches.get(1)));
    }
  }

  private static void checkRules(AuthorizationPolicy policy, Findings out) {
    AuthorizationRule before = null;
    for (AuthorizationRule rule : policy.rules()) {
      if (before != null && before.has("from") && isAlone(before) && !rule.has("from")) {
        // One that matches everything is the mistake of istio-authorization-allows-all.
        if ((rule.has("to") || rule.has("when"))
            && !rule.matchesEverything()
            && isSlip(before, rule)) {
          out.report(
                  rule,
                  "a rule of its own, for callers of every kind: the rule before matches whatever its callers do")
              .as("rule")
              .related(before, "the rule before")
              .fix(join(policy.spec(), "rules", rule));
        }
      }
      before = rule;
    }
  }

  /** Who sets two items apart by a comment or an empty line means two. */
  private static boolean isSlip(View before, View item) {
    String between = item.node().file().text().substring(before.node().end(), item.node().start());
    return between.indexOf('#') < 0 && between.indexOf('\n') == between.lastIndexOf('\n');
  }

  private static boolean isAlone(AuthorizationRule rule) {
    return !rule.has("to") && !rule.has("when");
  }

  private static Set<String> conditions(View match) {
    Set<String> names = new HashSet<>();
    for (Named<View> condition : match.map(View::new)) {
      if (!NO_CONDITIONS.contains(condition.name())) {
        names.add(condition.name());
      }
    }
    return names;
  }

  private static @Nullable Fix join(View holder, String key, View item) {
    return holder.at(key).node() instanceof YamlSequence sequence
        ? Fixes.joinItems("make it part of the one before", false, sequence, item.node())
        : null;
  }
}
