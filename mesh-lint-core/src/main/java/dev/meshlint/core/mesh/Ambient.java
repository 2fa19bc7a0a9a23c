package dev.meshlint.core.mesh;

import dev.meshlint.core.finding.Evidence;
import dev.meshlint.core.manifest.Kustomizations;
import dev.meshlint.core.manifest.NamespaceRef;
import dev.meshlint.core.mesh.Answer.Absent;
import dev.meshlint.core.mesh.Answer.Unknown;
import dev.meshlint.core.mesh.Answer.Why;
import dev.meshlint.core.mesh.Injection.Proxy;
import dev.meshlint.core.mesh.WaypointAdmission.Refusal;
import dev.meshlint.core.model.Metadata;
import dev.meshlint.core.model.ResourceView;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View;
import dev.meshlint.core.model.WorkloadSelecting;
import dev.meshlint.core.model.gatewayapi.Gateway;
import dev.meshlint.core.model.istio.ServiceEntry;
import dev.meshlint.core.model.istio.WorkloadEntry;
import dev.meshlint.core.model.kubernetes.Namespace;
import dev.meshlint.core.model.kubernetes.Service;
import dev.meshlint.core.model.kubernetes.Workload;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Ambient mode: which namespaces are in it, and whose traffic passes a waypoint, the only proxy there that looks at HTTP.
 * Source: Istio's documentation on waypoints and the labels {@code istio.io/dataplane-mode}, {@code istio.io/use-waypoint}.
 * Immutable.
 */
public final class Ambient {
  /** The label that names a waypoint; {@code none} for no waypoint. */
  public static final String USE_WAYPOINT = "istio.io/use-waypoint";

  /** The label that names the waypoint's namespace where it is another one. */
  public static final String WAYPOINT_NAMESPACE = "istio.io/use-waypoint-namespace";

  /** The label of the pods of a Gateway of the Gateway API. */
  static final String GATEWAY_NAME = "gateway.networking.k8s.io/gateway-name";

  private final Kustomizations kustomizations;
  private final Namespaces namespaces;
  private final Injection injection;
  private final Workloads workloads;
  private final WorkloadPolicies policies;
  private final PolicyTargets targets;
  private final Gateways gateways;
  private final WaypointAdmission admission;
  private final Map<List<String>, View> users = new HashMap<>();
  private boolean openUse;

  Ambient(Mesh mesh, Kustomizations kustomizations) {
    this.kustomizations = kustomizations;
    namespaces = mesh.namespaces();
    injection = mesh.injection();
    workloads = mesh.workloads();
    policies = mesh.policies();
    targets = mesh.policyTargets();
    gateways = mesh.gateways();
    admission = new WaypointAdmission(namespaces, kustomizations);
    if (!mesh.all(Gateway.class).isEmpty()) {
      mesh.views().values().forEach(ofType -> ofType.forEach(this::addUser));
    }
  }

  /** Whether traffic passes a waypoint. */
  public enum Enrolment {
    /** A label names one. */
    ENROLLED,
    /** No label does, or one says {@code none}. */
    NOT_ENROLLED,
    /** The Namespace object that may say so is not in view. */
    UNKNOWN
  }

  /** Whether a namespace is certainly in ambient mode: its Namespace object is in view and says so. */
  public boolean isAmbient(NamespaceRef namespace) {
    return injection.ofNamespace(namespaces.objects(namespace)).proxy() == Proxy.AMBIENT;
  }

  /** Whether traffic to a namespace passes a waypoint, unless its services say otherwise. */
  public Enrolment ofNamespace(NamespaceRef namespace) {
    Enrolment agreed = null;
    for (Namespace object : namespaces.objects(namespace)) {
      Text label = object.metadata().label(USE_WAYPOINT);
      boolean open = label == null && namespaces.hasOpenLabels(object);
      Enrolment here =
          open ? Enrolment.UNKNOWN : label == null ? Enrolment.NOT_ENROLLED : of(label);
      if (agreed != null && agreed != here) {
        return Enrolment.UNKNOWN;
      }
      agreed = here;
    }
    return agreed == null ? Enrolment.UNKNOWN : agreed;
  }

  private static Enrolment of(Text label) {
    if (label.open()) {
      return Enrolment.UNKNOWN;
    }
    boolean none = label.value().isEmpty() || label.value().equals("none");
    return none ? Enrolment.NOT_ENROLLED : Enrolment.ENROLLED;
  }

  /** Whether traffic to a Service or ServiceEntry passes a waypoint. */
  public Enrolment of(ResourceView service) {
    Text label = service.metadata().label(USE_WAYPOINT);
    if (label != null) {
      return of(label);
    }
    boolean open =
        service.metadata().isOpen("labels")
            || kustomizations.isPatched(service.resource())
            || kustomizations.addedLabels(service.resource()).containsKey(USE_WAYPOINT);
    return open ? Enrolment.UNKNOWN : ofNamespace(service.resource().namespace());
  }

  /**
   * Whether a Service or ServiceEntry that is not enrolled certainly is not: labels are often set by command, unless it says
   * {@code none} itself or everything is in view.
   */
  public boolean isCertain(ResourceView service) {
    return service.metadata().label(USE_WAYPOINT) != null
        || namespaces.isComplete(service.resource().namespace());
  }

  /** Whether traffic to a service passes a waypoint. */
  public Enrolment of(MeshService service) {
    Service kubernetes = service.kubernetes();
    ServiceEntry entry = service.entry();
    return kubernetes != null ? of(kubernetes) : entry == null ? Enrolment.UNKNOWN : of(entry);
  }

