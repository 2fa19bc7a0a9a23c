package dev.meshlint.core.mesh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meshlint.core.manifest.NamespaceRef;
import dev.meshlint.core.manifest.NamespaceRef.Same;
import dev.meshlint.core.model.istio.AuthorizationPolicy;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The index finds what looking at every policy finds. */
class SelectorIndexTest {
  private static final NamespaceRef SHOP = NamespaceRef.named("shop");
  private static final List<String> KEYS = List.of("app", "tier", "version");

  private static Map<String, String> labels(Random random) {
    Map<String, String> labels = new LinkedHashMap<>();
    for (String key : KEYS) {
      if (random.nextBoolean()) {
        labels.put(key, "v" + random.nextInt(3));
      }
    }
    return labels;
  }

  private static String policy(int number, Map<String, String> labels) {
    StringBuilder text = new StringBuilder();
    labels.forEach((key, value) -> text.append(key).append(": ").append(value).append(", "));
    return """
        apiVersion: security.istio.io/v1
        kind: AuthorizationPolicy
        metadata: {name: policy-%d, namespace: shop}
        spec: {selector: {matchLabels: {%s}}}
        ---
        """
        .formatted(number, text);
  }

  private static List<AuthorizationPolicy> bruteForce(
      List<AuthorizationPolicy> policies, PodGroup pods, Same wanted) {
    List<AuthorizationPolicy> found = new ArrayList<>();
    for (AuthorizationPolicy policy : policies) {
      Selector selector = Selector.of(policy.selector().labels());
      if (!selector.isEmpty() && pods.selectedBy(selector) == wanted) {
        found.add(policy);
      }
    }
    return found;
  }

  @Test
  void findsWhatLookingAtAllFinds() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    StringBuilder manifests = new StringBuilder();
    for (int i = 0; i < 60; i++) {
      manifests.append(policy(i, labels(random)));
    }
    List<AuthorizationPolicy> policies =
        Meshes.of(manifests.toString()).all(AuthorizationPolicy.class);
    SelectorIndex<AuthorizationPolicy> index = new SelectorIndex<>(policies);
    for (int i = 0; i < 200; i++) {
      PodGroup pods = new PodGroup(SHOP, labels(random), random.nextBoolean());
      assertThat(index.selecting(pods))
          .as("seed %d, pods %s", seed, pods)
          .containsExactlyInAnyOrderElementsOf(bruteForce(policies, pods, Same.YES));
      List<AuthorizationPolicy> perhaps = bruteForce(policies, pods, Same.MAYBE);
      if (perhaps.isEmpty()) {
        assertThat(index.perhapsSelecting(pods)).as("seed %d, pods %s", seed, pods).isNull();
      } else {
        assertThat(perhaps)
            .as("seed %d, pods %s", seed, pods)
            .contains(index.perhapsSelecting(pods));
      }
    }
  }

  @Test
  void whatIsAttachedIsFoundByItsTarget() {
    String attached =
        """
        apiVersion: security.istio.io/v1
        kind: AuthorizationPolicy
        metadata: {name: %s, namespace: shop}
        spec: {targetRefs: [{kind: %s, group: "%s", name: %s}]}
        ---
        """;
    Mesh mesh =
        Meshes.of(
            attached.formatted("one", "Service", "", "cart")
                + attached.formatted("same", "Service", "", "cart")
                + attached.formatted("other", "Service", "", "till")
                + attached.formatted("wide", "Gateway", "gateway.networking.k8s.io", "edge"));
    List<AuthorizationPolicy> policies = mesh.all(AuthorizationPolicy.class);
    SelectorIndex<AuthorizationPolicy> services = new SelectorIndex<>(policies.subList(0, 1));
    assertThat(services.perhapsSharingTarget(policies.get(1))).isSameAs(policies.get(0));
    assertThat(services.perhapsSharingTarget(policies.get(2))).isNull();
    assertThat(services.perhapsSharingTarget(policies.get(3))).isSameAs(policies.get(0));
    assertThat(services.unattached()).isNull();
  }
}
