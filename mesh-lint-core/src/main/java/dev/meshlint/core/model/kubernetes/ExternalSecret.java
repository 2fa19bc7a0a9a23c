package dev.meshlint.core.model.kubernetes;

import dev.meshlint.core.model.ResourceView;
import org.jspecify.annotations.Nullable;

/** An ExternalSecret of {@code external-secrets.io}. */
public final class ExternalSecret extends ResourceView implements SecretMaking {
  /** Makes the view. */
  public ExternalSecret(At at) {
    super(at);
  }

  @Override
  public @Nullable String secretName() {
    return SecretMaking.nameOrOwn(spec().child("target"), resource());
  }
}
