package dev.meshlint.core.mesh;

/** Which meshes run, in which releases, and what watches them. What few runs need is found out when it is first asked for. */
public final class Operation {
  private final DataPlanes dataPlanes;
  private final ControlPlanes controlPlanes;
  private final Once<Releases> releases;
  private final Once<Scrapes> scrapes;

  Operation(Mesh mesh) {
    releases = new Once<>(() -> new Releases(mesh));
    scrapes = new Once<>(() -> new Scrapes(mesh));
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
  public Releases releases() {
    return releases.get();
  }

  /** Which ports of proxies are asked for metrics. */
  public Scrapes scrapes() {
    return scrapes.get();
  }
}
