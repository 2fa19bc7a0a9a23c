package dev.meshlint.rules.cilium.policy;

import dev.meshlint.core.manifest.NamespaceRef;
import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.mesh.MeshService;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.cilium.EgressRule;
import dev.meshlint.core.model.cilium.FqdnSelector;
import dev.meshlint.core.model.cilium.TrafficRule;
import dev.meshlint.core.model.kubernetes.Service;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.MeshRule;
import dev.meshlint.core.value.IpAddress;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A name of which Cilium never learns an address that the rule could allow. */
public final class FqdnNeverMatches extends MeshRule {
  public FqdnNeverMatches() {
    super("cilium-fqdn-never-matches");
  }

  @Override
  public void check(Mesh mesh, Findings out) {
    for (TrafficRule entry : mesh.ciliumPolicies().traffic()) {
      if (entry instanceof EgressRule egress && !entry.isDeny()) {
        for (FqdnSelector name : egress.toFQDNs()) {
          check(name.matchName(), mesh, out);
          check(name.matchPattern(), mesh, out);
        }
      }
    }
  }

  private static void check(@Nullable Text name, Mesh mesh, Findings out) {
    if (name == null || name.open()) {
      return;
    }
    String value = withoutEndingDot(name.value().toLowerCase(Locale.ROOT));
    if (IpAddress.parse(value) != null || isOf(value, "0123456789.")) {
      out.report(
              name,
              "\"%s\" is an address, not a name: nobody looks it up, so the rule allows nothing"
                  .formatted(name))
          .as("certain")
          .help("use \"toCIDR\"");
    } else if (isOf(value, "0123456789.*") && value.indexOf('.') >= 0 && !value.startsWith("*")) {
      out.report(
              name,
              "\"%s\" means addresses, but names are compared: the rule allows nothing"
                  .formatted(name))
          .as("likely")
          .help("use \"toCIDR\"");
    } else if (isInCluster(value, mesh)) {
      checkService(name, value, mesh, out);
    } else if (isSingle(value)) {
      out.report(
              name,
              "\"%s\" is a single label: full names are compared, so the rule allows nothing"
                  .formatted(name))
          .as("likely");
    }
  }

  private static void checkService(Text name, String value, Mesh mesh, Findings out) {
    String[] labels = value.split("\\.", 3);
    List<MeshService> services = List.of();
    if (labels.length > 2 && labels[2].startsWith("svc")) {
      services = mesh.services().maybe(labels[0], NamespaceRef.named(labels[1]));
    }
    for (MeshService service : services) {
      Service kubernetes = service.kubernetes();
      if (kubernetes == null || kubernetes.selector().isEmpty()) {
        return;
      }
    }
    out.report(
            name,
            "\"%s\" is a name in the cluster: rules on names never match pods, so it allows nothing"
                .formatted(name))
        .as(services.isEmpty() ? "likely" : "certain")
        .help("use \"toEndpoints\" or \"toServices\"");
  }

  private static boolean isInCluster(String name, Mesh mesh) {
    String domain = mesh.configuration().clusterDomain();
    return name.endsWith(".svc")
        || name.endsWith(".svc." + domain)
        || name.endsWith(".svc.cluster.local")
        || name.endsWith(".cluster.local");
  }

  private static boolean isOf(String value, String characters) {
    for (int i = 0; i < value.length(); i++) {
      if (characters.indexOf(value.charAt(i)) < 0) {
        return false;
      }
    }
    return !value.isEmpty();
  }

  private static boolean isSingle(String name) {
    return !name.isEmpty() && name.indexOf('.') < 0 && name.indexOf('*') < 0;
  }

  private static String withoutEndingDot(String name) {
    return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
  }
}
