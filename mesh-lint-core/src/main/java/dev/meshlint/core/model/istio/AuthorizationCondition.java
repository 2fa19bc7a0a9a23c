package dev.meshlint.core.model.istio;

import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A condition on an attribute of the request. */
public final class AuthorizationCondition extends View {
  /** Makes the view. */
  public AuthorizationCondition(At at) {
    super(at);
  }

  /** The attribute, such as {@code request.headers[x-id]}. */
  public @Nullable Text key() {
    return raw("key");
  }

  /** The values, one of which must match. */
  public List<Text> values() {
    return texts("values");
  }

  /** The values, none of which may match. */
  public List<Text> notValues() {
    return texts("notValues");
  }
}
