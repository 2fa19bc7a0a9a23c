package dev.meshlint.rules.istio.configuration;

import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.kubernetes.CustomResourceDefinition;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.MeshRule;
import dev.meshlint.core.value.Version;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A definition of the Gateway API that is older than what Istio reads. */
public final class OutdatedGatewayApiCrds extends MeshRule {
  private static final String BUNDLE = "gateway.networking.k8s.io/bundle-version";

  /** Source: Istio's upgrade notes and its reference of the message IST0176. */
  private static final List<Minimum> MINIMUMS =
      List.of(
          new Minimum("grpcroutes", 1, "1.23"),
          new Minimum("backendtlspolicies", 4, "1.29"),
          new Minimum("tlsroutes", 5, "1.30"),
          new Minimum("tcproutes", 6, "1.32"));

  /**
   * What Istio reads of a kind.
   *
   * @param plural the kind's plural
   * @param minor the oldest bundle that has the version, 1.minor
   * @param since the release of Istio from which on it is needed
   */
  private record Minimum(String plural, int minor, String since) {}

  public OutdatedGatewayApiCrds() {
    super("istio-outdated-gateway-api-crds");
  }

  @Override
  public void check(Mesh mesh, Findings out) {
    List<CustomResourceDefinition> definitions = mesh.all(CustomResourceDefinition.class);
    if (definitions.isEmpty() || !mesh.hasIstio()) {
      return;
    }
    for (CustomResourceDefinition definition : definitions) {
      Text bundle = definition.metadata().annotation(BUNDLE);
      if (bundle != null && !bundle.open()) {
        check(definition, bundle, mesh.settings().targets().get("istio"), out);
      }
    }
  }

  private static void check(
      CustomResourceDefinition definition, Text bundle, @Nullable String target, Findings out) {
    Version found = Version.parse(bundle.value());
    for (Minimum minimum : MINIMUMS) {
      if (found != null
          && definition.resource().name().equals(minimum.plural + ".gateway.networking.k8s.io")
          && !found.isAtLeast(1, minimum.minor)
          && isNeeded(minimum, target)) {
        out.report(
            bundle,
            "Istio %s reads %s from bundle 1.%d.0 on: with %s it ignores all of them"
                .formatted(
                    target == null ? minimum.since : target,
                    minimum.plural,
                    minimum.minor,
                    bundle));
      }
    }
  }

  private static boolean isNeeded(Minimum minimum, @Nullable String target) {
    Version release = target == null ? null : Version.parse(target);
    Version since = Version.parse(minimum.since);
    return release == null || since == null || release.isAtLeast(since.major(), since.minor());
  }
}
