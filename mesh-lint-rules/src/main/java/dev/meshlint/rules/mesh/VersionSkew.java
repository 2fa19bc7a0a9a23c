package dev.meshlint.rules.mesh;

import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.mesh.Releases.Release;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.MeshRule;
import dev.meshlint.core.value.Version;
import org.jspecify.annotations.Nullable;

/** Proxies of another version than any control plane in view that they could belong to. */
public final class VersionSkew extends MeshRule {
  private static final int MOST = 2;

  public VersionSkew() {
    super("mesh-version-skew");
  }

  @Override
  public void check(Mesh mesh, Findings out) {
    for (Release proxy : mesh.operation().releases().proxies()) {
      Release nearest = nearest(proxy, mesh);
      int distance = nearest == null ? 0 : distance(nearest.version(), proxy.version());
      if (nearest != null && distance > MOST) {
        out.report(
                proxy,
                "proxies of %s are %d minor versions from the control plane, which has %s: they may not understand each other"
                    .formatted(proxy.title(), distance, nearest.name()))
            .related(nearest, "the control plane");
      }
    }
  }

  /** The control plane that comes nearest, for several may run side by side; null where one may be of any version. */
  private static @Nullable Release nearest(Release proxy, Mesh mesh) {
    Release nearest = null;
    for (Release other : mesh.operation().releases().controlPlanes()) {
      if (other.product() != proxy.product()) {
        continue;
      }
      if (other.version().major() != proxy.version().major()) {
        return null;
      }
      if (nearest == null
          || distance(other.version(), proxy.version())
              < distance(nearest.version(), proxy.version())) {
        nearest = other;
      }
    }
    return nearest;
  }

  private static int distance(Version one, Version other) {
    return Math.abs(one.minor() - other.minor());
  }
}
