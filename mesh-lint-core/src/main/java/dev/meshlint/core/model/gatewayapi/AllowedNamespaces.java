package dev.meshlint.core.model.gatewayapi;

import dev.meshlint.core.model.LabelSelector;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View;
import org.jspecify.annotations.Nullable;

/** The namespaces of which something may attach. */
public final class AllowedNamespaces extends View {
  /** Makes the view. */
  public AllowedNamespaces(At at) {
    super(at);
  }

  /** {@code Same}, {@code All}, {@code Selector} or {@code None}; what an absent one means depends on the field. */
  public @Nullable Text from() {
    return settings().text("from");
  }

  /** The labels of the namespaces, with {@code from: Selector}. */
  public LabelSelector selector() {
    return settings().child("selector", LabelSelector::new);
  }

  /** {@code allowedListeners} has one level more than {@code allowedRoutes.namespaces}. */
  private View settings() {
    return has("namespaces") ? child("namespaces") : this;
  }
}
