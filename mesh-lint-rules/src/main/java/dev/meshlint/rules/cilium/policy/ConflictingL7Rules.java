package dev.meshlint.rules.cilium.policy;

import dev.meshlint.core.manifest.Resource;
import dev.meshlint.core.mesh.CiliumL7Conflicts.About;
import dev.meshlint.core.mesh.CiliumL7Conflicts.Conflict;
import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.MeshRule;

/** Entries for the same pods that ask for what cannot be had on one port, or for different authentication. */
public final class ConflictingL7Rules extends MeshRule {
  public ConflictingL7Rules() {
    super("cilium-conflicting-l7-rules");
  }

  @Override
  public void check(Mesh mesh, Findings out) {
    for (Conflict conflict : mesh.cilium().l7Conflicts().found()) {
      Resource one = conflict.place().resource();
      Resource other = conflict.other().resource();
      if (one != null && other != null) {
        boolean together = one == other || mesh.nearness().appliedTogether(one, other);
        out.report(conflict.place(), message(conflict))
            .as(
                conflict.about() == About.AUTHENTICATION
                    ? "authentication"
                    : together ? "together" : "apart")
            .related(conflict.other(), "asks for the other one");
      }
    }
  }

  private static String message(Conflict conflict) {
    return switch (conflict.about()) {
      case PROTOCOL ->
          "the same port of the same pods has rules for %s and for %s: the agent can enforce neither"
              .formatted(conflict.otherValue(), conflict.value());
      case TLS ->
          "the same peers have certificates of \"%s\" and of \"%s\" on one port: the agent refuses both"
              .formatted(conflict.otherValue(), conflict.value());
      case LISTENER ->
          "listeners \"%s\" and \"%s\" have the same priority: the agent refuses both"
              .formatted(conflict.otherValue(), conflict.value());
      case AUTHENTICATION ->
          "the same peers have authentication \"%s\" and \"%s\": which one holds is not defined"
              .formatted(conflict.otherValue(), conflict.value());
    };
  }
}
