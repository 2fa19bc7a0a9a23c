package dev.meshlint.core.model.kubernetes;

import dev.meshlint.core.model.Reference;
import dev.meshlint.core.model.ResourceView;
import dev.meshlint.core.model.Text;
import org.jspecify.annotations.Nullable;

/**
 * A Canary of {@code flagger.app}. While it runs, Flagger makes the workload {@code NAME-primary},
 * the services {@code NAME}, {@code NAME-primary} and {@code NAME-canary}, and the routes between
 * them.
 */
public final class Canary extends ResourceView {
  /** Makes the view. */
  public Canary(At at) {
    super(at);
  }

  /** The workload. */
  public Reference targetRef() {
    return spec().child("targetRef", Reference::new);
  }

  /** The name of the services ({@code service.name}); null for that of the workload. */
  public @Nullable Text serviceName() {
    return spec().child("service").name("name");
  }

  /** The port of the services ({@code service.port}). */
  public @Nullable Integer port() {
    return spec().child("service").integer("port");
  }
}
