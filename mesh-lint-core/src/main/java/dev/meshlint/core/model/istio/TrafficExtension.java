package dev.meshlint.core.model.istio;

import dev.meshlint.core.model.Reference;
import dev.meshlint.core.model.ResourceView;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View;
import dev.meshlint.core.model.WorkloadSelecting;
import dev.meshlint.core.model.WorkloadSelector;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A TrafficExtension of {@code extensions.istio.io}: a Wasm module or a Lua script. */
public final class TrafficExtension extends ResourceView implements WorkloadSelecting {
  /** Makes the view. */
  public TrafficExtension(At at) {
    super(at);
  }

  /** The module: {@code url}, {@code sha256}, {@code imagePullSecret} … */
  public View wasm() {
    return spec().child("wasm");
  }

  /** Where it runs: {@code AUTHN}, {@code AUTHZ} or {@code STATS}. */
  public @Nullable Text phase() {
    return spec().text("phase");
  }

  /** The order in its phase, highest first. */
  public @Nullable Integer priority() {
    return spec().integer("priority");
  }

  /** The script ({@code lua.inlineCode}). */
  public @Nullable Text lua() {
    return spec().child("lua").raw("inlineCode");
  }

  @Override
  public WorkloadSelector selector() {
    return spec().child("selector").child("matchLabels", WorkloadSelector::new);
  }

  @Override
  public List<Reference> targetRefs() {
    return Targets.of(spec());
  }
}
