package dev.meshlint.core.mesh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meshlint.core.mesh.Releases.Product;
import dev.meshlint.core.mesh.Releases.Release;
import dev.meshlint.core.value.Version;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which releases files name, and when their support ended. */
class ReleasesTest {
  @ParameterizedTest
  @CsvSource({
    "docker.io/istio/pilot:1.18.2,                       Istio 1.18",
    "gcr.io/istio-release/pilot:1.20.1-distroless,       Istio 1.20",
    "registry.istio.io/release/pilot:1.31.0@sha256:0a1b, Istio 1.31",
    "registry.example.com/istio/pilot:1.20.1-vendor.3,   ",
    "registry.example.com/plane/pilot:1.20.1,            ",
    "docker.io/istio/pilot,                              ",
    "cr.l5d.io/linkerd/controller:stable-2.12.3,         Linkerd 2.12",
    "gcr.io/linkerd-io/controller:edge-19.5.2,           Linkerd edge-19.5.2",
    "cr.l5d.io/linkerd/controller:edge-26.9.1,           ",
  })
  void imagesOfControlPlanesNameARelease(String image, @Nullable String expected) {
    Mesh mesh =
        Meshes.of(
            """
            apiVersion: v1
            kind: Pod
            metadata: {name: plane, namespace: system}
            spec: {containers: [{name: discovery, image: "%s"}]}
            """
                .formatted(image));

    assertThat(mesh.operation().releases().controlPlanes())
        .extracting(Release::title)
        .isEqualTo(expected == null ? List.of() : List.of(expected));
  }

  @ParameterizedTest
  @CsvSource({
    "ISTIO,   1.18, 2024-01-04",
    "ISTIO,   1.5,  2021-02-25",
    "ISTIO,   0.7,  2021-02-25",
    "ISTIO,   1.99, ",
    "ISTIO,   2.0,  ",
    "LINKERD, 2.11, 2024-02-21",
    "LINKERD, 2.19, ",
    "CILIUM,  1.9,  2024-07-24",
  })
  void supportEndsOnTheDayInTheTable(Product product, String version, @Nullable LocalDate end) {
    Version read = Objects.requireNonNull(Version.parse(version));

    assertThat(new SupportEnds().of(product, read)).isEqualTo(end);
  }
}
