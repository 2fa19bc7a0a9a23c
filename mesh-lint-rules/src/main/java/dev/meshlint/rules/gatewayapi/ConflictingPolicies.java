package dev.meshlint.rules.gatewayapi;

import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.mesh.ObjectName;
import dev.meshlint.core.model.Reference;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.gatewayapi.BackendTLSPolicy;
import dev.meshlint.core.model.gatewayapi.BackendTrafficPolicy;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.MeshRule;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Two policies of one kind have the same target, and only the older one counts. */
public final class ConflictingPolicies extends MeshRule {
  public ConflictingPolicies() {
    super("gateway-api-conflicting-policies");
  }

  private record Target(ObjectName name, String section) {}

  @Override
  public void check(Mesh mesh, Findings out) {
    List<Reference> targets = new ArrayList<>();
    mesh.all(BackendTLSPolicy.class).forEach(policy -> targets.addAll(policy.targetRefs()));
    check(targets, mesh, out);
    targets.clear();
    mesh.all(BackendTrafficPolicy.class).forEach(policy -> targets.addAll(policy.targetRefs()));
    check(targets, mesh, out);
  }

  /** Of two that are as old the one counts whose name comes first. */
  private static void check(List<Reference> targets, Mesh mesh, Findings out) {
    Map<Target, Reference> seen = new HashMap<>();
    targets.sort(Comparator.comparing(target -> target.resource().name()));
    targets.forEach(target -> check(target, seen, mesh, out));
  }

  private static void check(
      Reference target, Map<Target, Reference> seen, Mesh mesh, Findings out) {
    ObjectName name = ObjectName.of(target, "", null, target.resource().namespace());
    if (name == null
        || target.isOpen("sectionName")
        || mesh.nearness().isAlternative(target.resource())
        || mesh.kustomizations().isPatched(target.resource())) {
      return;
    }
    Text section = target.sectionName();
    Reference first =
        seen.putIfAbsent(new Target(name, section == null ? "" : section.value()), target);
    if (first != null && mesh.nearness().mayMeet(first.resource(), target.resource())) {
      out.report(
              target,
              "%s is for the same target: of both only the older one counts"
                  .formatted(first.resource().title()))
          .related(first, "the other policy");
    }
  }
}
