package dev.meshlint.core.model.gatewayapi;

import dev.meshlint.core.model.Reference;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View;
import java.util.List;

/** What goes to the objects made for a Gateway. */
public final class Infrastructure extends View {
  /** Makes the view. */
  public Infrastructure(At at) {
    super(at);
  }

  /** Their labels. */
  public List<Named<Text>> labels() {
    return entries("labels");
  }

  /** Their annotations. */
  public List<Named<Text>> annotations() {
    return entries("annotations");
  }

  /** Settings of the implementation. */
  public Reference parametersRef() {
    return child("parametersRef", Reference::new);
  }
}
