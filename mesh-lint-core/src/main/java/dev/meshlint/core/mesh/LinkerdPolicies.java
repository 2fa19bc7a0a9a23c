package dev.meshlint.core.mesh;

import dev.meshlint.core.finding.Evidence;
import dev.meshlint.core.manifest.Located;
import dev.meshlint.core.manifest.NamespaceRef;
import dev.meshlint.core.manifest.Resource;
import dev.meshlint.core.mesh.Answer.Absent;
import dev.meshlint.core.mesh.Answer.Unknown;
import dev.meshlint.core.mesh.Answer.Why;
import dev.meshlint.core.model.Reference;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View;
import dev.meshlint.core.model.gatewayapi.Route;
import dev.meshlint.core.model.linkerd.AuthorizationPolicy;
import dev.meshlint.core.model.linkerd.HTTPLocalRateLimitPolicy;
import dev.meshlint.core.model.linkerd.Server;
import dev.meshlint.core.model.linkerd.ServerAuthorization;
import dev.meshlint.core.value.LabelSelector;
import dev.meshlint.core.value.NearMiss;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Linkerd's authorization: which routes a Server has, and which policies speak for it. Source: Linkerd's reference of
 * authorization policy; kinds and groups are compared without case there.
 *
 * <p>Filled while the mesh is built, then only read.
 */
public final class LinkerdPolicies {
  /** The group of Linkerd's policies. */
  public static final String GROUP = "policy.linkerd.io";

  /** The name of a target that is not known. */
  private static final String OPEN = "?";

  private final MeshSettings settings;
  private final Map<String, Names<Located>> objects = new HashMap<>();
  private final ByNamespace<AuthorizationPolicy> byTarget = new ByNamespace<>();
  private final ByNamespace<ServerAuthorization> byServer = new ByNamespace<>();
  private final ByNamespace<ServerAuthorization> bySelector = new ByNamespace<>();
  private final ByNamespace<Route> routes = new ByNamespace<>();
  private final Map<String, List<HTTPLocalRateLimitPolicy>> rateLimits = new LinkedHashMap<>();

  LinkerdPolicies(MeshSettings settings) {
    this.settings = settings;
  }

  /** Notes an object that policies may refer to by kind and name. */
  void addObject(View object, NamespaceRef namespace) {
    Resource resource = object.resource();
    names(resource.group(), resource.kind()).add(resource.name(), namespace, object);
  }

  private Names<Located> names(String group, String kind) {
    return objects.computeIfAbsent(key(group, kind), any -> new Names<>(settings, List.of()));
  }

  private static String key(String group, String kind) {
    return group.toLowerCase(Locale.ROOT) + "/" + kind.toLowerCase(Locale.ROOT);
  }

  void add(AuthorizationPolicy policy) {
    Reference target = policy.targetRef();
    NamespaceRef own = policy.resource().namespace();
    byTarget.add(targetKey(target), own, policy);
  }

  private static String targetKey(Reference target) {
    Text kind = target.kind();
    Text name = target.name();
    if (kind == null || name == null || kind.open() || name.open()) {
      return OPEN;
    }
    String lower = kind.value().toLowerCase(Locale.ROOT);
    return lower.equals("namespace") ? lower : lower + "/" + name.value();
  }

  void add(ServerAuthorization authorization) {
    NamespaceRef own = authorization.resource().namespace();
    Text server = authorization.serverName();
    if (server == null) {
      bySelector.add("", own, authorization);
    } else {
      byServer.add(server.open() ? OPEN : server.value(), own, authorization);
    }
  }

  void add(Route route) {
    for (Reference parent : route.parentRefs()) {
      Text name = parent.name();
      if (name != null && parent.isTo(GROUP, "Server", route.defaultParentGroup(), "Gateway")) {
        routes.add(name.open() ? OPEN : name.value(), route.resource().namespace(), route);
      }
    }
  }

  void add(HTTPLocalRateLimitPolicy policy) {
    Text name = policy.targetRef().name();
    NamespaceRef own = policy.resource().namespace();
    boolean toServer = policy.targetRef().isTo(GROUP, "Server", "", "");
    if (name != null && !name.open() && toServer && own.kind() != NamespaceRef.Kind.OPEN) {
      String key = own.kind() + "/" + own.name() + "/" + name.value();
      rateLimits.computeIfAbsent(key, any -> new ArrayList<>(1)).add(policy);
    }
  }

  /** The rate limits that have one and the same Server as target, in the order of the files. */
  public List<List<HTTPLocalRateLimitPolicy>> rateLimits() {
    return List.copyOf(rateLimits.values());
  }

  /**
   * The object that a reference of a policy means.
   *
   * @param group its group, the defaults filled in; empty for the core group
   * @param kind its kind
   * @param name its name
   * @param namespace the namespace in which it is looked up
   * @return absent with the evidence that others of its kind are in view there, where some are
   */
  public Answer<Located> find(String group, String kind, Text name, NamespaceRef namespace) {
    if (name.open()) {
      return new Unknown<>(Why.PLACEHOLDER);
    }
    Names<Located> names = objects.getOrDefault(key(group, kind), new Names<>(settings, List.of()));
    Answer<Located> found = names.findUnqualified(name.value(), namespace);
    List<String> others = new ArrayList<>();
    names.index().namesIn(namespace).forEach(others::add);
    return found instanceof Unknown<Located> unknown
            && unknown.why() == Why.NOT_IN_VIEW
            && !others.isEmpty()
        ? new Absent<>(Evidence.IN_VIEW, List.of(), NearMiss.suggestion(name.value(), others))
        : found;
  }

  /** The routes that are certainly or possibly attached to a Server. */
  public List<Route> routes(Server server) {
    NamespaceRef own = server.resource().namespace();
    List<Route> attached = new ArrayList<>(routes.maybe(server.resource().name(), own));
    attached.addAll(routes.maybe(OPEN, own));
    return attached;
  }

  /** The policies whose target is certainly or possibly this Server, its namespace or one of its routes. */
  public List<View> authorizing(Server server) {
    List<View> policies = new ArrayList<>(ofServer(server));
    for (Route route : routes(server)) {
      policies.addAll(authorizing(route));
    }
    return policies;
  }

  /** The policies whose target is certainly or possibly this Server itself or its namespace. */
  public List<View> ofServer(Server server) {
    NamespaceRef own = server.resource().namespace();
    String name = server.resource().name();
    List<View> policies = new ArrayList<>(byTarget.maybe("server/" + name, own));
    policies.addAll(byTarget.maybe("namespace", own));
    policies.addAll(byTarget.maybe(OPEN, own));
    policies.addAll(byServer.maybe(name, own));
    policies.addAll(byServer.maybe(OPEN, own));
    for (ServerAuthorization authorization : bySelector.maybe("", own)) {
      if (selects(authorization, server)) {
        policies.add(authorization);
      }
    }
    return policies;
  }

  /** The policies whose target is certainly or possibly this route. */
  public List<AuthorizationPolicy> authorizing(Route route) {
    Resource resource = route.resource();
    String key = resource.kind().toLowerCase(Locale.ROOT) + "/" + resource.name();
    return byTarget.maybe(key, resource.namespace());
  }

  /** Whether a ServerAuthorization speaks for a Server by the Server's labels; true where that is not known. */
  public static boolean selects(ServerAuthorization authorization, Server server) {
    LabelSelector selector = authorization.serverSelector().known();
    if (selector == null) {
      return authorization.serverSelector().present() || authorization.serverSelector().open();
    }
    return server.metadata().isOpen("labels")
        || selector.matches(Selector.of(server.metadata().labels()).labels());
  }
}
