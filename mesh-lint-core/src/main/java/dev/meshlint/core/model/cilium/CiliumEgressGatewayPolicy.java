package dev.meshlint.core.model.cilium;

import dev.meshlint.core.model.ResourceView;
import dev.meshlint.core.model.Text;
import java.util.List;

/** A CiliumEgressGatewayPolicy of {@code cilium.io}. */
public final class CiliumEgressGatewayPolicy extends ResourceView {
  /** Makes the view. */
  public CiliumEgressGatewayPolicy(At at) {
    super(at);
  }

  /** The pods whose traffic goes through the gateway. */
  public List<EgressClients> selectors() {
    return spec().list("selectors", EgressClients::new);
  }

  /** The destinations. */
  public List<Text> destinationCIDRs() {
    return spec().names("destinationCIDRs");
  }

  /** The destinations that are left out. */
  public List<Text> excludedCIDRs() {
    return spec().names("excludedCIDRs");
  }

  /** The gateway; not read beside {@link #egressGateways}. */
  public EgressGateway egressGateway() {
    return spec().child("egressGateway", EgressGateway::new);
  }

  /** The gateways. */
  public List<EgressGateway> egressGateways() {
    return spec().list("egressGateways", EgressGateway::new);
  }
}
