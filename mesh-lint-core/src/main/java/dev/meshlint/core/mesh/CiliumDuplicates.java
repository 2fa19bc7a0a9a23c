package dev.meshlint.core.mesh;

import dev.meshlint.core.model.View;
import dev.meshlint.core.model.cilium.CiliumClusterwideNetworkPolicy;
import dev.meshlint.core.model.cilium.CiliumNetworkPolicy;
import dev.meshlint.core.model.cilium.CiliumPolicy;
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
  private static final String DESCRIPTION = "description";

  private CiliumDuplicates() {}

  /** Each policy that says what another one says, with the first of those, by titles. */
  static Map<View, View> of(Mesh mesh) {
    List<CiliumPolicy> policies = new ArrayList<>(mesh.sorted(CiliumNetworkPolicy.class));
    policies.addAll(mesh.sorted(CiliumClusterwideNetworkPolicy.class));
    Map<Long, List<CiliumPolicy>> alike = new LinkedHashMap<>();
    for (CiliumPolicy policy : policies) {
      if (!policy.rules().isEmpty()) {
        alike.computeIfAbsent(sum(policy), any -> new ArrayList<>(1)).add(policy);
      }
    }
    Map<View, View> duplicates = new LinkedHashMap<>();
    for (List<CiliumPolicy> some : alike.values()) {
      Map<String, View> first = new HashMap<>();
      for (CiliumPolicy policy : some.size() > 1 ? some : List.<CiliumPolicy>of()) {
        add(policy, mesh, first, duplicates);
      }
    }
    return duplicates;
  }

  /** A number that is the same for policies that say the same, and hardly ever for others. */
  private static long sum(CiliumPolicy policy) {
    long sum = policy.resource().kind().hashCode() * 31L + policy.resource().namespace().hashCode();
    for (PolicyRule rule : policy.rules()) {
      sum += sum(rule.node());
    }
    return sum;
  }

  private static long sum(YamlNode node) {
    long sum = 1;
    if (node instanceof YamlMapping mapping) {
      for (YamlMapping.Entry entry : mapping.entries()) {
        String key = String.valueOf(entry.name());
        if (!key.equals(DESCRIPTION)) {
          sum += (plain(key).hashCode() | 1L) * sum(entry.value());
        }
      }
    } else if (node instanceof YamlSequence sequence) {
      for (YamlNode item : sequence.items()) {
        sum += sum(item) * 31;
      }
    } else if (node instanceof YamlScalar scalar) {
      sum = scalar.text().hashCode() * 0x9E3779B97F4A7C15L;
    }
    return sum ^ sum >>> 29;
  }

  private static void add(
      CiliumPolicy policy, Mesh mesh, Map<String, View> first, Map<View, View> duplicates) {
    List<String> texts = new ArrayList<>();
    for (PolicyRule rule : policy.rules()) {
      if (rule.traffic().isEmpty() || rule.subject().open()) {
        return;
      }
      texts.add(text(rule.node()));
    }
    Collections.sort(texts);
    String key = policy.resource().kind() + policy.resource().namespace() + texts;
    View other = first.putIfAbsent(key, policy);
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
        if (!key.equals(DESCRIPTION)) {
          parts.add(plain(key) + ": " + text(entry.value()));
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

  private static String plain(String key) {
    return key.startsWith("any:") || key.startsWith("k8s:") ? key.substring(4) : key;
  }
}
