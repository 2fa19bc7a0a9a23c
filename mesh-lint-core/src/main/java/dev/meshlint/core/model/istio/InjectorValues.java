package dev.meshlint.core.model.istio;

import dev.meshlint.core.manifest.Located;
import dev.meshlint.core.model.View;
import org.jspecify.annotations.Nullable;

/** The chart values for the sidecar injector, as installer input holds them. */
public final class InjectorValues extends View {
  /** Makes the view of {@code values.sidecarInjectorWebhook}. */
  public InjectorValues(At at) {
    super(at);
  }

  /** The injector's values in installer input; null for any other resource. */
  public static @Nullable InjectorValues of(View view) {
    View values =
        view instanceof IstioOperator operator
            ? operator.values()
            : view instanceof Istio istio ? istio.values() : null;
    return values == null ? null : values.child("sidecarInjectorWebhook", InjectorValues::new);
  }

  /** The switch that turns the rewriting of probes off; null where it is not there or on. */
  public @Nullable Located probeRewriteOff() {
    return Boolean.FALSE.equals(flag("rewriteAppHTTPProbe")) ? at("rewriteAppHTTPProbe") : null;
  }
}
