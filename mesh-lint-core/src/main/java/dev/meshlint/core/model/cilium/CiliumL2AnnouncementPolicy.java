package dev.meshlint.core.model.cilium;

import dev.meshlint.core.model.LabelSelector;
import dev.meshlint.core.model.ResourceView;
import dev.meshlint.core.model.Text;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A CiliumL2AnnouncementPolicy of {@code cilium.io}. */
public final class CiliumL2AnnouncementPolicy extends ResourceView {
  /** Makes the view. */
  public CiliumL2AnnouncementPolicy(At at) {
    super(at);
  }

  /** The services that are announced; absent for all. */
  public LabelSelector serviceSelector() {
    return spec().child("serviceSelector", LabelSelector::new);
  }

  /** The nodes that announce; absent for all. */
  public LabelSelector nodeSelector() {
    return spec().child("nodeSelector", LabelSelector::new);
  }

  /** Expressions for the interfaces. */
  public List<Text> interfaces() {
    return spec().raws("interfaces");
  }

  /** Whether external addresses are announced; absent means false. */
  public @Nullable Boolean externalIPs() {
    return spec().flag("externalIPs");
  }

  /** Whether load balancer addresses are announced; absent means false. */
  public @Nullable Boolean loadBalancerIPs() {
    return spec().flag("loadBalancerIPs");
  }
}
