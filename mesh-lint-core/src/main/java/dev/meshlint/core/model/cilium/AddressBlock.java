package dev.meshlint.core.model.cilium;

import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View;
import org.jspecify.annotations.Nullable;

/** A block of addresses: as CIDR, or from start to stop. */
public final class AddressBlock extends View {
  /** Makes the view. */
  public AddressBlock(At at) {
    super(at);
  }

  /** The block. */
  public @Nullable Text cidr() {
    return name("cidr");
  }

  /** The first address. */
  public @Nullable Text start() {
    return name("start");
  }

  /** The last address. */
  public @Nullable Text stop() {
    return name("stop");
  }
}
