package dev.meshlint.core.model.cilium;

import dev.meshlint.core.model.LabelSelector;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View;
import org.jspecify.annotations.Nullable;

/** Something that is announced. */
public final class BgpAdvertisement extends View {
  /** Makes the view. */
  public BgpAdvertisement(At at) {
    super(at);
  }

  /** {@code PodCIDR}, {@code CiliumPodIPPool}, {@code Service} or {@code Interface}. */
  public @Nullable Text advertisementType() {
    return text("advertisementType");
  }

  /** The objects that are announced. */
  public LabelSelector selector() {
    return child("selector", LabelSelector::new);
  }

  /** Which addresses of services: {@code addresses}. */
  public View service() {
    return child("service");
  }

  /** The attributes of the routes. */
  public View attributes() {
    return child("attributes");
  }
}
