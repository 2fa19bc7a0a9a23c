package dev.meshlint.core.model.kubernetes;

import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A certificate of an Ingress. */
public final class IngressTls extends View {
  /** Makes the view. */
  public IngressTls(At at) {
    super(at);
  }

  /** The hosts it is for. */
  public List<Text> hosts() {
    return names("hosts");
  }

  /** The secret that holds it. */
  public @Nullable Text secretName() {
    return name("secretName");
  }
}
