package dev.meshlint.core.mesh;

import dev.meshlint.core.finding.Evidence;
import dev.meshlint.core.manifest.Located;
import dev.meshlint.core.manifest.NamespaceRef;
import dev.meshlint.core.manifest.Resource;
import dev.meshlint.core.mesh.Answer.Absent;
import dev.meshlint.core.mesh.Answer.Found;
import dev.meshlint.core.mesh.Answer.NotFound;
import dev.meshlint.core.mesh.Answer.Unknown;
import dev.meshlint.core.mesh.Answer.Why;
import dev.meshlint.core.mesh.CiliumReference.To;
import dev.meshlint.core.model.Reference;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View;
import dev.meshlint.core.model.cilium.CiliumEnvoyConfig;
import dev.meshlint.core.model.cilium.EnvoyListener;
import dev.meshlint.core.model.cilium.EnvoyService;
import dev.meshlint.core.model.cilium.HeaderMatch;
import dev.meshlint.core.model.cilium.HttpRule;
import dev.meshlint.core.model.cilium.PortRule;
import dev.meshlint.core.model.cilium.TrafficRule;
import dev.meshlint.core.value.NearMiss;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What Cilium's objects name of each other: Envoy configurations and their listeners, secrets, configurations of BGP peers.
 * Source: Cilium's API reference of the kinds. Filled while the mesh is built, then only read.
 */
public final class CiliumReferences {
  private static final String GROUP = "cilium.io";

  private final Mesh mesh;
  private final List<PortRule> ports = new ArrayList<>();

  CiliumReferences(Mesh mesh) {
    this.mesh = mesh;
    for (TrafficRule entry : mesh.ciliumPolicies().traffic()) {
      if (!entry.isDeny()) {
        ports.addAll(entry.toPorts());
      }
    }
    for (PortRule rule : ports) {
      ObjectName config = envoyConfig(rule.listener());
      if (config != null) {
        mesh.objects().refer(config, rule.resource());
      }
    }
  }

  /** Notes that an object without namespace is named: a missing name that two resources name is no typing mistake. */
  void refer(String kind, @Nullable Text name) {
    if (name != null && !name.open()) {
      mesh.objects().refer(inCluster(kind, name.value()), name.resource());
    }
  }

  private static ObjectName inCluster(String kind, String name) {
    return new ObjectName(GROUP, kind, Objects.CLUSTER, name, true);
  }

  /** The object of Cilium without namespace that has this name. */
  <V extends View> Answer<V> inCluster(String kind, Text name, Class<V> type) {
    return name.open()
        ? new Unknown<>(Why.PLACEHOLDER)
        : find(inCluster(kind, name.value()), name.resource(), type);
  }

  /** The answer where none of those in view is meant. */
  <T> NotFound<T> missing(List<? extends Located> others) {
    return mesh.settings().world() == World.CLOSED
        ? new Absent<>(Evidence.CLOSED, List.of(), null)
        : others.isEmpty()
            ? new Unknown<>(Why.NOT_IN_VIEW)
            : new Absent<>(Evidence.IN_VIEW, List.copyOf(others), null);
  }

  private <V extends View> Answer<V> find(ObjectName name, Resource from, Class<V> type) {
    return mesh.objects()
        .find(name, from)
        .then(
            found -> {
              List<V> views = new ArrayList<>();
              for (Located object : found) {
                if (type.isInstance(object)) {
                  views.add(type.cast(object));
                }
              }
              return views.isEmpty() ? new Unknown<>(Why.NOT_IN_VIEW) : new Found<>(views);
            });
  }

  /** The references that lead nowhere. */
  public List<CiliumReference> broken() {
    List<CiliumReference> broken = new ArrayList<>();
    for (PortRule rule : ports) {
      if (rule.listener().present()) {
        checkListener(rule.listener(), broken);
      }
      checkSecret(rule.terminatingTLS().secret(), broken);
      checkSecret(rule.originatingTLS().secret(), broken);
      for (HttpRule http : rule.rules().http()) {
        for (HeaderMatch match : http.headerMatches()) {
          checkSecret(match.secret(), broken);
        }
      }
    }
    for (CiliumEnvoyConfig config : mesh.all(CiliumEnvoyConfig.class)) {
      if (!config.spec().isOpen("resources")) {
        config.services().forEach(service -> checkListener(service, config, broken));
      }
    }
    CiliumBgp.addBroken(mesh, broken);
    return broken;
  }

