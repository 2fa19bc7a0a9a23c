package dev.meshlint.core.mesh;

import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View;
import java.util.List;

/**
 * The ports of an entry of a policy, of any protocol, to tell whether another entry is for all of them too.
 *
 * @param ports the ports; none means all
 * @param absentProtocol the protocol of those that name none
 */
record CiliumPorts(List<? extends View> ports, String absentProtocol) {
  /** Every port. */
  static final CiliumPorts ALL = new CiliumPorts(List.of(), "ANY");

  /** Whether these ports certainly hold all of those; none means all there too. */
  boolean hold(CiliumPorts narrow) {
    if (ports.isEmpty()) {
      return true;
    }
    for (View port : narrow.ports) {
      boolean held = false;
      for (View one : ports) {
        String protocol = protocol(one);
        boolean fits = protocol.equals("ANY") || protocol.equals(narrow.protocol(port));
        held |= fits && !port.isOpen("protocol") && holds(one, port);
      }
      if (!held) {
        return false;
      }
    }
    return !narrow.ports.isEmpty();
  }

  private String protocol(View port) {
    Text protocol = port.text("protocol");
    return protocol == null ? absentProtocol : protocol.value();
  }

  private static boolean holds(View wide, View narrow) {
    Text first = wide.text("port");
    Text port = narrow.text("port");
    if (first == null || first.is("0")) {
      return !wide.isOpen("port");
    }
    if (port == null || port.open() || first.open()) {
      return false;
    }
    Integer from = first.integer();
    Integer number = port.integer();
    Integer end = wide.integer("endPort");
    Integer narrowEnd = narrow.integer("endPort");
    if (from == null || number == null) {
      return first.value().equals(port.value());
    }
    int last = narrowEnd == null ? number : Math.max(number, narrowEnd);
    return from <= number && last <= (end == null ? from : Math.max(from, end));
  }
}
