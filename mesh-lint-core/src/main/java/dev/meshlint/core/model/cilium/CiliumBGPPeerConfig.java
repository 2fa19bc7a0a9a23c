package dev.meshlint.core.model.cilium;

import dev.meshlint.core.model.LabelSelector;
import dev.meshlint.core.model.ResourceView;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A CiliumBGPPeerConfig of {@code cilium.io}. */
public final class CiliumBGPPeerConfig extends ResourceView {
  /** Makes the view. */
  public CiliumBGPPeerConfig(At at) {
    super(at);
  }

  /** The secret that holds the password. */
  public @Nullable Text authSecretRef() {
    return spec().name("authSecretRef");
  }

  /** The address families: {@code afi}, {@code safi}, {@code advertisements}. */
  public List<View> families() {
    return spec().list("families");
  }

  /** The timers. */
  public View timers() {
    return spec().child("timers");
  }

  /** The selectors by which the families take their advertisements, one a family. */
  public List<LabelSelector> advertisementSelectors() {
    List<LabelSelector> all = new ArrayList<>();
    for (View family : families()) {
      LabelSelector selector = family.child("advertisements", LabelSelector::new);
      if (selector.present()) {
        all.add(selector);
      }
    }
    return all;
  }
}
