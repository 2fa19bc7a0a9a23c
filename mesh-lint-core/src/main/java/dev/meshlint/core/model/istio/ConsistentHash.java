package dev.meshlint.core.model.istio;

import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View;
import org.jspecify.annotations.Nullable;

/** Affinity by a hash of one property of the request. */
public final class ConsistentHash extends View {
  /** Makes the view. */
  public ConsistentHash(At at) {
    super(at);
  }

  /** The header. */
  public @Nullable Text httpHeaderName() {
    return text("httpHeaderName");
  }

  /** The cookie: {@code name}, {@code path}, {@code ttl}. */
  public View httpCookie() {
    return child("httpCookie");
  }

  /** The client's address. */
  public @Nullable Boolean useSourceIp() {
    return flag("useSourceIp");
  }

  /** The query parameter. */
  public @Nullable Text httpQueryParameterName() {
    return text("httpQueryParameterName");
  }

  /** The ring hash algorithm: {@code minimumRingSize}. */
  public View ringHash() {
    return child("ringHash");
  }

  /** The Maglev algorithm: {@code tableSize}. */
  public View maglev() {
    return child("maglev");
  }

  /** Deprecated: see {@link #ringHash}. */
  public @Nullable Integer minimumRingSize() {
    return integer("minimumRingSize");
  }
}
