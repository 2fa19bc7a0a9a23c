package dev.meshlint.core.model.istio;

import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View;
import org.jspecify.annotations.Nullable;

/** The listener where a patch applies. */
public final class ListenerMatch extends View {
  /** Makes the view. */
  public ListenerMatch(At at) {
    super(at);
  }

  /** Its name. */
  public @Nullable Text name() {
    return text("name");
  }

  /** Its port. */
  public @Nullable Integer portNumber() {
    return integer("portNumber");
  }

  /** The name of its port, which Istio ignores. */
  public @Nullable Text portName() {
    return text("portName");
  }

  /** A listener filter. */
  public @Nullable Text listenerFilter() {
    return text("listenerFilter");
  }

  /** The chain: {@code name}, {@code sni}, {@code transportProtocol}, {@code filter} … */
  public View filterChain() {
    return child("filterChain");
  }

  /** The filter that is matched ({@code filterChain.filter.name}). */
  public @Nullable Text filter() {
    return child("filterChain").child("filter").text("name");
  }

  /** The filter inside the filter that is matched ({@code filterChain.filter.subFilter.name}). */
  public @Nullable Text subFilter() {
    return child("filterChain").child("filter").child("subFilter").text("name");
  }
}
