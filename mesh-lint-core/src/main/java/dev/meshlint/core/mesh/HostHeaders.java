package dev.meshlint.core.mesh;

import dev.meshlint.core.manifest.NamespaceRef;
import dev.meshlint.core.mesh.Answer.Unknown;
import dev.meshlint.core.mesh.Answer.Why;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.value.DnsNames;
import java.util.Locale;

/** Which service a host of requests stands for, as clients inside the cluster write it. Immutable. */
public final class HostHeaders {
  private final ServiceRegistry services;
  private final VirtualServices routes;
  private final Namespaces namespaces;

  HostHeaders(ServiceRegistry services, VirtualServices routes, Namespaces namespaces) {
    this.services = services;
    this.routes = routes;
    this.namespaces = namespaces;
  }

  /**
   * The service that {@code name} or {@code name.namespace} stands for.
   *
   * @param host the host as a policy writes it
   * @return unknown for all other hosts: requests may carry any
   */
  public Answer<MeshService> service(Text host) {
    String written = host.value().toLowerCase(Locale.ROOT);
    int dot = written.indexOf('.');
    String name = dot < 0 ? written : written.substring(0, dot);
    NamespaceRef own = host.resource().namespace();
    NamespaceRef namespace = dot < 0 ? own : NamespaceRef.named(written.substring(dot + 1));
    boolean plain = dot < 0 || namespaces.inView(namespace.name());
    HostName literal = HostName.of(written, own, "");
    if (host.open()
        || !plain
        || DnsNames.istioLabelProblem(name) != null
        || !services.anywhere(name).isEmpty()
        || !routes.owners(literal).isEmpty()) {
      return new Unknown<>(Why.DECLARED_ELSEWHERE);
    }
    Answer<MeshService> entry = services.resolve(literal, written, own);
    return entry.isFound()
        ? entry
        : services.resolve(new HostName.ServiceName(name, namespace), written, own);
  }
}
