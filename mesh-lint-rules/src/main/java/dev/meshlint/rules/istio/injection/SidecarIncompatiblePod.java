package dev.meshlint.rules.istio.injection;

import dev.meshlint.core.manifest.Located;
import dev.meshlint.core.mesh.Answer.Unknown;
import dev.meshlint.core.mesh.Injection;
import dev.meshlint.core.mesh.Injection.Proxy;
import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.mesh.MeshWorkload;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View;
import dev.meshlint.core.model.kubernetes.Container;
import dev.meshlint.core.model.kubernetes.ContainerPort;
import dev.meshlint.core.model.kubernetes.PodTemplate;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.MeshRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A pod that gets a sidecar which cannot work beside it. */
public final class SidecarIncompatiblePod extends MeshRule {
  /** The user and group of the proxy: their traffic is not captured. */
  private static final int PROXY_USER = 1337;

  private static final Set<Integer> PROXY_PORTS =
      Set.of(15000, 15001, 15004, 15006, 15008, 15020, 15021, 15053, 15090);

  public SidecarIncompatiblePod() {
    super("istio-sidecar-incompatible-pod");
  }

  @Override
  public void check(Mesh mesh, Findings out) {
    for (MeshWorkload workload : mesh.workloads().all()) {
      PodTemplate template = workload.template().orElse(null);
      if (template == null || Injection.isGateway(template)) {
        continue;
      }
      if (Boolean.TRUE.equals(template.spec().hostNetwork())) {
        checkHostNetwork(template, workload, mesh, out);
      } else if (mesh.injection().of(workload).proxy() == Proxy.SIDECAR) {
        checkUsers(template, null, out);
        checkPorts(template, out);
      } else if (mesh.members().find(workload) instanceof Unknown<Located> unknown) {
        checkUsers(template, unknown, out);
      }
    }
  }

  private static void checkHostNetwork(
      PodTemplate template, MeshWorkload workload, Mesh mesh, Findings out) {
    Text label = template.metadata().label(Injection.INJECT);
    boolean asked =
        label == null
            ? mesh.injection().ofNamespace(workload).proxy() == Proxy.SIDECAR
            : label.is("true");
    if (asked) {
      out.report(
              template.spec().at("hostNetwork"),
              "pods on the host's network get no sidecar, though injection is asked for")
          .as("host-network");
    }
  }

  private static void checkUsers(
      PodTemplate template, @Nullable Unknown<Located> member, Findings out) {
    List<View> contexts = new ArrayList<>(List.of(template.spec().securityContext()));
    for (Container container : template.containers()) {
      if (!isProxy(container)) {
        contexts.add(container.securityContext());
      }
    }
    for (View context : contexts) {
      for (String field : List.of("runAsUser", "runAsGroup")) {
        Integer id = context.integer(field);
        if (id != null && id == PROXY_USER) {
          String message =
              "%s %d is that of the proxy: traffic of the application bypasses the sidecar"
                  .formatted(field, PROXY_USER);
          Located at = context.at(field);
          (member == null ? out.report(at, message) : out.report(at, member, message)).as("user");
        }
      }
    }
  }

  private static void checkPorts(PodTemplate template, Findings out) {
    for (Container container : template.containers()) {
      if (isProxy(container)) {
        continue;
      }
      for (ContainerPort port : container.ports()) {
        Integer number = port.containerPort();
        Located at = port.at("containerPort");
        if (number != null && PROXY_PORTS.contains(number)) {
          out.report(
                  at,
                  "port %d is one of the sidecar's own: one of the two cannot start"
                      .formatted(number))
              .as("port");
        }
      }
    }
  }

  private static boolean isProxy(Container container) {
    Text name = container.name();
    return name != null && name.value().equals("istio-proxy");
  }
}
