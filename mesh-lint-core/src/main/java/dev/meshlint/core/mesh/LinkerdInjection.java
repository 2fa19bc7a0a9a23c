package dev.meshlint.core.mesh;

import dev.meshlint.core.manifest.Kustomizations;
import dev.meshlint.core.manifest.Located;
import dev.meshlint.core.manifest.NamespaceRef;
import dev.meshlint.core.model.Metadata;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.kubernetes.Container;
import dev.meshlint.core.model.kubernetes.Namespace;
import dev.meshlint.core.model.kubernetes.PodTemplate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who gets Linkerd's proxy, and with which settings. Source: Linkerd's documentation on automatic proxy injection and its
 * reference of proxy configuration: annotations of the pod, else of its namespace.
 *
 * <p>Filled while the mesh is built, then only read.
 */
public final class LinkerdInjection {
  /** The annotation that switches injection. */
  public static final String INJECT = "linkerd.io/inject";

  /** The label by which a namespace keeps the injector away. */
  private static final String WEBHOOKS = "config.linkerd.io/admission-webhooks";

  /** Namespaces that the injector leaves alone as it is shipped. */
  private static final Set<String> EXCLUDED = Set.of("kube-system", "cert-manager");

  private final Namespaces namespaces;
  private final Kustomizations kustomizations;
  private final Set<NamespaceRef> declared = new HashSet<>();

  LinkerdInjection(Namespaces namespaces, Kustomizations kustomizations) {
    this.namespaces = namespaces;
    this.kustomizations = kustomizations;
  }

  /** Whether a workload is part of the mesh. */
  public enum State {
    /** Its pods have the proxy. */
    MESHED,
    /** Its pods have no proxy. */
    OUTSIDE,
    /** The files do not say. */
    UNKNOWN
  }

  /**
   * A decision.
   *
   * @param state what it is
   * @param by the annotation, label or object that decides; null where nothing is written
   */
  public record Decision(State state, @Nullable Located by) {
    /** Whether the proxy is certainly there, or certainly asked for. */
    public boolean isMeshed() {
      return state == State.MESHED;
    }
  }

  /**
   * A setting of a workload's proxy.
   *
   * @param value the annotation that sets it; null where none is written
   * @param known whether nothing is open or patched, and alternatives agree
   * @param complete whether it is also certain that no Namespace out of view sets it
   */
  public record Setting(@Nullable Text value, boolean known, boolean complete) {
    /** The text that is certainly in force, or null. */
    public @Nullable String text() {
      return value == null || !known ? null : value.value();
    }
  }

  private static final Decision UNKNOWN = new Decision(State.UNKNOWN, null);

  /** What becomes of a workload. Remembered: many rules ask, and only when the mesh is complete. */
  public Decision of(MeshWorkload workload) {
    Decision known = workload.linkerdInjection;
    if (known == null) {
      known = decide(workload);
      workload.linkerdInjection = known;
    }
    return known;
  }

  private Decision decide(MeshWorkload workload) {
    PodTemplate template = workload.template().orElse(null);
    if (template == null) {
      return UNKNOWN;
    }
    Located proxy = proxy(template);
    if (proxy != null) {
      return new Decision(State.MESHED, proxy);
    }
    if (Boolean.TRUE.equals(template.spec().hostNetwork())) {
      return new Decision(State.OUTSIDE, template.spec().key("hostNetwork"));
    }
    Located exclusion = exclusion(workload);
    return exclusion == null ? asked(workload) : new Decision(State.OUTSIDE, exclusion);
  }

  /** Notes the namespaces in which annotations ask for the proxy. */
  void note(Workloads workloads) {
    for (MeshWorkload workload : workloads.all()) {
      if (asked(workload).isMeshed()) {
        declared.add(workload.namespace());
      }
    }
  }

  /**
   * Whether a workload is kept out of the mesh, as far as anybody can tell from manifests: an annotation says so, or none
   * asks for the proxy although others do in the namespace of who relies on it. Where no manifest there has the annotation,
   * the command line may put the proxy in.
   *
   * @param workload the workload
   * @param reader the namespace of who relies on its proxy
   */
  public boolean isOutside(MeshWorkload workload, NamespaceRef reader) {
    Decision decision = of(workload);
    return decision.state() == State.OUTSIDE
        && (decision.by() instanceof Text || declared.contains(reader));
  }

