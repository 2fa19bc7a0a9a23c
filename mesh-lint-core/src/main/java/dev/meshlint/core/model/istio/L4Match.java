package dev.meshlint.core.model.istio;

import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One condition of a TLS or TCP route: all its parts must hold. */
public final class L4Match extends View {
  /** Makes the view. */
  public L4Match(At at) {
    super(at);
  }

  /** Server names; TLS routes only, where they are required. */
  public List<Text> sniHosts() {
    return names("sniHosts");
  }

  /** Addresses the client speaks to. */
  public List<Text> destinationSubnets() {
    return names("destinationSubnets");
  }

  /** Not implemented by the mesh. */
  public @Nullable Text sourceSubnet() {
    return name("sourceSubnet");
  }

  /** The port the client speaks to. */
  public @Nullable Integer port() {
    return integer("port");
  }

  /** Labels of the client's workload; has no effect at gateways. */
  public List<Named<Text>> sourceLabels() {
    return entries("sourceLabels");
  }

  /** The client's namespace. */
  public @Nullable Text sourceNamespace() {
    return name("sourceNamespace");
  }

  /** The gateways it holds for, instead of the resource's. */
  public List<Text> gateways() {
    return names("gateways");
  }
}
