package dev.meshlint.core.mesh;

import dev.meshlint.core.manifest.Located;
import dev.meshlint.core.model.Metadata;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.kubernetes.Container;
import dev.meshlint.core.model.kubernetes.Namespace;
import dev.meshlint.core.model.kubernetes.PodTemplate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which proxy a workload gets. Source: Istio's documentation on sidecar injection and ambient mode (labels of namespace and
 * pod, revision), Linkerd's on automatic proxy injection. Immutable.
 */
public final class Injection {
  private final Namespaces namespaces;
  private final boolean byDefault;

  /**
   * Makes it.
   *
   * @param namespaces the namespaces in view
   * @param byDefault whether an injector in view may take namespaces that have no label of Istio's
   */
  Injection(Namespaces namespaces, boolean byDefault) {
    this.namespaces = namespaces;
    this.byDefault = byDefault;
  }

  /** What a workload's traffic passes through. */
  public enum Proxy {
    /** A sidecar of Istio. */
    SIDECAR,
    /** Istio's node proxy. */
    AMBIENT,
    /** Nothing of Istio. */
    NONE,
    /** The files do not say. */
    UNKNOWN
  }

  /**
   * A decision.
   *
   * @param proxy what the workload gets
   * @param by the label, annotation or object that decides; null where nothing is written
   */
  public record Decision(Proxy proxy, @Nullable Located by) {
    /** Whether something is written that decides it, rather than nothing being asked for. */
    public boolean isWritten() {
      return by != null && !(by instanceof Metadata);
    }

    /** Whether the workload is certainly part of Istio's mesh. */
    public boolean inMesh() {
      return proxy == Proxy.SIDECAR || proxy == Proxy.AMBIENT;
    }
  }

  private static final Decision UNKNOWN = new Decision(Proxy.UNKNOWN, null);

  /** The label, formerly annotation, by which a pod opts in or out. */
  public static final String INJECT = "sidecar.istio.io/inject";

  /** The label that names a revision of the control plane. */
  public static final String REVISION = "istio.io/rev";

  /** The label of a namespace that switches injection on or off. */
  public static final String NAMESPACE_INJECTION = "istio-injection";

  /** The label that enrols a namespace or pod in ambient mode. */
  public static final String DATAPLANE_MODE = "istio.io/dataplane-mode";

  /** The annotation by which Istio's CNI agent says that it redirects a pod to the node proxy. */
  private static final String REDIRECTION = "ambient.istio.io/redirection";

  /** What Istio does with a workload. Remembered: many rules ask, and only when the mesh is complete. */
  public Decision of(MeshWorkload workload) {
    Decision known = workload.injection;
    if (known == null) {
      known = decide(workload);
      workload.injection = known;
    }
    return known;
  }

  private Decision decide(MeshWorkload workload) {
    PodTemplate template = workload.template().orElse(null);
    if (template == null) {
      return UNKNOWN;
    }
    Located proxy = proxyContainer(template);
    return proxy == null ? byInjector(workload) : new Decision(Proxy.SIDECAR, proxy);
  }

  /** What Istio adds to a workload, whatever proxy its template holds already. */
  public Decision byInjector(MeshWorkload workload) {
    PodTemplate template = workload.template().orElse(null);
    if (template == null) {
      return UNKNOWN;
    }
    if (Boolean.TRUE.equals(template.spec().hostNetwork())) {
      return new Decision(Proxy.NONE, template.spec().key("hostNetwork"));
    }
    Metadata metadata = template.metadata();
    Decision namespace = ofNamespace(workload);
    Text label = metadata.label(INJECT);
    Text opt = label == null ? metadata.annotation(INJECT) : label;
    if (opt != null) {
      return optedIn(opt, namespace, label != null);
    }
    Text mode = metadata.label(DATAPLANE_MODE);
    if (mode != null) {
      Proxy asked =
          mode.is("ambient") ? Proxy.AMBIENT : mode.is("none") ? Proxy.NONE : Proxy.UNKNOWN;
      if (asked == Proxy.AMBIENT || namespace.proxy() == Proxy.AMBIENT) {
        return new Decision(asked, mode);
      }
    }
    Text redirection = metadata.annotation(REDIRECTION);
    if (redirection != null && redirection.is("enabled")) {
      return new Decision(Proxy.AMBIENT, redirection);
    }
    Text revision = metadata.label(REVISION);
    if (revision != null && namespace.proxy() != Proxy.SIDECAR && !isDisabled(namespace)) {
      return new Decision(Proxy.SIDECAR, revision);
    }
    return namespace;
  }