  /** What a policy without {@code targetRefs} is for, as far as ambient mode is concerned. */
  public enum Reach {
    /** Workloads in view that are in ambient mode, and none with a sidecar. */
    AMBIENT,
    /** Nothing in view, in a namespace in ambient mode. */
    LIKELY,
    /** Something else, or the files do not say. */
    OTHER
  }

  /** Which workloads a policy without {@code targetRefs} is for. */
  public Reach reach(WorkloadSelecting policy) {
    NamespaceRef namespace = policy.resource().namespace();
    Selector selector = Selector.of(policy.selector().labels());
    boolean inAmbient = isAmbient(namespace);
    boolean other =
        policies.isRoot(policy)
            || !policy.targetRefs().isEmpty()
            || policy.selector().open()
            || selector.open()
            || selector.labels().containsKey(GATEWAY_NAME)
            || gateways.areGateways(selector);
    if (other) {
      return Reach.OTHER;
    }
    List<MeshWorkload> selected = workloads.certain(selector, namespace);
    boolean ambient = false;
    for (MeshWorkload workload : selected) {
      Proxy proxy = injection.of(workload).proxy();
      boolean enrolled = inAmbient || proxy == Proxy.AMBIENT;
      if (proxy == Proxy.SIDECAR || workload.hasOpenLabels() || !enrolled) {
        return Reach.OTHER;
      }
      ambient |= proxy == Proxy.AMBIENT && !workload.isProxyOnly();
    }
    return ambient ? Reach.AMBIENT : inAmbient && selected.isEmpty() ? Reach.LIKELY : Reach.OTHER;
  }

  /**
   * A label that names a waypoint.
   *
   * @param name the waypoint's name
   * @param namespace its namespace
   */
  public record WaypointUse(Text name, NamespaceRef namespace) {}

  /** The label of a resource, or of its pods, that names a waypoint; null where none does. */
  public static @Nullable WaypointUse use(View view) {
    Metadata metadata =
        view instanceof Workload workload
            ? workload.template().metadata()
            : view instanceof Namespace
                    || view instanceof Service
                    || view instanceof ServiceEntry
                    || view instanceof WorkloadEntry
                ? ((ResourceView) view).metadata()
                : null;
    Text name = metadata == null ? null : metadata.label(USE_WAYPOINT);
    if (metadata == null || name == null || of(name) != Enrolment.ENROLLED) {
      return null;
    }
    Text elsewhere = metadata.label(WAYPOINT_NAMESPACE);
    if (elsewhere != null) {
      return new WaypointUse(
          name,
          elsewhere.asName().open() ? NamespaceRef.OPEN : NamespaceRef.named(elsewhere.value()));
    }
    return new WaypointUse(
        name,
        view instanceof Namespace
            ? NamespaceRef.named(view.resource().name())
            : view.resource().namespace());
  }

  /** The Gateway that is a waypoint. */
  public Answer<View> waypoint(WaypointUse use) {
    return use.name().asName().open()
        ? new Unknown<>(Why.PLACEHOLDER)
        : targets.gateway(use.name().value(), use.namespace());
  }

  /**
   * What names a waypoint; found as well for any other Gateway, which needs none. Labels are often set by command, so that
   * only a complete view tells that there is none.
   */
  public Answer<View> users(Gateway gateway) {
    NamespaceRef own = gateway.resource().namespace();
    if (!WaypointAdmission.isWaypoint(gateway) || !own.isNamed()) {
      return Answer.found(gateway);
    }
    View user = users.get(List.of(gateway.resource().name(), own.name()));
    if (user != null || openUse) {
      return Answer.found(user == null ? gateway : user);
    }
    return namespaces.isComplete(own)
        ? new Absent<>(Evidence.CLOSED, List.of(), null)
        : new Unknown<>(isAmbient(own) ? Why.NOT_IN_VIEW : Why.DECLARED_ELSEWHERE);
  }

  private void addUser(View view) {
    WaypointUse use = use(view);
    if (use != null) {
      // A label that leads nowhere may be meant for any waypoint, and is a finding of its own.
      openUse |= !waypoint(use).isFound() || !use.namespace().isNamed();
      users.putIfAbsent(List.of(use.name().value(), use.namespace().name()), view);
    }
  }

  /** Why the waypoint that is named does not take the traffic of what names it; null where it does, or may do. */
  public @Nullable Refusal refusal(View user, WaypointUse use) {
    Refusal refusal = null;
    for (View view : waypoint(use).values()) {
      refusal = view instanceof Gateway gateway ? admission.refusal(user, gateway) : null;
      if (refusal == null) {
        return null;
      }
    }
    return refusal;
  }

  /** The Gateways of the Gateway API whose proxies a selector picks by the label that Istio gives them. */
  public List<Gateway> gatewaysOf(WorkloadSelecting policy) {
    List<Gateway> found = new ArrayList<>();
    String name = Selector.of(policy.selector().labels()).labels().get(GATEWAY_NAME);
    if (name != null) {
      for (View view : targets.gateway(name, policy.resource().namespace()).values()) {
        if (view instanceof Gateway gateway) {
          found.add(gateway);
        }
      }
    }
    return found;
  }

  /** Whether a policy selects the proxies of a Gateway of the Gateway API by the label that Istio gives them. */
  public static boolean selectsGateway(WorkloadSelecting policy) {
    Selector selector = Selector.of(policy.selector().labels());
    return !selector.open() && selector.labels().containsKey(GATEWAY_NAME);
  }
}
