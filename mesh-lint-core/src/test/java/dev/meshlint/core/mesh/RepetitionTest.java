package dev.meshlint.core.mesh;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What counts as one resource that is defined twice. */
class RepetitionTest {
  private static Mesh mesh(String one, String other) {
    return Meshes.of(
        """
        apiVersion: v1
        kind: ConfigMap
        metadata: {%s}
        ---
        apiVersion: v1
        kind: ConfigMap
        metadata: {%s}
        data: {a: b}
        """
            .formatted(one, other));
  }

  @ParameterizedTest
  @CsvSource({
    "'name: a',               'name: a',               1",
    "'name: a, namespace: b', 'name: a, namespace: b', 1",
    "'name: a',               'name: b',               0",
    "'name: a',               'name: a, namespace: b', 0",
    "'name: a, namespace: c', 'name: a, namespace: b', 0",
    "'name: a, namespace: ${C}', 'name: a, namespace: ${C}', 0",
    "'generateName: a',       'generateName: a',       0",
    "'name: ${A}',            'name: ${A}',            0",
    "'name: a, annotations: {helm.sh/hook: pre-install}', 'name: a', 0",
  })
  void identityDecides(String one, String other, int expected) {
    assertThat(mesh(one, other).repetitions()).hasSize(expected);
  }

  @Test
  void theLaterOneRepeatsTheEarlier() {
    assertThat(mesh("name: a", "name: a").repetitions())
        .singleElement()
        .returns(false, Repetition::isCopy)
        .returns(false, Repetition::kustomized)
        .satisfies(
            repetition ->
                assertThat(repetition.first().node().start())
                    .isLessThan(repetition.again().node().start()));
  }

  @Test
  void theSameWordsAreACopy() {
    String manifest = "{apiVersion: v1, kind: Namespace, metadata: {name: a}}";
    assertThat(Meshes.of(manifest + "\n---\n" + manifest).repetitions())
        .singleElement()
        .returns(true, Repetition::isCopy);
  }
}
