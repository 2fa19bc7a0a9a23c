package dev.meshlint.core.mesh;

import dev.meshlint.core.finding.Evidence;
import dev.meshlint.core.manifest.GeneratedResource;
import dev.meshlint.core.manifest.Kustomizations;
import dev.meshlint.core.manifest.Located;
import dev.meshlint.core.manifest.NamespaceRef;
import dev.meshlint.core.manifest.Resource;
import dev.meshlint.core.mesh.Answer.Absent;
import dev.meshlint.core.mesh.Answer.Found;
import dev.meshlint.core.mesh.Answer.Unknown;
import dev.meshlint.core.mesh.Answer.Why;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View;
import dev.meshlint.core.model.kubernetes.Canary;
import dev.meshlint.core.model.kubernetes.SecretMaking;
import dev.meshlint.core.yaml.YamlNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Objects of every kind by group, kind, namespace and name, as references of the Gateway API name them. What other tools
 * make counts as there: Secrets of certificates and external secrets, and what kustomizations generate.
 *
 * <p>Filled while the mesh is built, then only read.
 */
public final class Objects {
  /** The place of objects that have no namespace. */
  public static final NamespaceRef CLUSTER = NamespaceRef.named("");

  /** How many others of its kind are shown beside a name that is missing. */
  private static final int MOST_OTHERS = 3;

  private final Map<String, Names<Located>> kinds = new HashMap<>();
  private final ObjectMakers makers = new ObjectMakers();
  private final MeshSettings settings;
  private final Kustomizations kustomizations;
  private final Nearness nearness;

  Objects(MeshSettings settings, Kustomizations kustomizations, Nearness nearness) {
    this.settings = settings;
    this.nearness = nearness;
    this.kustomizations = kustomizations;
    for (GeneratedResource made : kustomizations.generated()) {
      names("", made.kind()).add(made.name(), made.namespace(), new Generated(made));
    }
  }

  private record Generated(GeneratedResource made) implements Located {
    @Override
    public @Nullable Resource resource() {
      return null;
    }

    @Override
    public YamlNode node() {
      return made.node();
    }
  }

  void add(Resource resource, @Nullable View view) {
    if (view == null) {
      makers.add(resource);
    }
    if (resource.name().isEmpty()) {
      return;
    }
    Located object = view == null ? resource : view;
    names(resource.group(), resource.kind()).add(resource.name(), namespace(resource), object);
    if (view instanceof SecretMaking making && making.secretName() != null) {
      names("", "Secret").add(making.secretName(), namespace(resource), object);
    }
    if (view instanceof Canary canary) {
      addMadeFor(canary, namespace(resource));
    }
  }

  private void addMadeFor(Canary canary, NamespaceRef namespace) {
    Text name = canary.serviceName() == null ? canary.targetRef().name() : canary.serviceName();
    if (name != null) {
      for (String suffix : List.of("", "-primary", "-canary")) {
        names("", "Service").add(name.value() + suffix, namespace, canary);
      }
    }
  }

  private NamespaceRef namespace(Resource resource) {
    if (resource.scope() == Resource.Scope.CLUSTER) {
      return CLUSTER;
    }
    return kustomizations.isRenamed(resource) ? NamespaceRef.OPEN : resource.namespace();
  }

  /** Notes who names an object: a missing name that two resources refer to is no typing mistake. */
  void refer(ObjectName name, Resource from) {
    names(name.group(), name.kind()).refer(name.name(), from);
  }

  /**
   * The object that a reference names.
   *
   * @param name what it names
   * @param from the resource that holds the reference
   * @return views where the kind has one, else resources
   */
  public Answer<Located> find(ObjectName name, Resource from) {
    Names<Located> names = kinds.get(key(name.group(), name.kind()));
    if (names == null) {
      names = new Names<>(settings, known(name.group(), name.kind()));
    }
    Answer<Located> answer =
        name.qualified()
            ? names.find(name.name(), name.namespace())
            : names.findUnqualified(name.name(), name.namespace());
    if (answer instanceof Found<Located> found && isFar(found, name, from)) {
      return new Unknown<>(Why.NAMESPACE_OPEN);
    }
    if (answer instanceof Absent<Located> absent && absent.evidence() != Evidence.CLOSED) {
      return kustomizations.refersElsewhere(from) ? new Unknown<>(Why.NOT_IN_VIEW) : answer;
    }
    boolean unseen = answer instanceof Unknown<Located> unknown && unknown.why() == Why.NOT_IN_VIEW;
    return unseen && !kustomizations.refersElsewhere(from) ? othersInView(names, name) : answer;
  }

  /** Where no namespace is written, things in different folders are hardly applied to the same one. */
  private boolean isFar(Found<Located> found, ObjectName name, Resource from) {
    if (name.namespace().kind() != NamespaceRef.Kind.ASSUMED) {
      return false;
    }
    for (Located object : found.values()) {
      Resource resource = object.resource();
      if (resource == null || nearness.isNear(resource, from)) {
        return false;
      }
    }
    return true;
  }

  /** Others of its kind in a namespace where nothing makes more of them are no proof, but a sign. */
  private Answer<Located> othersInView(Names<Located> names, ObjectName name) {
    List<Located> others = new ArrayList<>();
    if (name.namespace().isNamed() && !makers.mayFill(name.namespace())) {
      for (String other : names.index().namesIn(name.namespace())) {
        others.addAll(names.index().at(other, name.namespace()).certain());
        if (others.size() > MOST_OTHERS) {
          break;
        }
      }
    }
    return others.isEmpty()
        ? new Unknown<>(Why.NOT_IN_VIEW)
        : new Absent<>(Evidence.IN_VIEW, others, null);
  }

  /** Whether a chart or an operator may make objects that are in no file, wherever. */
  boolean mayBeMade() {
    return makers.mayFillAny();
  }

  /** The objects of one kind that bear this name, in whatever namespace. */
  public List<Located> anywhere(String group, String kind, String name) {
    Names<Located> names = kinds.get(key(group, kind));
    return names == null ? List.of() : names.index().anywhere(name);
  }

  /** All objects of one kind. */
  List<Located> ofKind(String group, String kind) {
    Names<Located> names = kinds.get(key(group, kind));
    return names == null ? List.of() : names.index().all();
  }

  /** The names of the objects of one kind that are certainly in a namespace. */
  public List<String> namesIn(String group, String kind, NamespaceRef namespace) {
    List<String> all = new ArrayList<>();
    Names<Located> names = kinds.get(key(group, kind));
    if (names != null) {
      names.index().namesIn(namespace).forEach(all::add);
    }
    return all;
  }

  private Names<Located> names(String group, String kind) {
    return kinds.computeIfAbsent(
        key(group, kind), unused -> new Names<>(settings, known(group, kind)));
  }

  private List<String> known(String group, String kind) {
    return switch (kind) {
      case "Secret" -> settings.known().secrets();
      case "ServiceAccount" -> settings.known().serviceAccounts();
      case "Gateway" -> settings.known().gateways();
      case "Service" -> group.isEmpty() ? settings.known().hosts() : List.of();
      default -> List.of();
    };
  }

  private static String key(String group, String kind) {
    return group + '/' + kind;
  }
}
