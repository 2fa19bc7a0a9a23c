package dev.meshlint.rules.cilium.policy;

import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.cilium.TrafficRule;
import dev.meshlint.core.model.kubernetes.Service;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.MeshRule;
import dev.meshlint.core.value.IpAddress;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A rule on addresses that are those of a Service in the cluster. */
public final class CidrInCluster extends MeshRule {
  public CidrInCluster() {
    super("cilium-cidr-in-cluster");
  }

  @Override
  public void check(Mesh mesh, Findings out) {
    Map<String, Service> addresses = new HashMap<>();
    for (Service service : mesh.all(Service.class)) {
      Text address = service.clusterIP();
      if (address != null && !address.open() && IpAddress.parse(address.value()) != null) {
        addresses.merge(address.value(), service, CidrInCluster::first);
      }
    }
    for (TrafficRule entry : mesh.ciliumPolicies().traffic()) {
      if (!entry.isIngress()) {
        entry.cidr().forEach(text -> check(text, addresses, out));
        entry.cidrSet().forEach(rule -> check(rule.cidr(), addresses, out));
      }
    }
  }

  private static void check(@Nullable Text text, Map<String, Service> addresses, Findings out) {
    if (text == null || text.open() || !isSingle(text.value())) {
      return;
    }
    Service service = addresses.get(text.value().substring(0, text.value().indexOf('/')));
    if (service != null && !service.selector().isEmpty()) {
      out.report(
              text,
              "\"%s\" is the address of %s: rules see the pods behind it, so it matches nothing"
                  .formatted(text, service.resource().title()))
          .related(service, "has this address")
          .help("use \"toEndpoints\" or \"toServices\"");
    }
  }

  private static Service first(Service one, Service other) {
    return one.resource().title().compareTo(other.resource().title()) <= 0 ? one : other;
  }

  private static boolean isSingle(String cidr) {
    return cidr.endsWith("/32") || cidr.endsWith("/128");
  }
}
