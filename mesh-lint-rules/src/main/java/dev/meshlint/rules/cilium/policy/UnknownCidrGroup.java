package dev.meshlint.rules.cilium.policy;

import dev.meshlint.core.manifest.Located;
import dev.meshlint.core.mesh.Answer;
import dev.meshlint.core.mesh.Answer.NotFound;
import dev.meshlint.core.mesh.CiliumCidrGroups;
import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.cilium.CidrRule;
import dev.meshlint.core.model.cilium.CiliumCIDRGroup;
import dev.meshlint.core.model.cilium.TrafficRule;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.MeshRule;

/** A group of addresses that does not exist, or that holds none. */
public final class UnknownCidrGroup extends MeshRule {
  public UnknownCidrGroup() {
    super("cilium-unknown-cidr-group");
  }

  @Override
  public void check(Mesh mesh, Findings out) {
    for (TrafficRule entry : mesh.ciliumPolicies().traffic()) {
      for (CidrRule rule : entry.cidrSet()) {
        CiliumCidrGroups groups = mesh.cilium().cidrGroups();
        check(rule, groups.of(rule), entry.isDeny(), out);
        for (Text exception : groups.idleExceptions(rule)) {
          out.report(
                  exception,
                  "no range of the group reaches into \"%s\": it excepts nothing"
                      .formatted(exception))
              .as("exception");
        }
      }
    }
  }

  private static void check(
      CidrRule rule, Answer<CiliumCIDRGroup> answer, boolean deny, Findings out) {
    Text name = rule.cidrGroupRef();
    Located place = name == null ? rule.at("cidrGroupSelector") : name;
    String effect = deny ? "the entry denies nothing" : "the entry allows nothing";
    if (answer instanceof NotFound<CiliumCIDRGroup> missing) {
      String what =
          name == null
              ? "no CiliumCIDRGroup has these labels"
              : "CiliumCIDRGroup \"%s\" does not exist".formatted(name);
      out.report(place, missing, what + ": " + effect).as(name == null ? "selector" : "name");
    } else if (answer.values().stream().allMatch(UnknownCidrGroup::isEmpty)) {
      CiliumCIDRGroup group = answer.values().get(0);
      out.report(place, "%s holds no addresses: %s".formatted(group.resource().title(), effect))
          .as("empty")
          .related(group.at("spec"), "holds none");
    }
  }

  private static boolean isEmpty(CiliumCIDRGroup group) {
    return group.spec().has("externalCIDRs")
        && !group.spec().isOpen("externalCIDRs")
        && group.externalCIDRs().isEmpty();
  }
}
