package dev.meshlint.core.model.gatewayapi;

import dev.meshlint.core.model.Reference;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is asked of a backend's certificate. */
public final class BackendValidation extends View {
  /** Makes the view. */
  public BackendValidation(At at) {
    super(at);
  }

  /** The objects that hold the authorities' certificates. */
  public List<Reference> caCertificateRefs() {
    return list("caCertificateRefs", Reference::new);
  }

  /** Authorities known by name: {@code System}. */
  public @Nullable Text wellKnownCACertificates() {
    return text("wellKnownCACertificates");
  }

  /** The server name that is sent and, without further names, checked. */
  public @Nullable Text hostname() {
    return name("hostname");
  }

  /** Further names to check: {@code type}, {@code hostname}, {@code uri}. */
  public List<View> subjectAltNames() {
    return list("subjectAltNames");
  }
}
