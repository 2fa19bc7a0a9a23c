package dev.meshlint.core.model.cilium;

import dev.meshlint.core.model.Reference;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View;
import org.jspecify.annotations.Nullable;

/** Certificates for TLS at Cilium. */
public final class TlsContext extends View {
  /** Makes the view. */
  public TlsContext(At at) {
    super(at);
  }

  /** The secret that holds them. */
  public Reference secret() {
    return child("secret", Reference::new);
  }

  /** The key of the authorities in the secret; absent means {@code ca.crt}. */
  public @Nullable Text trustedCA() {
    return text("trustedCA");
  }

  /** The key of the certificate in the secret; absent means {@code tls.crt}. */
  public @Nullable Text certificate() {
    return text("certificate");
  }

  /** The key of the private key in the secret; absent means {@code tls.key}. */
  public @Nullable Text privateKey() {
    return text("privateKey");
  }
}
