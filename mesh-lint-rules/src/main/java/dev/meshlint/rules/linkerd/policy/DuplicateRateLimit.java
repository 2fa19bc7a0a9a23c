package dev.meshlint.rules.linkerd.policy;

import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.model.linkerd.HTTPLocalRateLimitPolicy;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.MeshRule;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Two rate limits on one Server: only the oldest counts. */
public final class DuplicateRateLimit extends MeshRule {
  public DuplicateRateLimit() {
    super("linkerd-duplicate-rate-limit");
  }

  @Override
  public void check(Mesh mesh, Findings out) {
    for (List<HTTPLocalRateLimitPolicy> ofServer : mesh.linkerd().policies().rateLimits()) {
      List<HTTPLocalRateLimitPolicy> sorted = new ArrayList<>(ofServer);
      sorted.sort(Comparator.comparing(policy -> policy.resource().name()));
      HTTPLocalRateLimitPolicy first = sorted.get(0);
      for (HTTPLocalRateLimitPolicy other : sorted.subList(1, sorted.size())) {
        if (mesh.nearness().mayMeet(first.resource(), other.resource())) {
          out.report(
                  other.spec().at("targetRef"),
                  "\"%s\" limits Server \"%s\" too: only the older of the two counts"
                      .formatted(first.resource().name(), other.targetRef().name()))
              .related(first.spec().at("targetRef"), "the other limit");
        }
      }
    }
  }
}
