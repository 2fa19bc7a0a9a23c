package dev.meshlint.core.mesh;

import dev.meshlint.core.mesh.Answer.Found;
import dev.meshlint.core.mesh.Answer.Unknown;
import dev.meshlint.core.mesh.Answer.Why;
import dev.meshlint.core.model.LabelSelector;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View;
import dev.meshlint.core.model.cilium.CidrRule;
import dev.meshlint.core.model.cilium.CiliumCIDRGroup;
import dev.meshlint.core.model.cilium.TrafficRule;
import dev.meshlint.core.value.Cidr;
import dev.meshlint.core.value.LabelSelector.Requirement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The groups of addresses that policies name, by name or by labels. Source: Cilium's policy language, "CIDR based". Filled
 * while the mesh is built, then only read.
 */
public final class CiliumCidrGroups {
  /** The label that a group has of itself. */
  private static final String OWN_LABEL = "io.cilium.policy.cidrgroupname";

  private final CiliumReferences references;
  private final List<CiliumCIDRGroup> groups;

  CiliumCidrGroups(Mesh mesh, CiliumReferences references) {
    this.references = references;
    groups = mesh.all(CiliumCIDRGroup.class);
    for (TrafficRule entry : mesh.ciliumPolicies().traffic()) {
      for (CidrRule rule : entry.cidrSet()) {
        references.refer("CiliumCIDRGroup", rule.cidrGroupRef());
      }
    }
  }

  /** The groups that a block of addresses names; unknown too where it names none. */
  public Answer<CiliumCIDRGroup> of(CidrRule rule) {
    Text name = rule.cidrGroupRef();
    return name == null
        ? selected(rule.cidrGroupSelector())
        : references.inCluster("CiliumCIDRGroup", name, CiliumCIDRGroup.class);
  }

  /**
   * The exceptions of a block that lie outside of every range of the groups that it names; empty where that is not sure.
   */
  public List<Text> idleExceptions(CidrRule rule) {
    List<Text> exceptions = rule.except();
    if (exceptions.isEmpty() || !(of(rule) instanceof Found<CiliumCIDRGroup> found)) {
      return List.of();
    }
    List<Cidr> ranges = new ArrayList<>();
    for (CiliumCIDRGroup group : found.values()) {
      for (Text range : group.externalCIDRs()) {
        Cidr known = range.open() ? null : Cidr.parse(range.value());
        if (known == null) {
          return List.of();
        }
        ranges.add(known);
      }
    }
    List<Text> idle = new ArrayList<>();
    for (Text exception : exceptions) {
      Cidr known = exception.open() ? null : Cidr.parse(exception.value());
      if (known != null && !ranges.isEmpty() && ranges.stream().noneMatch(known::overlaps)) {
        idle.add(exception);
      }
    }
    return idle;
  }

  private Answer<CiliumCIDRGroup> selected(LabelSelector selector) {
    dev.meshlint.core.value.LabelSelector known = selector.known();
    if (known == null) {
      return new Unknown<>(Why.PLACEHOLDER);
    }
    List<Requirement> requirements = new ArrayList<>();
    for (Requirement one : CiliumLabels.requirements(known)) {
      String key = one.key().substring(one.key().indexOf(':') + 1);
      if (key.startsWith(OWN_LABEL)) {
        return new Unknown<>(Why.NAMESPACE_OPEN);
      }
      requirements.add(new Requirement(key, one.operator(), one.values()));
    }
    List<CiliumCIDRGroup> selected = new ArrayList<>();
    for (CiliumCIDRGroup group : groups) {
      if (meets(group, requirements)) {
        selected.add(group);
      }
    }
    return selected.isEmpty() ? references.missing(groups) : new Found<>(selected);
  }

  private static boolean meets(CiliumCIDRGroup group, List<Requirement> requirements) {
    Map<String, String> labels = new LinkedHashMap<>();
    for (View.Named<Text> label : group.metadata().labels()) {
      if (label.value().open()) {
        return true;
      }
      labels.put(label.name(), label.value().value());
    }
    for (Requirement requirement : requirements) {
      if (!requirement.matches(labels)) {
        return false;
      }
    }
    return true;
  }
}
