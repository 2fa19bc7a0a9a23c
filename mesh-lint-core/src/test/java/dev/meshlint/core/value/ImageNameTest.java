package dev.meshlint.core.value;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The parts of an image's name. */
class ImageNameTest {
  @ParameterizedTest
  @CsvSource({
    // image, repository, tag, last part of the path
    "docker.io/istio/pilot:1.31.0,             docker.io/istio/pilot,        1.31.0,  pilot",
    "registry.example.com:5000/istio/pilot,    registry.example.com:5000/istio/pilot, , pilot",
    "registry.example.com:5000/istio/pilot:1.31.0, registry.example.com:5000/istio/pilot, 1.31.0, pilot",
    "istio/pilot:1.31.0@sha256:0a1b,           istio/pilot,                  1.31.0,  pilot",
    "istio/pilot@sha256:0a1b,                  istio/pilot,                  ,        pilot",
    "auto,                                     auto,                         ,        auto",
  })
  void aNameHasARepositoryAndPerhapsATag(
      String image, String repository, @Nullable String tag, String last) {
    ImageName name = ImageName.of(image);

    assertThat(name).isEqualTo(new ImageName(repository, tag));
    assertThat(name.last()).isEqualTo(last);
  }

  @ParameterizedTest
  @CsvSource({
    "gcr.io/istio-release/pilot,   true",
    "docker.io/istio/pilot,        true",
    "docker.io/flights/pilot,      false",
    "istio,                        false",
  })
  void thePathTellsWhoseImageItIs(String image, boolean expected) {
    assertThat(ImageName.of(image).isBelow("istio")).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "istio",
        "docker.io/istio",
        "registry.example.com:5000/a/b_c",
        "localhost/a",
        "a/b"
      })
  void aRepositoryIsAPathBelowARegistryOrNot(String repository) {
    assertThat(ImageName.repositoryProblem(repository)).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "a b", "Istio", "docker.io/Istio", "a//b", "a/", "https://a.example.com/b"})
  void otherTextsAreNoRepository(String repository) {
    assertThat(ImageName.repositoryProblem(repository)).isNotNull();
  }

  @ParameterizedTest
  @CsvSource({
    "1.31.0, true",
    "latest_a-b, true",
    "_a, true",
    ".a, false",
    "-a, false",
    "a b, false"
  })
  void aTagHasNoBlanks(String tag, boolean right) {
    assertThat(ImageName.tagProblem(tag) == null).isEqualTo(right);
    assertThat(ImageName.tagProblem("")).isNotNull();
    assertThat(ImageName.tagProblem("a".repeat(129))).isNotNull();
  }
}
