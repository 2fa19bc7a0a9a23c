package dev.meshlint.core.mesh;

import dev.meshlint.core.model.LabelSelector;
import dev.meshlint.core.value.LabelSelector.Operator;
import dev.meshlint.core.value.LabelSelector.Requirement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The labels of identities that Cilium itself makes, and what selectors ask of labels. Stateless. */
public final class CiliumLabels {
  /** The label of a pod's namespace. */
  public static final String NAMESPACE = "io.kubernetes.pod.namespace";

  /** What labels begin with that pods have from their namespace. */
  static final String NAMESPACE_LABELS = "io.cilium.k8s.namespace.labels.";

  /** Labels of Cilium's own; one that ends with a dot begins the labels of namespaces. */
  public static final List<String> POLICY_LABELS =
      List.of(
          "io.cilium.k8s.policy.serviceaccount", "io.cilium.k8s.policy.cluster", NAMESPACE_LABELS);

  private CiliumLabels() {}

  /** A key of which a selector asks what excludes itself; null where there is none or the selector is not known. */
  public static @Nullable String contradiction(LabelSelector selector) {
    dev.meshlint.core.value.LabelSelector known = selector.known();
    if (known == null || known.expressions().isEmpty()) {
      return null;
    }
    return contradiction(requirements(known));
  }

  /** Everything that a selector asks for as requirements, with keys as they are on pods where they are about pods. */
  static List<Requirement> requirements(dev.meshlint.core.value.LabelSelector selector) {
    List<Requirement> all = new ArrayList<>();
    selector
        .labels()
        .forEach((key, value) -> all.add(new Requirement(plain(key), Operator.IN, List.of(value))));
    for (Requirement requirement : selector.expressions()) {
      all.add(
          new Requirement(plain(requirement.key()), requirement.operator(), requirement.values()));
    }
    return all;
  }

  /** The same text for selectors that ask for the same; an absent one asks for nothing. Null where a part is not known. */
  public static @Nullable String canonical(LabelSelector selector) {
    if (!selector.present()) {
      return selector.open() ? null : "[]";
    }
    dev.meshlint.core.value.LabelSelector known = selector.known();
    return known == null ? null : canonical(requirements(known));
  }

  /** The same text for the same requirements in whatever order. */
  static String canonical(List<Requirement> requirements) {
    Set<String> texts = new TreeSet<>();
    for (Requirement requirement : requirements) {
      texts.add(
          requirement.key()
              + ' '
              + requirement.operator()
              + ' '
              + new TreeSet<>(requirement.values()));
    }
    return texts.toString();
  }

  /** A key of which these requirements ask what excludes itself, or null. */
  static @Nullable String contradiction(List<Requirement> requirements) {
    Map<String, Wanted> wanted = new LinkedHashMap<>();
    for (Requirement requirement : requirements) {
      wanted.computeIfAbsent(requirement.key(), any -> new Wanted()).add(requirement);
    }
    for (Map.Entry<String, Wanted> entry : wanted.entrySet()) {
      if (entry.getValue().isImpossible()) {
        return entry.getKey();
      }
    }
    return null;
  }

  private static String plain(String key) {
    return key.startsWith("k8s:") || key.startsWith("any:") ? key.substring(4) : key;
  }

  /** What is asked of one label. */
  private static final class Wanted {
    private final Set<String> excluded = new HashSet<>();
    private @Nullable Set<String> allowed;
    private boolean exists;
    private boolean absent;

    void add(Requirement requirement) {
      switch (requirement.operator()) {
        case IN -> {
          exists = true;
          if (allowed == null) {
            allowed = new HashSet<>(requirement.values());
          } else {
            allowed.retainAll(requirement.values());
          }
        }
        case NOT_IN -> excluded.addAll(requirement.values());
        case EXISTS -> exists = true;
        case DOES_NOT_EXIST -> absent = true;
      }
    }

    boolean isImpossible() {
      return (exists && absent) || (allowed != null && excluded.containsAll(allowed));
    }
  }
}
