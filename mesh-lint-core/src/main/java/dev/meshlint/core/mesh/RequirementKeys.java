package dev.meshlint.core.mesh;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Keys for selections of pods: one that selects all that another one selects asks for nothing that the other does not ask
 * for, and so is found under one of its requirements. Immutable.
 */
final class RequirementKeys {
  /** The key of selections that ask for nothing. */
  private static final String NOTHING = "";

  private final Map<String, Integer> frequency = new HashMap<>();

  RequirementKeys(List<CiliumSelection> selections) {
    for (CiliumSelection selection : selections) {
      for (String requirement : selection.required()) {
        frequency.merge(requirement, 1, Integer::sum);
      }
    }
  }

  /** The key to keep a selection under: the rarest of its requirements. */
  String rarest(CiliumSelection selection) {
    String rarest = NOTHING;
    int fewest = Integer.MAX_VALUE;
    for (String requirement : selection.required()) {
      int count = frequency.getOrDefault(requirement, 0);
      if (count < fewest) {
        fewest = count;
        rarest = requirement;
      }
    }
    return rarest;
  }

  /** The keys under which all are found that may select all that a selection selects. */
  List<String> askedBy(CiliumSelection selection) {
    List<String> keys = new ArrayList<>();
    keys.add(NOTHING);
    keys.addAll(selection.required());
    return keys;
  }
}
