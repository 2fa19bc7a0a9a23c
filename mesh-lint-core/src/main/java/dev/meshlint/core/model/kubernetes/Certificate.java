package dev.meshlint.core.model.kubernetes;

import dev.meshlint.core.model.Reference;
import dev.meshlint.core.model.ResourceView;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A Certificate of {@code cert-manager.io}. */
public final class Certificate extends ResourceView implements SecretMaking {
  /** Makes the view. */
  public Certificate(At at) {
    super(at);
  }

  /** The secret that it fills, as written. */
  public @Nullable Text secretNameText() {
    return spec().name("secretName");
  }

  /** The host names. */
  public List<Text> dnsNames() {
    return spec().names("dnsNames");
  }

  /** The common name. */
  public @Nullable Text commonName() {
    return spec().name("commonName");
  }

  /** Whether it is an authority. */
  public @Nullable Boolean isCA() {
    return spec().flag("isCA");
  }

  /** How long it is valid; a Go duration. */
  public @Nullable Text duration() {
    return spec().text("duration");
  }

  /** How long before its end it is renewed; a Go duration. */
  public @Nullable Text renewBefore() {
    return spec().text("renewBefore");
  }

  /** Who signs it. */
  public Reference issuerRef() {
    return spec().child("issuerRef", Reference::new);
  }

  /** The key: {@code algorithm}, {@code size}. */
  public View privateKey() {
    return spec().child("privateKey");
  }

  @Override
  public @Nullable String secretName() {
    return spec().value("secretName", Text.Format.NAME);
  }
}