  /** What the annotations of a workload's pods and of its namespace ask for, whether it can be done or not. */
  public Decision asked(MeshWorkload workload) {
    PodTemplate template = workload.template().orElse(null);
    if (template == null || kustomizations.isPatched(workload.resource())) {
      return UNKNOWN;
    }
    Decision namespace = ofNamespace(workload.namespace());
    Text own = template.annotation(INJECT);
    if (own != null && !own.value().isEmpty()) {
      if (own.open()) {
        return UNKNOWN;
      }
      boolean refused = namespace.by() instanceof Text by && !isKnown(by) && !by.open();
      return !isYes(own)
          ? new Decision(State.OUTSIDE, own)
          : refused ? namespace : new Decision(State.MESHED, own);
    }
    return template.metadata().isOpen("annotations") ? UNKNOWN : namespace;
  }

  /** What the annotation of a namespace asks for; unknown where no Namespace is in view or alternatives disagree. */
  public Decision ofNamespace(NamespaceRef namespace) {
    Decision agreed = null;
    for (Namespace object : namespaces.objects(namespace)) {
      Decision decision = decide(object);
      if (agreed != null && agreed.state() != decision.state()) {
        return UNKNOWN;
      }
      agreed = decision;
    }
    return agreed == null ? UNKNOWN : agreed;
  }

  private Decision decide(Namespace namespace) {
    Metadata metadata = namespace.metadata();
    Text inject = metadata.annotation(INJECT);
    if (kustomizations.isPatched(namespace.resource())
        || metadata.isOpen("annotations")
        || (inject != null && inject.open())) {
      return UNKNOWN;
    }
    return inject == null || inject.value().isEmpty()
        ? new Decision(State.OUTSIDE, metadata)
        : new Decision(isYes(inject) ? State.MESHED : State.OUTSIDE, inject);
  }

  /**
   * What takes a workload out of the injector's reach whatever annotations say: its namespace, a label of that, or a label
   * of its own; null if nothing does.
   */
  public @Nullable Located exclusion(MeshWorkload workload) {
    NamespaceRef namespace = workload.namespace();
    if (namespace.isNamed() && EXCLUDED.contains(namespace.name())) {
      return workload;
    }
    for (Namespace object : namespaces.objects(namespace)) {
      if (exclusion(object) instanceof Text label) {
        return label;
      }
    }
    return null;
  }

  /** What takes a namespace out of the injector's reach: its name or a label; null if nothing does. */
  public static @Nullable Located exclusion(Namespace namespace) {
    if (EXCLUDED.contains(namespace.resource().name())) {
      return namespace;
    }
    Text label = namespace.metadata().label(WEBHOOKS);
    return label != null && label.is("disabled") ? label : null;
  }

  /** The setting that a workload's pods have from their own annotation or from their namespace's. */
  public Setting setting(MeshWorkload workload, String key) {
    PodTemplate template = workload.template().orElse(null);
    if (template == null) {
      return new Setting(null, false, false);
    }
    boolean known = !kustomizations.isPatched(workload.resource());
    Text own = template.annotation(key);
    if (own != null) {
      return new Setting(own, known && !own.open(), true);
    }
    known &= !template.metadata().isOpen("annotations");
    List<Namespace> objects = namespaces.objects(workload.namespace());
    Text agreed = null;
    for (int i = 0; i < objects.size(); i++) {
      Text here = objects.get(i).metadata().annotation(key);
      known &= !kustomizations.isPatched(objects.get(i).resource());
      known &= here == null || !here.open();
      known &= i == 0 || (here == null ? agreed == null : agreed != null && same(here, agreed));
      agreed = here;
    }
    return new Setting(agreed, known, !objects.isEmpty());
  }

  private static boolean same(Text one, Text other) {
    return one.value().equals(other.value());
  }

  private static boolean isYes(Text inject) {
    return inject.value().equals("enabled") || inject.value().equals("ingress");
  }

  private static boolean isKnown(Text inject) {
    return isYes(inject) || inject.value().equals("disabled");
  }

  /** The proxy that is there already, put in by hand or by the command line. */
  private static @Nullable Located proxy(PodTemplate template) {
    for (Container container : template.containers()) {
      Text name = container.name();
      if (name != null && name.value().equals("linkerd-proxy")) {
        return container;
      }
    }
    return null;
  }
}
