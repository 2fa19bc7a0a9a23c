package dev.meshlint.core.model.kubernetes;

import dev.meshlint.core.model.LabelSelector;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A peer: pods, or a block of addresses. */
public final class NetworkPolicyPeer extends View {
  /** Makes the view. */
  public NetworkPolicyPeer(At at) {
    super(at);
  }

  /** The pods. */
  public LabelSelector podSelector() {
    return child("podSelector", LabelSelector::new);
  }

  /** Their namespaces; absent for the policy's own. */
  public LabelSelector namespaceSelector() {
    return child("namespaceSelector", LabelSelector::new);
  }

  /** The block of addresses ({@code ipBlock.cidr}). */
  public @Nullable Text cidr() {
    return child("ipBlock").name("cidr");
  }

  /** What the block leaves out ({@code ipBlock.except}). */
  public List<Text> except() {
    return child("ipBlock").names("except");
  }
}
