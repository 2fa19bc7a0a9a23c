package dev.meshlint.core.model.istio;

import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View;
import org.jspecify.annotations.Nullable;

/** A condition on a text; without any of the three it asks for presence only. */
public final class StringMatch extends View {
  /** Makes the view. */
  public StringMatch(At at) {
    super(at);
  }

  /** The whole text. */
  public @Nullable Text exact() {
    return text("exact");
  }

  /** How the text begins. */
  public @Nullable Text prefix() {
    return text("prefix");
  }

  /** An RE2 expression for the whole text. */
  public @Nullable Text regex() {
    return raw("regex");
  }
}
