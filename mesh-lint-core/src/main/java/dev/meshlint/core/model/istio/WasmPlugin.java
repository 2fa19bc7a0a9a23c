package dev.meshlint.core.model.istio;

import dev.meshlint.core.model.Reference;
import dev.meshlint.core.model.ResourceView;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View;
import dev.meshlint.core.model.WorkloadSelecting;
import dev.meshlint.core.model.WorkloadSelector;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A WasmPlugin of {@code extensions.istio.io}. */
public final class WasmPlugin extends ResourceView implements WorkloadSelecting {
  /** Makes the view. */
  public WasmPlugin(At at) {
    super(at);
  }

  /**
   * Where the module is: {@code oci://}, {@code file://}, {@code http://} or {@code https://};
   * without a scheme OCI.
   */
  public @Nullable Text url() {
    return spec().name("url");
  }

  /** The checksum of the module. */
  public @Nullable Text sha256() {
    return spec().text("sha256");
  }

  /** The secret for the registry. */
  public @Nullable Text imagePullSecret() {
    return spec().name("imagePullSecret");
  }

  /** When the module is fetched: {@code IfNotPresent} or {@code Always}. */
  public @Nullable Text imagePullPolicy() {
    return spec().text("imagePullPolicy");
  }

  /** What happens when it fails: {@code FAIL_CLOSE}, {@code FAIL_OPEN} or {@code FAIL_RELOAD}. */
  public @Nullable Text failStrategy() {
    return spec().text("failStrategy");
  }

  /** Where it runs: {@code AUTHN}, {@code AUTHZ} or {@code STATS}. */
  public @Nullable Text phase() {
    return spec().text("phase");
  }

  /** The order in its phase, highest first. */
  public @Nullable Integer priority() {
    return spec().integer("priority");
  }

  /** {@code HTTP} or {@code NETWORK}. */
  public @Nullable Text type() {
    return spec().text("type");
  }

  /** What is handed to the module. */
  public View pluginConfig() {
    return spec().child("pluginConfig");
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
