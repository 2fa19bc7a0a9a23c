package dev.meshlint.core.mesh;

import dev.meshlint.core.manifest.Kustomizations;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.istio.DestinationRule;
import dev.meshlint.core.model.istio.Subset;
import dev.meshlint.core.value.NearMiss;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The subsets that some DestinationRules define. Immutable. */
final class DefinedSubsets {
  /** Among more names nothing is suggested. */
  private static final int MOST_COMPARED = 100;

  private final List<DestinationRule> rules;
  private final Map<String, List<Subset>> byName;
  private final boolean openNames;
  private final boolean mayHaveOthers;

  private DefinedSubsets(
      List<DestinationRule> rules,
      Map<String, List<Subset>> byName,
      boolean openNames,
      boolean mayHaveOthers) {
    this.rules = List.copyOf(rules);
    this.byName = byName;
    this.openNames = openNames;
    this.mayHaveOthers = mayHaveOthers;
  }

  static DefinedSubsets of(List<DestinationRule> rules, Kustomizations kustomizations) {
    Map<String, List<Subset>> byName = new LinkedHashMap<>();
    boolean openNames = false;
    boolean mayHaveOthers = false;
    for (DestinationRule rule : rules) {
      mayHaveOthers |= rule.spec().isOpen("subsets") || kustomizations.isPatched(rule.resource());
      for (Subset subset : rule.subsets()) {
        Text name = subset.name();
        if (name != null) {
          openNames |= name.open();
          byName.computeIfAbsent(name.value(), any -> new ArrayList<>(1)).add(subset);
        }
      }
    }
    return new DefinedSubsets(rules, byName, openNames, mayHaveOthers);
  }

  List<DestinationRule> rules() {
    return rules;
  }

  List<Subset> named(String name) {
    return byName.getOrDefault(name, List.of());
  }

  /** Whether the name of a subset holds a placeholder. */
  boolean hasOpenNames() {
    return openNames;
  }

  /** Whether something that the files do not show may add subsets. */
  boolean mayHaveOthers() {
    return mayHaveOthers;
  }

  @Nullable String suggestion(String name) {
    return byName.size() > MOST_COMPARED ? null : NearMiss.suggestion(name, byName.keySet());
  }
}
