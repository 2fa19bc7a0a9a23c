package dev.meshlint.core.model.cilium;

import dev.meshlint.core.manifest.Resource;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One rule of a policy: whom it is for and what they may do. It is the {@code spec}, or an item
 * of {@code specs}.
 */
public final class PolicyRule extends View {
  // Remembered: many rules ask. Views do not change, so threads may find the same thing twice.
  private @Nullable List<IngressRule> ingress;
  private @Nullable List<EgressRule> egress;

  /** Makes the view. */
  public PolicyRule(At at) {
    super(at);
  }

  /** The pods that it is for; empty for all of its scope. */
  public EndpointSelector endpointSelector() {
    return child("endpointSelector", EndpointSelector::new);
  }

  /** The nodes that it is for; clusterwide policies only. */
  public EndpointSelector nodeSelector() {
    return child("nodeSelector", EndpointSelector::new);
  }

  /** What people say about it. */
  public @Nullable Text description() {
    return text("description");
  }

  /** Whether traffic that no rule allows is denied: {@code ingress}, {@code egress}. */
  public View enableDefaultDeny() {
    return child("enableDefaultDeny");
  }

  /** Labels of the rule itself: {@code key}, {@code source}, {@code value}. */
  public List<View> labels() {
    return list("labels");
  }

  /** What may come in; absent says nothing, an empty object denies everything. */
  public List<IngressRule> ingress() {
    List<IngressRule> known = ingress;
    if (known == null) {
      known = list("ingress", at -> new IngressRule(at, false));
      ingress = known;
    }
    return known;
  }

  /** What may not come in, whatever else allows it. */
  public List<IngressRule> ingressDeny() {
    return list("ingressDeny", at -> new IngressRule(at, true));
  }

  /** What may go out; absent says nothing, an empty object denies everything. */
  public List<EgressRule> egress() {
    List<EgressRule> known = egress;
    if (known == null) {
      known = list("egress", at -> new EgressRule(at, false));
      egress = known;
    }
    return known;
  }

  /** What may not go out, whatever else allows it. */
  public List<EgressRule> egressDeny() {
    return list("egressDeny", at -> new EgressRule(at, true));
  }

  /** All entries of the four lists, in the order of this class. */
  public List<TrafficRule> traffic() {
    List<TrafficRule> all = new ArrayList<>(ingress());
    all.addAll(ingressDeny());
    all.addAll(egress());
    all.addAll(egressDeny());
    return all;
  }

  /** Whether it belongs to a policy of one namespace. */
  public boolean isNamespaced() {
    return resource().scope() == Resource.Scope.NAMESPACED;
  }

  /** Whether it is for nodes. */
  public boolean isForNodes() {
    return has("nodeSelector");
  }

  /** The selectors of pods in it: its subject and the peers that are endpoints. */
  public List<EndpointSelector> podSelectors() {
    List<EndpointSelector> all = new ArrayList<>();
    if (endpointSelector().present()) {
      all.add(endpointSelector());
    }
    traffic().forEach(entry -> all.addAll(entry.endpoints()));
    return all;
  }

  /**
   * Whether it makes what nothing allows denied in a direction: an entry of that direction is there, and the default is not
   * switched off.
   */
  public boolean deniesByDefault(boolean ingress) {
    String direction = ingress ? "ingress" : "egress";
    Boolean written = enableDefaultDeny().flag(direction);
    if (written != null) {
      return written;
    }
    return !enableDefaultDeny().isOpen(direction)
        && (!list(direction).isEmpty() || !list(direction + "Deny").isEmpty());
  }

  /** The pods or nodes that it is for, whichever is written. */
  public EndpointSelector subject() {
    return has("nodeSelector") ? nodeSelector() : endpointSelector();
  }
}
