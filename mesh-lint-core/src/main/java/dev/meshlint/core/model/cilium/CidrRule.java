package dev.meshlint.core.model.cilium;

import dev.meshlint.core.model.LabelSelector;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A block of addresses with exceptions: {@code fromCIDRSet[]} or {@code toCIDRSet[]}. */
public final class CidrRule extends View {
  /** Makes the view. */
  public CidrRule(At at) {
    super(at);
  }

  /** The block. */
  public @Nullable Text cidr() {
    return name("cidr");
  }

  /** Blocks that it leaves out. */
  public List<Text> except() {
    return names("except");
  }

  /** The CiliumCIDRGroup that holds the blocks instead. */
  public @Nullable Text cidrGroupRef() {
    return name("cidrGroupRef");
  }

  /** The CiliumCIDRGroups that hold the blocks instead, by labels. */
  public LabelSelector cidrGroupSelector() {
    return child("cidrGroupSelector", LabelSelector::new);
  }
}
