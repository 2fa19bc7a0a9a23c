package dev.meshlint.core.model.kubernetes;

import dev.meshlint.core.model.ResourceView;
import org.jspecify.annotations.Nullable;

/** A SealedSecret of {@code bitnami.com}. */
public final class SealedSecret extends ResourceView implements SecretMaking {
  /** Makes the view. */
  public SealedSecret(At at) {
    super(at);
  }

  @Override
  public @Nullable String secretName() {
    return SecretMaking.nameOrOwn(spec().child("template").child("metadata"), resource());
  }
}
