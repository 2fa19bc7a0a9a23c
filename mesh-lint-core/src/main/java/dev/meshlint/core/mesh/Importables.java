package dev.meshlint.core.mesh;

import dev.meshlint.core.finding.Evidence;
import dev.meshlint.core.manifest.Located;
import dev.meshlint.core.manifest.NamespaceRef;
import dev.meshlint.core.manifest.NamespaceRef.Same;
import dev.meshlint.core.manifest.Resource;
import dev.meshlint.core.mesh.Answer.Absent;
import dev.meshlint.core.mesh.Answer.Unknown;
import dev.meshlint.core.mesh.Answer.Why;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.istio.Sidecar;
import dev.meshlint.core.model.istio.VirtualService;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What there is for Sidecars to import: services and VirtualServices, by host and namespace. Immutable. */
public final class Importables {
  private static final NamespaceRef ANY = NamespaceRef.named("*");

  private final Mesh mesh;
  private final Map<HostName, List<Owned>> byHost = new HashMap<>();

  /** Of each namespace, and of all. */
  private final Map<NamespaceRef, HostTree<Owned>> trees = new HashMap<>();

  /**
   * Something with a host.
   *
   * @param at the Service, ServiceEntry or VirtualService
   * @param namespace its namespace
   * @param visibility who sees it
   */
  private record Owned(Located at, NamespaceRef namespace, Visibility visibility) {}

  Importables(Mesh mesh) {
    this.mesh = mesh;
    if (mesh.all(Sidecar.class).isEmpty()) {
      return;
    }
    mesh.services()
        .kubernetes()
        .forEach(
            (service, namespace) ->
                add(
                    new HostName.ServiceName(service.resource().name(), namespace),
                    new Owned(service, namespace, service.visibility())));
    for (MeshService entry : mesh.services().entries()) {
      NamespaceRef own = entry.namespace();
      add(HostName.of(entry.host(), own, ""), new Owned(entry, own, entry.visibility()));
    }
    for (VirtualService routes : mesh.all(VirtualService.class)) {
      NamespaceRef own = routes.resource().namespace();
      Owned owned = new Owned(routes, own, mesh.virtualServices().visibility(routes));
      routes.hosts().forEach(host -> add(mesh.services().read(host, own), owned));
    }
  }

  private void add(HostName host, Owned owned) {
    byHost.computeIfAbsent(host, any -> new ArrayList<>(1)).add(owned);
    for (NamespaceRef namespace : List.of(owned.namespace(), ANY)) {
      trees.computeIfAbsent(namespace, any -> new HostTree<>()).add(host, owned);
    }
  }

  /**
   * What an entry of a Sidecar's egress hosts imports.
   *
   * @param written the entry
   * @param client the namespace of the Sidecar
   * @return absent with evidence {@code ELSEWHERE} where the host lies in another namespace or is written in part, and
   *     {@code SAME_OBJECT} where what has the host hides it; {@code nearest} is the entry as it should be
   */
  public Answer<Located> find(Text written, NamespaceRef client) {
    EgressHost entry = EgressHost.of(written, client);
    if (entry == null) {
      return new Unknown<>(Why.PLACEHOLDER);
    }
    Answer<Located> namespace = entry.excluded() ? declared() : namespace(entry, client);
    if (entry.excluded() || entry.host().equals("*") || !namespace.isFound()) {
      return namespace;
    }
    return entry.isWildcard() ? wildcard(entry) : single(entry, client);
  }

  private static Answer<Located> declared() {
    return new Unknown<>(Why.DECLARED_ELSEWHERE);
  }

  /** Whether the namespace exists: found, also where that is taken for granted. */
  private Answer<Located> namespace(EgressHost entry, NamespaceRef client) {
    NamespaceRef named = entry.namespace();
    if (named == null
        || named.same(client) != Same.NO
        || named.name().equals(mesh.configuration().rootNamespace())) {
      return Answer.found(entry.written());
    }
    Answer<Resource> answer = mesh.namespaces().find(named.name());
    if (answer instanceof Absent<Resource> absent) {
      String nearest = absent.nearest();
      return new Absent<>(
          absent.evidence(),
          absent.looked(),
          nearest == null ? null : nearest + "/" + entry.host());
    }
    return answer instanceof Unknown<Resource> unknown && unknown.why() == Why.NOT_IN_VIEW
        ? new Unknown<>(Why.NOT_IN_VIEW)
        : Answer.found(entry.written());
  }

