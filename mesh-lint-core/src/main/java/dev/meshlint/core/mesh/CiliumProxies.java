package dev.meshlint.core.mesh;

import dev.meshlint.core.manifest.Located;
import dev.meshlint.core.manifest.NamespaceRef;
import dev.meshlint.core.manifest.Resource;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View;
import dev.meshlint.core.model.gatewayapi.Gateway;
import dev.meshlint.core.model.gatewayapi.GatewayClass;
import dev.meshlint.core.model.gatewayapi.Route;
import dev.meshlint.core.model.kubernetes.Ingress;
import dev.meshlint.core.model.kubernetes.IngressBackend;
import dev.meshlint.core.model.kubernetes.Service;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which Ingresses and Gateways are served by Cilium's own proxy. Sources: Cilium's documentation of Ingress and of the
 * Gateway API. Immutable.
 */
public final class CiliumProxies {
  private static final String CLASS_ANNOTATION = "kubernetes.io/ingress.class";

  private final Mesh mesh;
  private final Set<String> ingressClasses = new HashSet<>();
  private final Set<String> gatewayClasses = new HashSet<>();

  CiliumProxies(Mesh mesh) {
    this.mesh = mesh;
    ingressClasses.add("cilium");
    gatewayClasses.add("cilium");
    for (Resource resource : mesh.resources()) {
      if (resource.kind().equals("IngressClass")) {
        View spec = new View(View.root(resource)).child("spec");
        add(resource, spec.name("controller"), "cilium.io/ingress-controller", ingressClasses);
      }
    }
    for (GatewayClass type : mesh.all(GatewayClass.class)) {
      add(type.resource(), type.controllerName(), "io.cilium/gateway-controller", gatewayClasses);
    }
  }

  /**
   * A workload that gets requests from Cilium's proxy.
   *
   * @param workload the workload
   * @param port the port of its pods
   * @param servicePort the port of the Service
   * @param reference the backend of the Ingress or route that sends them
   */
  public record Served(MeshWorkload workload, int port, int servicePort, Located reference) {}

  /** The workloads that get requests from Cilium's proxy, as far as they and the way there are in view. */
  public List<Served> served() {
    List<Served> served = new ArrayList<>();
    for (Ingress ingress : mesh.all(Ingress.class)) {
      if (serves(ingress) && !mesh.kustomizations().isPatched(ingress.resource())) {
        ingress.backends().forEach(backend -> addBackend(backend, served));
      }
    }
    for (Route route : mesh.attachments().routes()) {
      boolean attached = false;
      for (Attachment attachment : mesh.attachments().of(route)) {
        attached |=
            attachment.outcome() == Attachment.Outcome.ATTACHED
                && attachment.found().values().stream().anyMatch(this::serves);
      }
      if (attached) {
        for (BackendTarget backend : mesh.attachments().backends(route)) {
          for (Service service : backend.services()) {
            addPods(service, String.valueOf(backend.reference().port()), backend.backend(), served);
          }
        }
      }
    }
    return served;
  }

  private void addBackend(IngressBackend backend, List<Served> served) {
    Text name = backend.serviceName();
    Text port = backend.servicePort();
    if (name == null || name.open() || port == null || port.open()) {
      return;
    }
    NamespaceRef own = backend.resource().namespace();
    ObjectName service = new ObjectName("", "Service", own, name.value(), false);
    for (Located object : mesh.objects().find(service, backend.resource()).values()) {
      if (object instanceof Service found) {
        addPods(found, port.value(), name, served);
      }
    }
  }

  private void addPods(Service service, String port, Located reference, List<Served> served) {
    for (MeshService known :
        mesh.services().maybe(service.resource().name(), service.resource().namespace())) {
      if (known.kubernetes() == service) {
        addPods(known, port, reference, served);
      }
    }
  }

  private void addPods(MeshService known, String port, Located reference, List<Served> served) {
    for (WorkloadPorts.Served one : mesh.workloadPorts().served(known)) {
      Text name = one.port().name();
      boolean meant =
          port.equals(String.valueOf(one.port().number()))
              || (name != null && port.equals(name.value()));
      Integer number = one.number();
      Integer servicePort = one.port().number();
      if (meant && number != null && servicePort != null) {
        for (MeshWorkload workload : mesh.workloads().of(known).values()) {
          served.add(new Served(workload, number, servicePort, reference));
        }
      }
    }
  }

  private static void add(
      Resource type, @Nullable Text controller, String own, Set<String> classes) {
    if (controller != null && controller.is(own)) {
      classes.add(type.name());
    } else if (controller != null) {
      classes.remove(type.name());
    }
  }

  /** Whether Cilium serves an Ingress; one that names no class is that of whoever is the default. */
  public boolean serves(Ingress ingress) {
    Text type = ingress.ingressClassName();
    Text older = ingress.metadata().annotation(CLASS_ANNOTATION);
    Text written = type == null ? older : type;
    return written != null && !written.open() && ingressClasses.contains(written.value());
  }

  /** Whether Cilium serves a Gateway. */
  public boolean serves(Located object) {
    Text type = object instanceof Gateway gateway ? gateway.gatewayClassName() : null;
    return type != null && !type.open() && gatewayClasses.contains(type.value());
  }
}
