package dev.meshlint.core.model.linkerd;

import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View;
import org.jspecify.annotations.Nullable;

/** The limit on retries. */
public final class RetryBudget extends View {
  /** Makes the view. */
  public RetryBudget(At at) {
    super(at);
  }

  /** How many retries for one request; a number. */
  public @Nullable Text retryRatio() {
    return text("retryRatio");
  }

  /** How many retries a second are always allowed. */
  public @Nullable Integer minRetriesPerSecond() {
    return integer("minRetriesPerSecond");
  }

  /** How long requests are counted; a Go duration. */
  public @Nullable Text ttl() {
    return text("ttl");
  }
}
