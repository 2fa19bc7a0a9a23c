package dev.meshlint.core.model.kubernetes;

import dev.meshlint.core.model.LabelSelector;
import dev.meshlint.core.model.ResourceView;
import dev.meshlint.core.model.Text;
import java.util.List;

/** A NetworkPolicy of {@code networking.k8s.io}. */
public final class NetworkPolicy extends ResourceView {
  /** Makes the view. */
  public NetworkPolicy(At at) {
    super(at);
  }

  /** The pods that it is for; empty for all of the namespace. */
  public LabelSelector podSelector() {
    return spec().child("podSelector", LabelSelector::new);
  }

  /**
   * {@code Ingress}, {@code Egress} or both; absent means ingress, and egress where there are
   * egress rules.
   */
  public List<Text> policyTypes() {
    return spec().texts("policyTypes");
  }

  /** What may come in; an empty list for nothing. */
  public List<NetworkPolicyRule> ingress() {
    return spec().list("ingress", NetworkPolicyRule::new);
  }

  /** What may go out; an empty list for nothing. */
  public List<NetworkPolicyRule> egress() {
    return spec().list("egress", NetworkPolicyRule::new);
  }
}
