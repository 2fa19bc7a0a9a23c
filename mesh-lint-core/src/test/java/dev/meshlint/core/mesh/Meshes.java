package dev.meshlint.core.mesh;

import dev.meshlint.core.manifest.ManifestLoader;
import dev.meshlint.core.manifest.ManifestOptions;
import dev.meshlint.core.manifest.ManifestSet;
import dev.meshlint.core.manifest.Resource;
import dev.meshlint.core.source.Source;
import dev.meshlint.core.source.SourceSet;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Meshes made from inline manifests. */
final class Meshes {
  private Meshes() {}

  static Mesh of(String manifests) {
    return of(manifests, World.DEFAULT);
  }

  static Mesh closed(String manifests) {
    return of(manifests, World.CLOSED);
  }

  static Mesh of(String manifests, World world) {
    return of(List.of(Source.ofText("mesh.yaml", manifests)), world);
  }

  static Mesh of(List<Source> sources, World world) {
    ManifestSet set =
        ManifestLoader.load(
            SourceSet.of(sources), ManifestOptions.DEFAULT.withClosed(world == World.CLOSED));
    MeshSettings settings =
        new MeshSettings(
            world, Known.NOTHING, Instant.parse("2026-11-25T12:00:00Z"), Map.of(), true);
    ManifestSet.MeshPart part = set.meshes().get(0);
    return Mesh.of(part.resources(), part.kustomizations(), settings);
  }

  static Resource resource(Mesh mesh, String name) {
    return mesh.resources().stream()
        .filter(resource -> resource.name().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
