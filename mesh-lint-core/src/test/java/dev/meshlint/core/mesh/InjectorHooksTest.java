package dev.meshlint.core.mesh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meshlint.core.mesh.InjectorHooks.Overlap;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which pods webhooks take, and whether two take the same ones. */
class InjectorHooksTest {
  private static final String ENABLED =
      "namespaceSelector: {matchLabels: {istio-injection: enabled}}";
  private static final String WINTER = "namespaceSelector: {matchLabels: {istio.io/rev: winter}}";

  private static String hook(String name, String selectors) {
    return """
        apiVersion: admissionregistration.k8s.io/v1
        kind: MutatingWebhookConfiguration
        metadata: {name: %s}
        webhooks:
          - {name: sidecar-injector.istio.io, clientConfig: {url: 'https://a'}, %s}
        ---
        """
        .formatted(name, selectors);
  }

  private static List<Overlap> overlaps(String one, String other) {
    return Meshes.of(hook("one", one) + hook("other", other)).injectorHooks().overlaps();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        ENABLED + " | " + ENABLED,
        ENABLED + " | failurePolicy: Fail",
        WINTER
            + " | namespaceSelector: {matchExpressions: [{key: istio.io/rev, operator: Exists}]}",
        WINTER + " | objectSelector: {matchLabels: {istio.io/rev: winter}}",
        WINTER
            + " | namespaceSelector: {matchExpressions: [{key: istio.io/rev, operator: NotIn, values: [summer]}]}",
      })
  void twoTakeTheSamePods(String one, String other) {
    assertThat(overlaps(one, other)).hasSize(2).allMatch(Overlap::together);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        ENABLED + " | namespaceSelector: {matchLabels: {istio-injection: disabled}}",
        WINTER + " | namespaceSelector: {matchLabels: {istio.io/rev: summer}}",
        WINTER
            + " | namespaceSelector: {matchExpressions: [{key: istio.io/rev, operator: NotIn, values: [winter]}]}",
        ENABLED + " | " + ENABLED + ", objectSelector: {matchLabels: {team: books}}",
        ENABLED + " | " + ENABLED + ", matchConditions: [{name: books, expression: 'false'}]",
        ENABLED + " | " + ENABLED + ", rules: [{operations: [CREATE], resources: [services]}]",
        ENABLED + " | namespaceSelector: {matchLabels: {istio-injection: '${INJECTION}'}}",
      })
  void twoTakeDifferentPods(String one, String other) {
    assertThat(overlaps(one, other)).isEmpty();
  }

  @Test
  void definitionsOfOneConfigurationAreAlternatives() {
    assertThat(Meshes.of(hook("one", ENABLED) + hook("one", ENABLED)).injectorHooks().overlaps())
        .isEmpty();
  }

  /** What the index finds is what looking at each pair finds, whatever revisions the selectors name. */
  @Test
  void theIndexMissesNothing() {
    Random random = new Random(20261125);
    for (int round = 0; round < 60; round++) {
      List<String> selectors = new ArrayList<>();
      StringBuilder all = new StringBuilder();
      int count = 2 + random.nextInt(5);
      for (int i = 0; i < count; i++) {
        selectors.add(selector(random));
        all.append(hook("hook-" + i, selectors.get(i)));
      }
      List<String> expected = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        for (int j = 0; j < count; j++) {
          if (i != j && !overlaps(selectors.get(i), selectors.get(j)).isEmpty()) {
            expected.add("hook-" + i);
            break;
          }
        }
      }
      assertThat(Meshes.of(all.toString()).injectorHooks().overlaps())
          .as("round " + round + ": " + selectors)
          .extracting(overlap -> overlap.hook().resource().name())
          .containsExactlyInAnyOrderElementsOf(expected);
    }
  }

  private static String selector(Random random) {
    String where = random.nextBoolean() ? "namespaceSelector" : "objectSelector";
    String revision = List.of("winter", "summer", "autumn").get(random.nextInt(3));
    return where
        + ": {matchExpressions: ["
        + switch (random.nextInt(4)) {
          case 0 -> "{key: istio.io/rev, operator: In, values: [" + revision + "]}";
          case 1 -> "{key: istio.io/rev, operator: NotIn, values: [" + revision + "]}";
          case 2 -> "{key: istio.io/rev, operator: DoesNotExist}";
          default -> "{key: istio.io/rev, operator: Exists}";
        }
        + (random.nextBoolean() ? ", {key: istio-injection, operator: DoesNotExist}" : "")
        + "]}";
  }
}
