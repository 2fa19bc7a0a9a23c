package dev.meshlint.rules.cilium.network;

import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.kubernetes.Service;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.MeshRule;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** An address that two Services ask for without sharing it. */
public final class UnassignableAddress extends MeshRule {
  private static final String IPS = "lbipam.cilium.io/ips";
  private static final String KEY = "lbipam.cilium.io/sharing-key";

  public UnassignableAddress() {
    super("cilium-unassignable-address");
  }

  @Override
  public void check(Mesh mesh, Findings out) {
    Map<String, Service> owners = new HashMap<>();
    List<Service> services = mesh.sorted(Service.class);
    for (Service service : services) {
      Text addresses = service.metadata().annotation(IPS);
      if (addresses == null || addresses.open()) {
        continue;
      }
      for (String written : addresses.value().split(",", -1)) {
        Service owner = owners.putIfAbsent(written.strip(), service);
        if (owner != null && !isSame(owner, service) && !share(owner, service)) {
          out.report(
                  addresses,
                  "address %s is asked for by %s too, and they do not share it: one of them gets none"
                      .formatted(written.strip(), owner.resource().title()))
              .as(owner.resource().file() == service.resource().file() ? "together" : "apart")
              .related(owner, "asks for it too")
              .help("give both the same " + KEY);
        }
      }
    }
  }

  private static boolean isSame(Service one, Service other) {
    return one.resource().name().equals(other.resource().name());
  }

  private static boolean share(Service one, Service other) {
    Text first = one.metadata().annotation(KEY);
    Text second = other.metadata().annotation(KEY);
    return first != null
        && second != null
        && (first.open() || second.open() || first.value().equals(second.value()));
  }
}
