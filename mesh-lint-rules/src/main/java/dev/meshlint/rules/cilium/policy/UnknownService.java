package dev.meshlint.rules.cilium.policy;

import dev.meshlint.core.finding.Evidence;
import dev.meshlint.core.manifest.NamespaceRef;
import dev.meshlint.core.manifest.Resource;
import dev.meshlint.core.mesh.Answer;
import dev.meshlint.core.mesh.Answer.NotFound;
import dev.meshlint.core.mesh.HostName;
import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.mesh.MeshPort;
import dev.meshlint.core.mesh.MeshService;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.cilium.CiliumEnvoyConfig;
import dev.meshlint.core.model.cilium.CiliumLocalRedirectPolicy;
import dev.meshlint.core.model.cilium.EgressRule;
import dev.meshlint.core.model.cilium.EndpointSelector;
import dev.meshlint.core.model.cilium.EnvoyService;
import dev.meshlint.core.model.cilium.ServiceSelector;
import dev.meshlint.core.model.cilium.TrafficRule;
import dev.meshlint.core.model.kubernetes.Service;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.MeshRule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A Service that an object of Cilium names and that does not exist or cannot be meant, or that of the API server. */
public final class UnknownService extends MeshRule {
  public UnknownService() {
    super("cilium-unknown-service");
  }

  @Override
  public void check(Mesh mesh, Findings out) {
    for (TrafficRule entry : mesh.ciliumPolicies().traffic()) {
      if (entry instanceof EgressRule egress) {
        for (ServiceSelector service : egress.toServices()) {
          String verb = entry.isDeny() ? "denies" : "allows";
          check(service, verb, mesh, out);
          checkSelector(service, verb, mesh, out);
        }
      }
    }
    for (CiliumEnvoyConfig config : mesh.all(CiliumEnvoyConfig.class)) {
      for (EnvoyService service : config.services()) {
        check(service, service.ports(), "nothing is redirected", mesh, out);
      }
      for (EnvoyService service : config.backendServices()) {
        check(service, service.number(), "its cluster has no endpoints", mesh, out);
      }
    }
    for (CiliumLocalRedirectPolicy policy : mesh.all(CiliumLocalRedirectPolicy.class)) {
      NamespaceRef own = policy.resource().namespace();
      Text name = policy.serviceName();
      for (MeshService found : find(name, own, false, "nothing is redirected", mesh, out)) {
        Service service = found.kubernetes();
        if (name != null && service != null && !hasAddress(service)) {
          out.report(
                  name, "%s has no address in the cluster: nothing is redirected".formatted(found))
              .as("address")
              .related(found, "is headless or another name");
        }
      }
    }
  }

  private static boolean hasAddress(Service service) {
    return !service.isHeadless() && !service.isExternalName();
  }

  private static void check(ServiceSelector service, String verb, Mesh mesh, Findings out) {
    Text name = service.serviceName();
    Text namespace = service.namespace();
    NamespaceRef own = service.resource().namespace();
    NamespaceRef scope = namespace == null ? own : NamespaceRef.named(namespace.value());
    if (name != null && name.is("kubernetes") && scope.name().equals("default")) {
      out.report(
              service,
              "the Service of the API server leads to nodes, which \"toServices\" does not match in every setup")
          .as("apiserver")
          .help("use the entity kube-apiserver");
    } else if (namespace == null || !namespace.open()) {
      find(name, scope, namespace != null, "the entry " + verb + " nothing", mesh, out);
    }
  }

  private static void checkSelector(ServiceSelector service, String verb, Mesh mesh, Findings out) {
    EndpointSelector selector = service.selector();
    Text namespace = service.selectorNamespace();
    NamespaceRef scope = namespace == null ? null : NamespaceRef.named(namespace.value());
    if (selector.present()
        && (namespace == null || !namespace.open())
        && mesh.cilium().serviceLabels().select(selector, scope)
            instanceof NotFound<Service> missing) {
      out.report(
              selector,
              missing,
              "no Service%s has these labels: the entry %s nothing"
                  .formatted(scope == null ? "" : " of namespace \"" + scope + "\"", verb))
          .as("selector");
    }
  }

  private static void check(
      EnvoyService service, List<Text> ports, String effect, Mesh mesh, Findings out) {
    Text namespace = service.namespace();
    boolean namespaced = service.resource().scope() == Resource.Scope.NAMESPACED;
    NamespaceRef own = namespaced ? service.resource().namespace() : NamespaceRef.named("default");
    if (namespace != null && namespace.open()) {
      return;
    }
    NamespaceRef scope = namespace == null ? own : NamespaceRef.named(namespace.value());
    List<MeshService> found = find(service.name(), scope, namespace != null, effect, mesh, out);
    for (Text port : ports) {
      if (!found.isEmpty() && !port.open() && found.stream().noneMatch(one -> has(one, port))) {
        out.report(
                port,
                new Answer.Absent<>(Evidence.SAME_OBJECT, List.copyOf(found), null),
                "%s has no port %s: %s".formatted(found.get(0), port, effect))
            .as("unknown");
      }
    }
  }

  /** Whether a Service has a port, by number or name, or its ports are not known. */
  private static boolean has(MeshService service, Text wanted) {
    for (MeshPort port : service.ports()) {
      Text name = port.name();
      if (wanted.value().equals(String.valueOf(port.number()))
          || (name != null && name.value().equals(wanted.value()))) {
        return true;
      }
    }
    return !service.hasKnownPorts();
  }

  private static List<MeshService> find(
      @Nullable Text name,
      NamespaceRef scope,
      boolean qualified,
      String effect,
      Mesh mesh,
      Findings out) {
    if (name == null || name.open() || !scope.isNamed() || isOfEveryCluster(name, scope)) {
      return List.of();
    }
    String written = qualified ? name.value() + "." + scope.name() : name.value();
    Answer<MeshService> found =
        mesh.services().resolve(new HostName.ServiceName(name.value(), scope), written, scope);
    if (found instanceof NotFound<MeshService> missing) {
      out.report(
              name,
              missing,
              "Service \"%s\" does not exist in namespace \"%s\": %s"
                  .formatted(name, scope, effect))
          .as("unknown");
    }
    return found.values();
  }

  /** Services that installers of clusters make. */
  private static boolean isOfEveryCluster(Text name, NamespaceRef scope) {
    return (name.is("kube-dns") && scope.name().equals("kube-system"))
        || (name.is("kubernetes") && scope.name().equals("default"));
  }
}