  private static Decision optedIn(Text opt, Decision namespace, boolean isLabel) {
    if (opt.open()) {
      return UNKNOWN;
    }
    boolean yes = opt.value().equals("true");
    if (!yes) {
      return namespace.proxy() == Proxy.AMBIENT ? namespace : new Decision(Proxy.NONE, opt);
    }
    if (isDisabled(namespace)) {
      return namespace;
    }
    if (isLabel || namespace.proxy() == Proxy.SIDECAR) {
      return new Decision(Proxy.SIDECAR, opt);
    }
    return namespace;
  }

  private static boolean isDisabled(Decision namespace) {
    return namespace.proxy() == Proxy.NONE
        && namespace.by() instanceof Text label
        && label.value().equals("disabled");
  }

  /** What the labels of a workload's namespace ask for. */
  public Decision ofNamespace(MeshWorkload workload) {
    return ofNamespace(namespaces.objects(workload.namespace()));
  }

  /** What the labels of these Namespace objects, alternatives of one another, ask for. */
  @SuppressWarnings("ReferenceEquality") // the one that nobody has decided
  public Decision ofNamespace(List<Namespace> objects) {
    Decision agreed = UNKNOWN;
    for (Namespace namespace : objects) {
      Decision decision = namespaces.hasOpenLabels(namespace) ? UNKNOWN : decide(namespace);
      boolean disagrees = agreed != UNKNOWN && agreed.proxy() != decision.proxy();
      if (decision.proxy() == Proxy.UNKNOWN || disagrees) {
        return UNKNOWN;
      }
      agreed = decision;
    }
    return agreed;
  }

  /** Whether the pods are a gateway: their only proxy is what they are for. */
  public static boolean isGateway(PodTemplate template) {
    if (hasGatewayTemplate(template)) {
      return true;
    }
    for (Container container : template.containers()) {
      Text image = container.image();
      if (image != null && (image.value().equals("auto") || image.value().contains("proxyv2"))) {
        return true;
      }
    }
    return false;
  }

  /** Whether the injector is asked to make the pods a gateway. */
  public static boolean hasGatewayTemplate(PodTemplate template) {
    Text templates = template.annotation("inject.istio.io/templates");
    return templates != null && templates.value().contains("gateway");
  }

  private Decision decide(Namespace namespace) {
    Metadata metadata = namespace.metadata();
    Text injection = metadata.label(NAMESPACE_INJECTION);
    if (injection != null) {
      Proxy proxy =
          switch (injection.value()) {
            case "enabled" -> Proxy.SIDECAR;
            case "disabled" -> Proxy.NONE;
            default -> injection.open() ? Proxy.UNKNOWN : Proxy.NONE;
          };
      return new Decision(proxy, injection);
    }
    Text revision = metadata.label(REVISION);
    Text mode = metadata.label(DATAPLANE_MODE);
    if (mode != null && (mode.open() || mode.is("ambient"))) {
      return new Decision(mode.open() ? Proxy.UNKNOWN : Proxy.AMBIENT, mode);
    }
    if (revision != null) {
      return new Decision(revision.open() ? Proxy.UNKNOWN : Proxy.SIDECAR, revision);
    }
    return byDefault ? UNKNOWN : new Decision(Proxy.NONE, metadata);
  }

  private static @Nullable Located proxyContainer(PodTemplate template) {
    for (List<Container> containers :
        List.of(template.spec().containers(), template.spec().initContainers())) {
      for (Container container : containers) {
        Text name = container.name();
        if (name != null && name.value().equals("istio-proxy")) {
          return container;
        }
      }
    }
    return null;
  }
}
