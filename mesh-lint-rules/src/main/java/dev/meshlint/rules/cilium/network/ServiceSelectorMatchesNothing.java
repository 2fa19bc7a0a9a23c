package dev.meshlint.rules.cilium.network;

import dev.meshlint.core.fix.Fixes;
import dev.meshlint.core.manifest.Located;
import dev.meshlint.core.mesh.Answer.NotFound;
import dev.meshlint.core.mesh.CiliumServices;
import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.model.LabelRequirement;
import dev.meshlint.core.model.LabelSelector;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View;
import dev.meshlint.core.model.cilium.CiliumL2AnnouncementPolicy;
import dev.meshlint.core.model.cilium.CiliumLoadBalancerIPPool;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.MeshRule;
import dev.meshlint.core.value.NearMiss;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A selector of Services, of a pool or of an announcement, that selects none. */
public final class ServiceSelectorMatchesNothing extends MeshRule {
  private static final List<String> KNOWN = List.of(CiliumServices.NAMESPACE, CiliumServices.NAME);

  public ServiceSelectorMatchesNothing() {
    super("cilium-service-selector-matches-nothing");
  }

  @Override
  public void check(Mesh mesh, Findings out) {
    CiliumServices services = mesh.cilium().services();
    for (CiliumLoadBalancerIPPool pool : mesh.all(CiliumLoadBalancerIPPool.class)) {
      check(pool.serviceSelector(), services, "the pool gives no address to anybody", out);
    }
    for (CiliumL2AnnouncementPolicy policy : mesh.all(CiliumL2AnnouncementPolicy.class)) {
      check(policy.serviceSelector(), services, "nothing is announced", out);
    }
  }

  private static void check(
      LabelSelector selector, CiliumServices services, String effect, Findings out) {
    boolean keys = true;
    for (View.Named<Text> label : selector.matchLabels()) {
      keys &= checkKey(label.key(), out);
    }
    for (LabelRequirement requirement : selector.matchExpressions()) {
      keys &= checkKey(requirement.key(), out);
    }
    if (keys && services.select(selector) instanceof NotFound<Located> missing) {
      out.report(selector, missing, "no Service for a load balancer has these labels: " + effect)
          .as("nothing")
          .help("a Gateway gives its Service labels under spec.infrastructure.labels");
    }
  }

  /** Whether a key is in a form that Services may have. */
  private static boolean checkKey(@Nullable Text key, Findings out) {
    String meant = key == null || key.open() ? null : meant(key.value());
    if (key == null || meant == null) {
      return true;
    }
    out.report(key, "no Service has a label \"%s\": the selector selects nothing".formatted(key))
        .as("key")
        .help("did you mean \"" + meant + "\"?")
        .fix(Fixes.replaceScalar("write \"" + meant + "\"", false, key.node(), meant));
    return false;
  }

  private static @Nullable String meant(String key) {
    if (key.equals("io.kubernetes.pod.namespace") || key.equals("kubernetes.io/metadata.name")) {
      return CiliumServices.NAMESPACE;
    }
    return key.startsWith("io.kubernetes.") && !KNOWN.contains(key)
        ? NearMiss.suggestion(key, KNOWN)
        : null;
  }
}
