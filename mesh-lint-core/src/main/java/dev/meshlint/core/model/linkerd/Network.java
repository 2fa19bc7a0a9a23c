package dev.meshlint.core.model.linkerd;

import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A block of addresses. */
public final class Network extends View {
  /** Makes the view. */
  public Network(At at) {
    super(at);
  }

  /** The block, or one address. */
  public @Nullable Text cidr() {
    return name("cidr");
  }

  /** Blocks that it leaves out. */
  public List<Text> except() {
    return names("except");
  }
}
