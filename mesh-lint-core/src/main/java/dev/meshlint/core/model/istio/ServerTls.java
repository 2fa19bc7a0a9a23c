package dev.meshlint.core.model.istio;

import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a server secures connections. */
public final class ServerTls extends View {
  /** Makes the view. */
  public ServerTls(At at) {
    super(at);
  }

  /** The mode; absent means {@code PASSTHROUGH}. */
  public ServerTlsMode mode() {
    return ServerTlsMode.of(this, "mode");
  }

  /** Whether plain HTTP is redirected. */
  public @Nullable Boolean httpsRedirect() {
    return flag("httpsRedirect");
  }

  /** The secret that holds certificate and key. */
  public @Nullable Text credentialName() {
    return name("credentialName");
  }

  /** Secrets that hold certificates and keys of several kinds. */
  public List<Text> credentialNames() {
    return names("credentialNames");
  }

  /** The secret that holds the authorities' certificates. */
  public @Nullable Text caCertCredentialName() {
    return name("caCertCredentialName");
  }

  /** The path of the certificate. */
  public @Nullable Text serverCertificate() {
    return text("serverCertificate");
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

  /** Paths of several certificates. */
  public List<View> tlsCertificates() {
    return list("tlsCertificates");
  }

  /** The identities that a client must have one of. */
  public List<Text> subjectAltNames() {
    return names("subjectAltNames");
  }

  /** The oldest version of TLS; absent means 1.2. */
  public @Nullable Text minProtocolVersion() {
    return text("minProtocolVersion");
  }

  /** The newest version of TLS. */
  public @Nullable Text maxProtocolVersion() {
    return text("maxProtocolVersion");
  }

  /** The cipher suites. */
  public List<Text> cipherSuites() {
    return texts("cipherSuites");
  }

  /** The curves. */
  public List<Text> ecdhCurves() {
    return texts("ecdhCurves");
  }

  /** Hashes of keys that are accepted. */
  public List<Text> verifyCertificateSpki() {
    return texts("verifyCertificateSpki");
  }

  /** Hashes of certificates that are accepted. */
  public List<Text> verifyCertificateHash() {
    return texts("verifyCertificateHash");
  }

  /** Whether a field is there and not empty, whatever it holds. */
  public boolean gives(String field) {
    Text text = text(field);
    if (text != null) {
      return !text.value().isEmpty();
    }
    return has(field) && !(texts(field).isEmpty() && list(field).isEmpty() && !isOpen(field));
  }

  /** Every secret that is named for certificates. */
  public List<Text> credentials() {
    List<Text> all = new ArrayList<>(credentialNames());
    Text one = credentialName();
    if (one != null) {
      all.add(one);
    }
    return all;
  }
}
