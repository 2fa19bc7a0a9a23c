package dev.meshlint.core.model.istio;

import dev.meshlint.core.model.Reference;
import dev.meshlint.core.model.ResourceView;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.WorkloadSelecting;
import dev.meshlint.core.model.WorkloadSelector;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A ProxyConfig of {@code networking.istio.io}. */
public final class ProxyConfig extends ResourceView implements WorkloadSelecting {
  /** Makes the view. */
  public ProxyConfig(At at) {
    super(at);
  }

  /** How many threads the proxy uses; 0 means one a core. */
  public @Nullable Integer concurrency() {
    return spec().integer("concurrency");
  }

  /** Variables of the proxy's environment. */
  public List<Named<Text>> environmentVariables() {
    return spec().entries("environmentVariables");
  }

  /** The kind of image ({@code image.imageType}). */
  public @Nullable Text imageType() {
    return spec().child("image").text("imageType");
  }

  @Override
  public WorkloadSelector selector() {
    return spec().child("selector").child("matchLabels", WorkloadSelector::new);
  }

  @Override
  public List<Reference> targetRefs() {
    return List.of();
  }
}