  private Answer<Located> wildcard(EgressHost entry) {
    HostName.Wildcard wildcard = new HostName.Wildcard(entry.host().substring(1));
    NamespaceRef named = entry.namespace();
    for (NamespaceRef there :
        named == null ? List.of(ANY) : List.of(named, NamespaceRef.ASSUMED, NamespaceRef.OPEN)) {
      HostTree<Owned> hosts = trees.get(there);
      if (hosts != null && (hosts.within(wildcard) != null || hosts.isOpen())) {
        return Answer.found(entry.written());
      }
    }
    return mesh.namespaces().isComplete(named == null ? NamespaceRef.OPEN : named)
        ? new Absent<>(Evidence.CLOSED, List.of(), null)
        : new Unknown<>(Why.NOT_IN_VIEW);
  }

  private Answer<Located> single(EgressHost entry, NamespaceRef client) {
    HostName host = entry.name();
    List<Located> hidden = new ArrayList<>();
    for (Owned owned : candidates(host)) {
      if (entry.isFor(owned.namespace()) != Same.NO) {
        if (owned.visibility().from(client) != Same.NO) {
          return Answer.found(owned.at());
        }
        hidden.add(owned.at());
      }
    }
    if (!hidden.isEmpty()) {
      return new Absent<>(Evidence.SAME_OBJECT, hidden, null);
    }
    Absent<Located> elsewhere = elsewhere(entry, host);
    return elsewhere == null ? missing(entry, host, client) : elsewhere;
  }

  /** What has certainly or, for want of a namespace, perhaps this host. */
  private List<Owned> candidates(HostName host) {
    List<Owned> all = new ArrayList<>(byHost.getOrDefault(host, List.of()));
    if (host instanceof HostName.ServiceName service) {
      for (NamespaceRef unknown : List.of(NamespaceRef.ASSUMED, NamespaceRef.OPEN)) {
        all.addAll(
            byHost.getOrDefault(new HostName.ServiceName(service.name(), unknown), List.of()));
      }
    }
    return all;
  }

  /** The same host in another namespace, or a service whose host is written in part only. */
  private @Nullable Absent<Located> elsewhere(EgressHost entry, HostName host) {
    List<Owned> same = byHost.getOrDefault(host, List.of());
    if (!same.isEmpty() && same.get(0).namespace().isNamed()) {
      return new Absent<>(
          Evidence.ELSEWHERE,
          List.of(same.get(0).at()),
          same.get(0).namespace() + "/" + entry.host());
    }
    String bare =
        entry.host().endsWith(".svc")
            ? entry.host().substring(0, entry.host().length() - 4)
            : entry.host();
    int dot = bare.indexOf('.');
    if (dot < 0) {
      return null;
    }
    NamespaceRef there = NamespaceRef.named(bare.substring(dot + 1));
    String name = bare.substring(0, dot);
    List<Owned> meant = byHost.getOrDefault(new HostName.ServiceName(name, there), List.of());
    String namespace = there.equals(entry.namespace()) ? prefix(entry) : there.name();
    return meant.isEmpty()
        ? null
        : new Absent<>(
            Evidence.ELSEWHERE,
            List.of(meant.get(0).at()),
            namespace + "/" + mesh.services().qualified(name, there));
  }

  private Answer<Located> missing(EgressHost entry, HostName host, NamespaceRef client) {
    Answer<MeshService> answer = mesh.services().resolve(host, entry.host(), client);
    if (answer instanceof Absent<MeshService> absent) {
      return new Absent<>(absent.evidence(), absent.looked(), nearest(entry, absent));
    }
    if (answer instanceof Unknown<MeshService> unknown) {
      return new Unknown<>(unknown.why());
    }
    // A wildcard of a ServiceEntry covers the host: Sidecars import the whole of it or nothing.
    MeshService wider = answer.values().get(0);
    return entry.isFor(wider.namespace()) == Same.NO || !wider.host().startsWith("*")
        ? new Unknown<>(Why.NOT_IN_VIEW)
        : new Absent<>(Evidence.SAME_OBJECT, List.of(wider), prefix(entry) + "/" + wider.host());
  }

  private static @Nullable String nearest(EgressHost entry, Absent<MeshService> absent) {
    return absent.nearest() == null ? null : prefix(entry) + "/" + absent.nearest();
  }

  private static String prefix(EgressHost entry) {
    String written = entry.written().value();
    return written.substring(0, written.indexOf('/'));
  }
}
