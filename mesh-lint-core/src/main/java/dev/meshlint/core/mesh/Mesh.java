package dev.meshlint.core.mesh;

import dev.meshlint.core.manifest.Resource;
import dev.meshlint.core.model.View;
import java.util.List;

/** The resources of one run understood together. Built once, then read by any number of threads. */
public final class Mesh {
  private final List<Resource> resources;
  private final MeshSettings settings;

  private Mesh(List<Resource> resources, MeshSettings settings) {
    this.resources = List.copyOf(resources);
    this.settings = settings;
  }

  /** Builds the mesh of these resources. */
  public static Mesh of(List<Resource> resources, MeshSettings settings) {
    return new Mesh(resources, settings);
  }

  /** What the configuration says. */
  public MeshSettings settings() {
    return settings;
  }

  /** All resources, context included, in the order of the files. */
  public List<Resource> resources() {
    return resources;
  }

  /** All views of this type, context included, in the order of the files. */
  public <V extends View> List<V> all(Class<V> type) {
    return List.of();
  }
}
