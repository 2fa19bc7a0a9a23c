package dev.meshlint.rules.cilium.setting;

import dev.meshlint.core.manifest.Located;
import dev.meshlint.core.manifest.Resource;
import dev.meshlint.core.mesh.CiliumSettings;
import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View;
import dev.meshlint.core.model.cilium.CiliumClusterwideNetworkPolicy;
import dev.meshlint.core.model.cilium.CiliumNetworkPolicy;
import dev.meshlint.core.model.cilium.TrafficRule;
import dev.meshlint.core.model.kubernetes.NetworkPolicy;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.MeshRule;

/** Something that needs a feature of Cilium that its settings switch off. */
public final class DisabledFeature extends MeshRule {
  public DisabledFeature() {
    super("cilium-disabled-feature");
  }

  @Override
  public void check(Mesh mesh, Findings out) {
    CiliumSettings settings = mesh.cilium().settings();
    FeatureUses.find(mesh, (feature, place) -> check(feature, place, settings, mesh, out));
    for (TrafficRule entry : mesh.ciliumPolicies().traffic()) {
      checkTest(entry, out);
    }
    checkPolicies(settings, mesh, out);
  }

  private static void check(
      Feature feature, Located place, CiliumSettings settings, Mesh mesh, Findings out) {
    Text off = settings.off(feature.key());
    Resource user = place.resource();
    if (off != null && user != null) {
      boolean together = mesh.nearness().appliedTogether(off.resource(), user);
      boolean dropped = feature == Feature.AUTHENTICATION || feature == Feature.DEFAULT_DENY;
      out.report(place, feature.message())
          .as(together && !dropped ? "together" : "apart")
          .related(off, "switches it off");
      return;
    }
    View without = feature.isOffByDefault() ? settings.leavingOut(feature.key()) : null;
    if (without != null && !isImplied(feature, settings)) {
      out.report(place, feature.defaultMessage())
          .as("default")
          .related(without, "does not switch it on");
    } else if (feature == Feature.PROTOCOLS && !settings.mentions(feature.key())) {
      out.report(
              place,
              "protocol %s needs the setting \"%s\", which is off unless it is switched on"
                  .formatted(((Text) place).value(), feature.key()))
          .as("unknown");
    }
  }

  /**
   * Whether the chart switches it on with something else, or what something else needs too is told of that: announcements
   * need two settings.
   */
  private static boolean isImplied(Feature feature, CiliumSettings settings) {
    return switch (feature) {
      case ENVOY_CONFIG ->
          settings.mentions("enable-ingress-controller") || settings.mentions("enable-gateway-api");
      case KUBE_PROXY_REPLACEMENT ->
          settings.leavingOut(Feature.L2_ANNOUNCEMENTS.key()) != null
              || settings.off(Feature.L2_ANNOUNCEMENTS.key()) != null;
      default -> false;
    };
  }

  private static void checkTest(TrafficRule entry, Findings out) {
    Text mode = entry.authenticationMode();
    if (mode != null
        && mode.is("test-always-fail")
        && !isOfTests(entry.resource().name())
        && !isOfTests(entry.resource().namespace().name())) {
      out.report(
              mode, "authentication \"%s\" is for tests: it drops every connection".formatted(mode))
          .as("apart");
    }
  }

  private static boolean isOfTests(String name) {
    return name.contains("test") || name.contains("fail");
  }

  /** Settings that concern all policies are reported once, where they stand. */
  private static void checkPolicies(CiliumSettings settings, Mesh mesh, Findings out) {
    Text mode = settings.value("enable-policy");
    boolean some = !mesh.ciliumPolicies().rules().isEmpty();
    if (some && mode != null && mode.value().equalsIgnoreCase("never")) {
      out.report(mode, "no policy is enforced, although there are some").as("policies");
    }
    Text audit = settings.value("policy-audit-mode");
    if (some && audit != null && Boolean.TRUE.equals(audit.flag())) {
      out.report(audit, "what policies deny is only logged: everything is let through")
          .as("policies");
    }
    check("enable-cilium-network-policy", CiliumNetworkPolicy.class, settings, mesh, out);
    check(
        "enable-cilium-clusterwide-network-policy",
        CiliumClusterwideNetworkPolicy.class,
        settings,
        mesh,
        out);
    check("enable-k8s-networkpolicy", NetworkPolicy.class, settings, mesh, out);
  }

  private static void check(
      String key, Class<? extends View> type, CiliumSettings settings, Mesh mesh, Findings out) {
    Text off = settings.off(key);
    if (off != null && !mesh.all(type).isEmpty()) {
      String kind = type.getSimpleName();
      out.report(off, "no %s is enforced, although there are some".formatted(kind)).as("policies");
    }
  }
}