  /** The Envoy configuration that a listener is taken from; null where it holds a placeholder or cannot be any. */
  private static @Nullable ObjectName envoyConfig(EnvoyListener listener) {
    Resource from = listener.resource();
    boolean namespaced = from.scope() == Resource.Scope.NAMESPACED;
    String usual = namespaced ? "CiliumEnvoyConfig" : "CiliumClusterwideEnvoyConfig";
    NamespaceRef own = namespaced ? from.namespace() : Objects.CLUSTER;
    ObjectName name = ObjectName.of(listener.envoyConfig(), GROUP, usual, own);
    if (name == null || name.qualified()) {
      return null;
    }
    return name.isA(GROUP, "CiliumClusterwideEnvoyConfig")
        ? inCluster(name.kind(), name.name())
        : namespaced ? name : null;
  }

  private void checkListener(EnvoyListener listener, List<CiliumReference> broken) {
    ObjectName wanted = envoyConfig(listener);
    Text name = listener.name();
    Text config = listener.envoyConfig().name();
    if (wanted == null || config == null) {
      return;
    }
    Answer<CiliumEnvoyConfig> answer = find(wanted, listener.resource(), CiliumEnvoyConfig.class);
    if (answer instanceof NotFound<CiliumEnvoyConfig> missing) {
      broken.add(
          new CiliumReference(To.ENVOY_CONFIG, config, config.value(), wanted.kind(), missing));
    } else if (name != null && !name.open()) {
      List<String> listeners = new ArrayList<>();
      for (CiliumEnvoyConfig one : answer.values()) {
        if (one.spec().isOpen("resources")) {
          return;
        }
        listeners.addAll(names(one.listeners()));
      }
      String holder = answer.values().get(0).resource().title();
      checkName(To.LISTENER, name, holder, listeners, answer.values(), broken);
    }
  }

  private static void checkListener(
      EnvoyService service, CiliumEnvoyConfig config, List<CiliumReference> broken) {
    Text name = service.listener();
    List<String> listeners = names(config.listeners());
    String holder = config.resource().title();
    if (name != null && !name.open()) {
      checkName(To.OWN_LISTENER, name, holder, listeners, List.of(config), broken);
    } else if (name == null && config.listeners().isEmpty()) {
      NotFound<?> none = new Absent<>(Evidence.SAME_OBJECT, List.of(), null);
      broken.add(new CiliumReference(To.OWN_LISTENER, service, "", holder, none));
    }
  }

  /** Notes a name that none of the holders has. */
  static void checkName(
      To to,
      Text name,
      String holder,
      List<String> names,
      List<? extends Located> holders,
      List<CiliumReference> broken) {
    if (!names.contains(name.value())) {
      String near = NearMiss.suggestion(name.value(), names);
      NotFound<?> none = new Absent<>(Evidence.SAME_OBJECT, List.copyOf(holders), near);
      broken.add(new CiliumReference(to, name, name.value(), holder, none));
    }
  }

  /** The names of the objects of a list. */
  static List<String> names(List<? extends View> views) {
    List<String> names = new ArrayList<>();
    for (View view : views) {
      Text name = view.name("name");
      if (name != null) {
        names.add(name.value());
      }
    }
    return names;
  }

  private void checkSecret(Reference secret, List<CiliumReference> broken) {
    Text namespace = secret.namespace();
    if (namespace == null || !namespace.open()) {
      NamespaceRef scope =
          namespace == null ? secret.resource().namespace() : NamespaceRef.named(namespace.value());
      checkSecret(mesh, secret.name(), scope, broken);
    }
  }

  /** Notes a Secret that is not in the namespace. */
  static void checkSecret(
      Mesh mesh, @Nullable Text name, NamespaceRef scope, List<CiliumReference> broken) {
    if (name != null
        && !name.open()
        && mesh.secrets().find(name.value(), scope) instanceof NotFound<?> missing) {
      broken.add(new CiliumReference(To.SECRET, name, name.value(), scope.name(), missing));
    }
  }
}
