package dev.meshlint.core.model.istio;

import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View;
import java.util.List;

/** Headers to set, add and remove. */
public final class HeaderChanges extends View {
  /** Makes the view. */
  public HeaderChanges(At at) {
    super(at);
  }

  /** Headers to overwrite. Values may hold Envoy commands. */
  public List<Named<Text>> set() {
    return entries("set");
  }

  /** Headers to append. Values may hold Envoy commands. */
  public List<Named<Text>> add() {
    return entries("add");
  }

  /** Names of headers to remove. */
  public List<Text> remove() {
    return texts("remove");
  }
}
