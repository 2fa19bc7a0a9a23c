package dev.meshlint.rules.cilium.policy;

import dev.meshlint.core.fix.Fixes;
import dev.meshlint.core.mesh.CiliumLabels;
import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.model.LabelRequirement;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View;
import dev.meshlint.core.model.cilium.EndpointSelector;
import dev.meshlint.core.model.cilium.PolicyRule;
import dev.meshlint.core.model.cilium.SelectorKey;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.MeshRule;
import dev.meshlint.core.rule.Report;
import dev.meshlint.core.value.NearMiss;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A key of a selector that selects nothing in the form it is written. */
public final class MalformedSelectorKey extends MeshRule {
  private static final Set<String> SOURCES = Set.of("k8s", "any", "reserved", "cidrgroup");
  private static final Set<String> RESERVED =
      Set.of(
          "all",
          "host",
          "remote-node",
          "world",
          "world-ipv4",
          "world-ipv6",
          "health",
          "init",
          "ingress",
          "kube-apiserver",
          "unmanaged",
          "none",
          "unknown");

  private static final String NAMESPACE = "io.cilium.k8s.namespace.";

  public MalformedSelectorKey() {
    super("cilium-malformed-selector-key");
  }

  @Override
  public void check(Mesh mesh, Findings out) {
    Set<String> carried = new HashSet<>();
    mesh.workloads().all().forEach(workload -> carried.addAll(workload.labels().keySet()));
    for (PolicyRule rule : mesh.ciliumPolicies().rules()) {
      for (EndpointSelector selector : rule.podSelectors()) {
        for (View.Named<Text> label : selector.matchLabels()) {
          check(SelectorKey.of(label.key()), label.value(), carried, out);
        }
        for (LabelRequirement requirement : selector.matchExpressions()) {
          Text key = requirement.key();
          if (key != null) {
            check(SelectorKey.of(key), null, carried, out);
          }
        }
      }
    }
  }

  private static void check(
      SelectorKey key, @Nullable Text value, Set<String> carried, Findings out) {
    if (key.text().open()) {
      return;
    }
    String name = key.name();
    if (key.source().equals("reserved")) {
      checkReserved(key, value, out);
    } else if (!SOURCES.contains(key.source())) {
      source(key, key.source() + ":", out);
    } else if (name.startsWith("k8s.") && !name.startsWith("k8s.io") || name.startsWith("any.")) {
      source(key, name.substring(0, 4), out);
    } else if (key.isMeantAsNamespace()) {
      if (!carried.contains(name)) {
        meant(key, "k8s:io.kubernetes.pod.namespace", out);
      }
    } else if (name.startsWith("io.cilium.k8s.")) {
      checkPolicyLabel(key, out);
    } else if (name.equals("reserved") && !carried.contains(name)) {
      out.report(
              key, "\"reserved\" is a source of labels, not a label: the selector matches nothing")
          .as("likely")
          .help("write the identity into the key: \"reserved:host\": \"\"");
    } else if ((name.equals("namespace") || name.equals("ns")) && !carried.contains(name)) {
      out.report(
              key,
              "\"%s\" is a label of pods that none in view carries, not their namespace"
                  .formatted(name))
          .as("likely")
          .help("write k8s:io.kubernetes.pod.namespace");
    }
  }

  private static void checkReserved(SelectorKey key, @Nullable Text value, Findings out) {
    if (!RESERVED.contains(key.name())) {
      String near = NearMiss.suggestion(key.name(), RESERVED);
      Report report =
          out.report(
                  key,
                  "\"%s\" is no reserved identity: the selector matches nothing"
                      .formatted(key.name()))
              .as("certain");
      if (near != null) {
        report.help("did you mean \"reserved:" + near + "\"?");
      }
    } else if (value != null && !value.open() && !value.value().isEmpty()) {
      out.report(
              value,
              "reserved labels have no value: with \"%s\" the selector matches nothing"
                  .formatted(value))
          .as("certain");
    }
  }

  private static void source(SelectorKey key, String written, Findings out) {
    out.report(
            key,
            "\"%s\" is no source of labels that Cilium gives to pods: the selector matches nothing"
                .formatted(written))
        .as("likely")
        .help("write k8s: before the label, or nothing");
  }

  private static void checkPolicyLabel(SelectorKey key, Findings out) {
    String name = key.name();
    for (String known : CiliumLabels.POLICY_LABELS) {
      if (name.equals(known) || (known.endsWith(".") && name.startsWith(known))) {
        return;
      }
    }
    String near =
        name.startsWith(NAMESPACE)
            ? ofNamespace(name.substring(NAMESPACE.length()))
            : NearMiss.nearest(name, CiliumLabels.POLICY_LABELS);
    if (near != null && !near.endsWith(".")) {
      meant(key, near, out);
    }
  }

  /** The label of namespaces that is meant by one without the part that says so, or with that part in another spelling. */
  private static @Nullable String ofNamespace(String rest) {
    int dot = rest.indexOf('.');
    String first = dot < 0 ? rest : rest.substring(0, dot);
    boolean misspelt =
        first.startsWith("label") || NearMiss.nearest(first, List.of("labels")) != null;
    String label = misspelt ? rest.substring(dot + 1) : rest;
    return label.isEmpty() || (misspelt && dot < 0) ? null : NAMESPACE + "labels." + label;
  }

  private static void meant(SelectorKey key, String meant, Findings out) {
    out.report(key, "no pod has a label \"%s\": the selector matches nothing".formatted(key.name()))
        .as("certain")
        .help("did you mean \"" + meant + "\"?")
        .fix(Fixes.replaceScalar("write \"" + meant + "\"", true, key.text().node(), meant));
  }
}
