package dev.meshlint.core.mesh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meshlint.core.finding.Evidence;
import dev.meshlint.core.manifest.NamespaceRef;
import dev.meshlint.core.mesh.Answer.Absent;
import dev.meshlint.core.mesh.Answer.Unknown;
import dev.meshlint.core.mesh.Answer.Why;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WorkloadsTest {
  private static final NamespaceRef SHOP = NamespaceRef.named("shop");

  private static String pod(String name, String namespace, Map<String, String> labels) {
    StringBuilder text = new StringBuilder();
    labels.forEach(
        (key, value) -> text.append(text.isEmpty() ? "" : ", ").append(key + ": " + value));
    return """
        apiVersion: v1
        kind: Pod
        metadata: {name: %s, namespace: %s, labels: {%s}}
        spec: {containers: [{name: app, image: app}]}
        ---
        """
        .formatted(name, namespace, text);
  }

  @Test
  void selectsWhatALookAtEveryWorkloadWouldSelect() {
    long seed = 42;
    Random random = new Random(seed);
    for (int round = 0; round < 60; round++) {
      Map<String, Map<String, String>> labelsOf = new LinkedHashMap<>();
      StringBuilder manifests = new StringBuilder();
      for (int i = random.nextInt(8) + 1; i > 0; i--) {
        Map<String, String> labels = labels(random, 4);
        labelsOf.put("pod" + i, labels);
        manifests.append(pod("pod" + i, "shop", labels));
      }
      Mesh mesh = Meshes.of(manifests.toString());
      Selector selector = new Selector(labels(random, 3), false);
      List<String> expected = new ArrayList<>();
      labelsOf.forEach(
          (name, labels) -> {
            if (labels.entrySet().containsAll(selector.labels().entrySet())) {
              expected.add(name);
            }
          });
      assertThat(mesh.workloads().select(selector, SHOP).values())
          .as("seed %d, round %d: %s", seed, round, selector)
          .extracting(workload -> workload.resource().name())
          .containsExactlyInAnyOrderElementsOf(expected);
    }
  }

  private static Map<String, String> labels(Random random, int most) {
    Map<String, String> labels = new LinkedHashMap<>();
    for (int i = random.nextInt(most); i > 0; i--) {
      labels.put("k" + random.nextInt(3), "v" + random.nextInt(2));
    }
    return labels;
  }

  @Test
  void othersInViewProveNothing() {
    Mesh mesh = Meshes.of(pod("cart", "shop", Map.of("app", "cart")));

    assertThat(mesh.workloads().select(new Selector(Map.of("app", "cartt"), false), SHOP))
        .isInstanceOfSatisfying(
            Absent.class, absent -> assertThat(absent.evidence()).isEqualTo(Evidence.IN_VIEW));
  }

  @Test
  void anEmptyNamespaceIsNotInView() {
    Mesh mesh = Meshes.of(pod("cart", "other", Map.of("app", "cart")));

    assertThat(mesh.workloads().select(new Selector(Map.of("app", "cart"), false), SHOP))
        .isEqualTo(new Unknown<MeshWorkload>(Why.NOT_IN_VIEW));
  }

  @Test
  void aClosedWorldHoldsAllWorkloads() {
    Mesh mesh = Meshes.closed(pod("cart", "other", Map.of("app", "cart")));

    assertThat(mesh.workloads().select(new Selector(Map.of("app", "cart"), false), SHOP))
        .isInstanceOfSatisfying(
            Absent.class, absent -> assertThat(absent.evidence()).isEqualTo(Evidence.CLOSED));
  }

  @Test
  void servicesFindTheirWorkloadsAndBack() {
    Mesh mesh =
        Meshes.of(
            pod("cart", "shop", Map.of("app", "cart", "version", "v1"))
                + pod("other", "shop", Map.of("app", "other"))
                + """
                apiVersion: v1
                kind: Service
                metadata: {name: cart, namespace: shop}
                spec: {selector: {app: cart}, ports: [{port: 80}]}
                """);
    MeshService service = mesh.services().anywhere("cart").get(0);
    MeshWorkload cart = mesh.workloads().of(service).values().get(0);

    assertThat(cart.resource().name()).isEqualTo("cart");
    assertThat(mesh.workloads().servicesOf(cart)).containsExactly(service);
  }
}
