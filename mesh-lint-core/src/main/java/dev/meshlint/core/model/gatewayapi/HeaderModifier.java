package dev.meshlint.core.model.gatewayapi;

import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View;
import java.util.List;

/** Headers to set, add and remove. */
public final class HeaderModifier extends View {
  /** Makes the view. */
  public HeaderModifier(At at) {
    super(at);
  }

  /** Headers to overwrite: {@code name}, {@code value}. */
  public List<View> set() {
    return list("set");
  }

  /** Headers to append: {@code name}, {@code value}. */
  public List<View> add() {
    return list("add");
  }

  /** Names of headers to remove. */
  public List<Text> remove() {
    return texts("remove");
  }
}
