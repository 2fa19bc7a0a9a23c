package dev.meshlint.core.model.istio;

import dev.meshlint.core.manifest.Located;
import dev.meshlint.core.model.View;
import org.jspecify.annotations.Nullable;

/** The chart values for the sidecar injector, see {@link IstioValues}. */
public final class InjectorValues extends View {
  /** Makes the view of {@code values.sidecarInjectorWebhook}. */
  public InjectorValues(At at) {
    super(at);
  }

  /** Whether namespaces are injected that have no label of Istio's. */
  public boolean enablesNamespacesByDefault() {
    return isTrue("enableNamespacesByDefault") || isOpen("enableNamespacesByDefault");
  }

  /** The switch that turns the rewriting of probes off; null where it is not there or on. */
  public @Nullable Located probeRewriteOff() {
    return Boolean.FALSE.equals(flag("rewriteAppHTTPProbe")) ? at("rewriteAppHTTPProbe") : null;
  }
}
