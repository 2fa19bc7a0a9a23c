package dev.meshlint.core.mesh;

import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View;
import dev.meshlint.core.model.cilium.PortProtocol;
import java.util.List;

/**
 * The ports of an entry of a policy, of any protocol, to tell whether another entry is for all of them too.
 *
 * @param ports the ports; none means all
 * @param absentProtocol the protocol of those that name none
 */
record CiliumPorts(List<? extends View> ports, String absentProtocol) {
  /** Whether these ports certainly hold all of those; none means all there too. */
  boolean hold(List<PortProtocol> narrow) {
    if (ports.isEmpty()) {
      return true;
    }
    for (PortProtocol port : narrow) {
      boolean held = false;
      for (View one : ports) {
        held |= holds(one, absentProtocol, port);
      }
      if (!held) {
        return false;
      }
    }
    return !narrow.isEmpty();
  }

  private static boolean holds(View wide, String absentProtocol, PortProtocol narrow) {
    Text protocol = wide.text("protocol");
    String wideProtocol = protocol == null ? absentProtocol : protocol.value();
    Text narrowProtocol = narrow.protocol();
    boolean any = wideProtocol.equals("ANY");
    if (!any && (narrowProtocol == null || !narrowProtocol.is(wideProtocol))) {
      return false;
    }
    Text first = wide.text("port");
    Text port = narrow.port();
    if (first == null || first.is("0")) {
      return !wide.isOpen("port");
    }
    if (port == null || port.open() || first.open()) {
      return false;
    }
    Integer from = first.integer();
    Integer number = port.integer();
    Integer end = wide.integer("endPort");
    return first.value().equals(port.value())
        || (from != null && end != null && number != null && from <= number && number <= end);
  }
}
