package dev.meshlint.core.model.cilium;

import dev.meshlint.core.manifest.HelmValues;
import dev.meshlint.core.manifest.Resource;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The values of Cilium's Helm chart, wherever a resource or a file gives them; see {@link HelmValues}.
 */
public final class CiliumChart extends View {
  /** Makes the view of the values. */
  public CiliumChart(At at) {
    super(at);
  }

  /** The values that a resource holds; null where it installs another chart, or where others may override them. */
  public static @Nullable CiliumChart of(Resource resource) {
    for (HelmValues given : HelmValues.of(resource)) {
      if (given.isOfCilium() && !given.overridden()) {
        return new CiliumChart(new At(resource, given.values(), given.values()));
      }
    }
    return null;
  }

  /** Whether the resource asks for a chart whose names and values are not known; see {@link HelmValues#isTooOld}. */
  public boolean isTooOld() {
    for (HelmValues given : HelmValues.of(resource())) {
      if (given.isOfCilium() && given.isTooOld()) {
        return true;
      }
    }
    return false;
  }

  /** The value at a path of keys; null where it is absent or no scalar. */
  public @Nullable Text setting(List<String> path) {
    View view = this;
    for (String key : path.subList(0, path.size() - 1)) {
      view = view.child(key);
    }
    return view.text(path.get(path.size() - 1));
  }
}
