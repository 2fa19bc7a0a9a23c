package dev.meshlint.rules.istio.configuration;

import dev.meshlint.core.manifest.Located;
import dev.meshlint.core.model.LabelRequirement;
import dev.meshlint.core.model.LabelSelector;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View.Named;
import dev.meshlint.core.value.LabelSelector.Operator;
import dev.meshlint.core.value.LabelSelector.Requirement;
import dev.meshlint.core.value.Labels;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is wrong with selectors of pods. Source: Kubernetes' reference of LabelSelector. */
final class PodSelectors {
  /**
   * Something wrong.
   *
   * @param at where
   * @param problem what
   */
  record Flaw(Located at, String problem) {}

  private PodSelectors() {}

  /** Why a selector cannot be read; null where it can, or where nothing may be concluded from it. */
  static @Nullable Flaw flaw(LabelSelector selector) {
    for (Named<Text> label : selector.matchLabels()) {
      String problem = Labels.keyProblem(label.name());
      if (problem != null && !label.key().open()) {
        return new Flaw(label.key(), "label \"" + label.name() + "\": " + problem);
      }
      problem = Labels.valueProblem(label.value().value());
      if (problem != null && !label.value().open()) {
        return new Flaw(label.value(), "value \"" + label.value() + "\": " + problem);
      }
    }
    for (LabelRequirement requirement : selector.matchExpressions()) {
      Flaw flaw = flaw(requirement);
      if (flaw != null) {
        return flaw;
      }
    }
    return null;
  }

  private static @Nullable Flaw flaw(LabelRequirement requirement) {
    Text key = requirement.key();
    Text written = requirement.operator();
    if (key == null || written == null) {
      return new Flaw(requirement, (key == null ? "\"key\"" : "\"operator\"") + " is missing");
    }
    String problem = key.open() ? null : Labels.keyProblem(key.value());
    if (problem != null) {
      return new Flaw(key, "label \"" + key + "\": " + problem);
    }
    Operator operator = Operator.parse(written.value());
    if (written.open() || requirement.isOpen("values")) {
      return null;
    }
    if (operator == null) {
      return new Flaw(written, "operator \"" + written + "\" is none of " + operators());
    }
    boolean needsValues = operator == Operator.IN || operator == Operator.NOT_IN;
    if (needsValues == requirement.values().isEmpty()) {
      String what = needsValues ? " needs values" : " takes no values";
      return new Flaw(requirement, "operator \"" + operator + "\"" + what);
    }
    return null;
  }

  private static String operators() {
    return "In, NotIn, Exists and DoesNotExist";
  }

  /** Whether some of these selectors, any of which is enough, take one label both ways, so that they take every pod. */
  static boolean takeEverything(List<LabelSelector> selectors) {
    Set<Requirement> alone = new HashSet<>();
    for (LabelSelector selector : selectors) {
      dev.meshlint.core.value.LabelSelector known = selector.known();
      if (known != null && known.labels().isEmpty() && known.expressions().size() == 1) {
        Requirement requirement = known.expressions().get(0);
        if (alone.contains(opposite(requirement))) {
          return true;
        }
        alone.add(requirement);
      }
    }
    return false;
  }

  private static Requirement opposite(Requirement requirement) {
    Operator operator =
        switch (requirement.operator()) {
          case IN -> Operator.NOT_IN;
          case NOT_IN -> Operator.IN;
          case EXISTS -> Operator.DOES_NOT_EXIST;
          case DOES_NOT_EXIST -> Operator.EXISTS;
        };
    return new Requirement(requirement.key(), operator, requirement.values());
  }
}
