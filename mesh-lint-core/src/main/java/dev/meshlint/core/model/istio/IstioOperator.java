package dev.meshlint.core.model.istio;

import dev.meshlint.core.model.ResourceView;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View;
import org.jspecify.annotations.Nullable;

/** An IstioOperator of {@code install.istio.io}: installer input. */
public final class IstioOperator extends ResourceView {
  /** Makes the view. */
  public IstioOperator(At at) {
    super(at);
  }

  /** The profile that it starts from. */
  public @Nullable Text profile() {
    return spec().text("profile");
  }

  /** The revision of the control plane. */
  public @Nullable Text revision() {
    return spec().name("revision");
  }

  /** The version of the images. */
  public @Nullable Text tag() {
    return spec().text("tag");
  }

  /** The registry of the images. */
  public @Nullable Text hub() {
    return spec().name("hub");
  }

  /** Where the control plane is installed. */
  public @Nullable Text namespace() {
    return spec().name("namespace");
  }

  /** The mesh configuration, in either of its two places. */
  public MeshConfig meshConfig() {
    View holder = spec().has("meshConfig") ? spec() : values();
    return holder.child("meshConfig", MeshConfig::new);
  }

  /** The values for the charts. */
  public View values() {
    return spec().child("values");
  }

  /** The components: {@code pilot}, {@code ingressGateways}, {@code cni} … */
  public View components() {
    return spec().child("components");
  }
}
