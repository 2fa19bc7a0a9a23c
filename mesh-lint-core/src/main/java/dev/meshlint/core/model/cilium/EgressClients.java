package dev.meshlint.core.model.cilium;

import dev.meshlint.core.model.LabelSelector;
import dev.meshlint.core.model.View;

/** Pods whose traffic goes through a gateway: all parts must hold. */
public final class EgressClients extends View {
  /** Makes the view. */
  public EgressClients(At at) {
    super(at);
  }

  /** The pods. */
  public LabelSelector podSelector() {
    return child("podSelector", LabelSelector::new);
  }

  /** Their namespaces. */
  public LabelSelector namespaceSelector() {
    return child("namespaceSelector", LabelSelector::new);
  }

  /** Their nodes. */
  public LabelSelector nodeSelector() {
    return child("nodeSelector", LabelSelector::new);
  }
}
