package dev.meshlint.core.model.istio;

import dev.meshlint.core.model.ResourceView;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View;
import org.jspecify.annotations.Nullable;

/**
 * An Istio or IstioRevision of {@code sailoperator.io}: the control plane as Sail Operator
 * installs it.
 */
public final class Istio extends ResourceView {
  /** Makes the view. */
  public Istio(At at) {
    super(at);
  }

  /** The version. */
  public @Nullable Text version() {
    return spec().text("version");
  }

  /**
   * The revision that it makes for its version: {@code NAME-v1-30-1} with the update strategy {@code RevisionBased}, else
   * its own name. Null where that cannot be told.
   */
  public @Nullable String activeRevision() {
    Text strategy = spec().child("updateStrategy").text("type");
    Text version = version();
    if (strategy == null || !strategy.is("RevisionBased")) {
      return resource().name();
    }
    return version == null || version.open()
        ? null
        : resource().name() + "-" + version.value().replace('.', '-');
  }

  /** Where the control plane is installed. */
  public @Nullable Text namespace() {
    return spec().name("namespace");
  }

  /** The profile that it starts from. */
  public @Nullable Text profile() {
    return spec().text("profile");
  }

  /** The values for the charts. */
  public View values() {
    return spec().child("values");
  }

  /** The mesh configuration ({@code values.meshConfig}). */
  public MeshConfig meshConfig() {
    return values().child("meshConfig", MeshConfig::new);
  }
}
