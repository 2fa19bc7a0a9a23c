package dev.meshlint.rules.istio.security;

import dev.meshlint.core.manifest.Located;
import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.mesh.MutualTls.ClientSide;
import dev.meshlint.core.mesh.PodGroup;
import dev.meshlint.core.mesh.WorkloadPolicies.EffectiveMtls;
import dev.meshlint.core.model.istio.AuthorizationAction;
import dev.meshlint.core.model.istio.AuthorizationPolicy;
import dev.meshlint.core.model.istio.AuthorizationPolicy.IdentityUse;
import dev.meshlint.core.model.istio.DestinationRule;
import dev.meshlint.core.model.istio.MtlsMode;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.Report;
import dev.meshlint.core.rule.ResourceRule;
import java.util.List;

/** A policy asks for the caller's identity where callers have none, because mutual TLS is off or not demanded. */
public final class IdentityWithoutMtls extends ResourceRule<AuthorizationPolicy> {
  public IdentityWithoutMtls() {
    super("istio-identity-without-mtls", AuthorizationPolicy.class);
  }

  @Override
  public void check(AuthorizationPolicy policy, Mesh mesh, Findings out) {
    List<IdentityUse> uses = policy.identityUses();
    if (uses.isEmpty() || !policy.targetRefs().isEmpty() || policy.selector().open()) {
      return;
    }
    PodGroup pods = mesh.policies().podsOf(policy);
    List<ClientSide> clients = mesh.mutualTls().clientsOf(pods).values();
    for (ClientSide client : clients) {
      DestinationRule rule = client.rule().orElse(null);
      // Calls fail anyway: that is the mistake of istio-mtls-conflict.
      if (rule != null && !mesh.serverSides().isWide(rule) && mesh.serverSides().areRefused(rule)) {
        return;
      }
    }
    List<EffectiveMtls> servers = mesh.policies().mtls(pods, null).values();
    for (EffectiveMtls server : servers) {
      if (server.mode() == MtlsMode.DISABLE && server.by() != null) {
        reportNoIdentity(uses, "the workloads take plain text only", server.by(), out);
        return;
      }
    }
    for (ClientSide client : clients) {
      if (client.isAnonymous() && client.by().isPresent()) {
        reportNoIdentity(uses, "clients are told not to use it", client.by().get(), out);
        return;
      }
    }
    for (EffectiveMtls server : servers) {
      if (server.mode() == MtlsMode.PERMISSIVE && server.by() != null) {
        reportGap(uses, policy, server.by(), out);
      }
    }
  }

  private static void reportNoIdentity(
      List<IdentityUse> uses, String why, Located by, Findings out) {
    for (IdentityUse use : uses) {
      String effect = use.negative() ? "every caller matches" : "no caller matches";
      report(use, "without mutual TLS a caller has no identity: %s, %s".formatted(why, effect), out)
          .as("disabled")
          .related(by, "this switches mutual TLS off");
    }
  }

  private static void reportGap(
      List<IdentityUse> uses, AuthorizationPolicy policy, Located by, Findings out) {
    for (IdentityUse use : uses) {
      boolean denies = policy.action() == AuthorizationAction.DENY;
      if (use.isPlainTextSafe() || denies == use.negative()) {
        continue;
      }
      String effect = denies ? "is never denied" : "passes as somebody else";
      report(use, "a caller in plain text has no identity and " + effect, out)
          .as("permissive")
          .related(by, "this lets plain text in");
    }
  }

  private static Report report(IdentityUse use, String message, Findings out) {
    return out.report(use.at(), "\"" + use.name() + "\" needs mutual TLS: " + message);
  }
}
