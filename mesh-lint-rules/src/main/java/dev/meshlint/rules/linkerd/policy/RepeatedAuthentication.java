package dev.meshlint.rules.linkerd.policy;

import dev.meshlint.core.mesh.LinkerdPolicies;
import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.model.Reference;
import dev.meshlint.core.model.linkerd.AuthorizationPolicy;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.ResourceRule;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A policy asks for two authentications of one sort; the webhook refuses it. */
public final class RepeatedAuthentication extends ResourceRule<AuthorizationPolicy> {
  public RepeatedAuthentication() {
    super("linkerd-repeated-authentication", AuthorizationPolicy.class);
  }

  @Override
  public void check(AuthorizationPolicy policy, Mesh mesh, Findings out) {
    Map<String, Reference> seen = new HashMap<>();
    for (Reference reference : policy.requiredAuthenticationRefs()) {
      String sort = sort(reference);
      Reference first = sort == null ? null : seen.putIfAbsent(sort, reference);
      if (first != null) {
        out.report(
                reference,
                "a client must meet all authentications of a policy, and only one may ask for %s: the policy is refused"
                    .formatted(sort))
            .related(first, "the first one")
            .help(
                "for alternatives write several policies, or several identities in one MeshTLSAuthentication");
      }
    }
  }

  private static @Nullable String sort(Reference reference) {
    String group = LinkerdPolicies.GROUP;
    if (reference.isTo(group, "NetworkAuthentication", "", "")) {
      return "a network";
    }
    boolean identity =
        reference.isTo(group, "MeshTLSAuthentication", "", "")
            || reference.isTo("", "ServiceAccount", "", "")
            || reference.isTo("core", "ServiceAccount", "", "");
    return identity ? "an identity" : null;
  }
}
