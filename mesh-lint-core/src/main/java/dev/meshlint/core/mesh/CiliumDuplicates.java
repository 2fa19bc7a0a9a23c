package dev.meshlint.core.mesh;

import dev.meshlint.core.model.ResourceView;
import dev.meshlint.core.model.View;
import dev.meshlint.core.model.cilium.CiliumClusterwideNetworkPolicy;
import dev.meshlint.core.model.cilium.CiliumNetworkPolicy;
import dev.meshlint.core.model.cilium.PolicyRule;
import dev.meshlint.core.yaml.YamlMapping;
import dev.meshlint.core.yaml.YamlNode;
import dev.meshlint.core.yaml.YamlScalar;
import dev.meshlint.core.yaml.YamlSequence;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Policies of Cilium that say the same. Stateless. */
final class CiliumDuplicates {
  private CiliumDuplicates() {}

  /** Each policy that says what another one says, with the first of those, by titles. */
  static Map<View, View> of(Mesh mesh) {
    Map<String, View> first = new HashMap<>();
    Map<View, View> duplicates = new LinkedHashMap<>();
    for (CiliumNetworkPolicy policy : mesh.sorted(CiliumNetworkPolicy.class)) {
      add(policy, policy.rules(), mesh, first, duplicates);
    }
    for (CiliumClusterwideNetworkPolicy policy :
        mesh.sorted(CiliumClusterwideNetworkPolicy.class)) {
      add(policy, policy.rules(), mesh, first, duplicates);
    }
    return duplicates;
  }

  private static void add(
      ResourceView policy,
      List<PolicyRule> rules,
      Mesh mesh,
      Map<String, View> first,
      Map<View, View> duplicates) {
    List<String> texts = new ArrayList<>();
    for (PolicyRule rule : rules) {
      if (rule.traffic().isEmpty() || rule.subject().open()) {
        return;
      }
      texts.add(text(rule.node()));
    }
    Collections.sort(texts);
    String key = policy.resource().kind() + policy.resource().namespace() + texts;
    View other = rules.isEmpty() ? null : first.putIfAbsent(key, policy);
    if (other != null
        && mesh.nearness().mayMeet(other.resource(), policy.resource())
        && mesh.cilium().openings().meet(other.resource(), policy.resource())) {
      duplicates.put(policy, other);
    }
  }

  /** What a node says, in whatever layout and order. */
  private static String text(YamlNode node) {
    List<String> parts = new ArrayList<>();
    if (node instanceof YamlMapping mapping) {
      for (YamlMapping.Entry entry : mapping.entries()) {
        String key = String.valueOf(entry.name());
        boolean label = key.startsWith("any:") || key.startsWith("k8s:");
        if (!key.equals("description")) {
          parts.add((label ? key.substring(4) : key) + ": " + text(entry.value()));
        }
      }
    } else if (node instanceof YamlSequence sequence) {
      sequence.items().forEach(item -> parts.add(text(item)));
    } else if (node instanceof YamlScalar scalar) {
      return '"' + scalar.text() + '"';
    }
    Collections.sort(parts);
    return parts.toString();
  }
}
