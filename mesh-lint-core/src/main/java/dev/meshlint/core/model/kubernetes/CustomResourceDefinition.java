package dev.meshlint.core.model.kubernetes;

import dev.meshlint.core.model.ResourceView;
import dev.meshlint.core.model.Text;
import org.jspecify.annotations.Nullable;

/**
 * A CustomResourceDefinition of {@code apiextensions.k8s.io}; its schema is not part of the
 * model.
 */
public final class CustomResourceDefinition extends ResourceView {
  /** Makes the view. */
  public CustomResourceDefinition(At at) {
    super(at);
  }

  /** The group of the kind. */
  public @Nullable Text group() {
    return spec().name("group");
  }

  /** The kind ({@code names.kind}). */
  public @Nullable Text kind() {
    return spec().child("names").name("kind");
  }
}
