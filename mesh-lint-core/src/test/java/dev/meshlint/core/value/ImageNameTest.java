package dev.meshlint.core.value;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
}
