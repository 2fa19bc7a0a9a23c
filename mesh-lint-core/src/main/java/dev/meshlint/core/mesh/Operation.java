package dev.meshlint.core.mesh;

import org.jspecify.annotations.Nullable;

/** Which meshes run, in which releases, and what watches them. What few runs need is found out when it is first asked for. */
public final class Operation {
  private final Mesh mesh;
  private final DataPlanes dataPlanes;
  private final ControlPlanes controlPlanes;
  private @Nullable Releases releases;
  private @Nullable Scrapes scrapes;

  Operation(Mesh mesh) {
    this.mesh = mesh;
    dataPlanes = new DataPlanes(mesh);
    controlPlanes = new ControlPlanes(mesh, dataPlanes);
  }

  /** Whose traffic goes through which mesh. */
  public DataPlanes dataPlanes() {
    return dataPlanes;
  }

  /** The pods of the meshes' control planes. */
  public ControlPlanes controlPlanes() {
    return controlPlanes;
  }

  /** The releases of meshes that files name. */
  public synchronized Releases releases() {
    if (releases == null) {
      releases = new Releases(mesh);
    }
    return releases;
  }

  /** Which ports of proxies are asked for metrics. */
  public synchronized Scrapes scrapes() {
    if (scrapes == null) {
      scrapes = new Scrapes(mesh);
    }
    return scrapes;
  }
}
