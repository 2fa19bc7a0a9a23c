package dev.meshlint.core.model.cilium;

import dev.meshlint.core.model.LabelRequirement;
import dev.meshlint.core.model.LabelSelector;
import dev.meshlint.core.model.Text;
import java.util.ArrayList;
import java.util.List;

/**
 * A selector of Cilium's policies. It selects by the labels of identities, whose keys tell where a label comes from:
 * {@code k8s:app}, {@code reserved:host}.
 */
public final class EndpointSelector extends LabelSelector {
  /** Makes the view. */
  public EndpointSelector(At at) {
    super(at);
  }

  /** The keys of all labels and requirements. */
  public List<SelectorKey> keys() {
    List<SelectorKey> keys = new ArrayList<>();
    for (Named<Text> label : matchLabels()) {
      keys.add(SelectorKey.of(label.key()));
    }
    for (LabelRequirement requirement : matchExpressions()) {
      Text key = requirement.key();
      if (key != null) {
        keys.add(SelectorKey.of(key));
      }
    }
    return keys;
  }
}
