package dev.meshlint.core.model.istio;

import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a client secures connections to a host. */
public final class ClientTls extends View {
  /** Makes the view. */
  public ClientTls(At at) {
    super(at);
  }

  /** The mode; absent means {@code DISABLE}. */
  public ClientTlsMode mode() {
    return ClientTlsMode.of(this, "mode");
  }

  /** The path of the client's certificate. */
  public @Nullable Text clientCertificate() {
    return text("clientCertificate");
  }

  /** The path of its key. */
  public @Nullable Text privateKey() {
    return text("privateKey");
  }

  /** The path of the authorities' certificates. */
  public @Nullable Text caCertificates() {
    return text("caCertificates");
  }

  /** The path of the revocation list. */
  public @Nullable Text caCrl() {
    return text("caCrl");
  }

  /** The secret that holds certificate and key. */
  public @Nullable Text credentialName() {
    return name("credentialName");
  }

  /** The identities that the server must have one of. */
  public List<Text> subjectAltNames() {
    return names("subjectAltNames");
  }

  /** The server name that is sent. */
  public @Nullable Text sni() {
    return name("sni");
  }

  /** Whether the server's certificate is not verified. */
  public @Nullable Boolean insecureSkipVerify() {
    return flag("insecureSkipVerify");
  }
}
