package dev.meshlint.rules.istio.injection;

import dev.meshlint.core.mesh.Ambient;
import dev.meshlint.core.mesh.Ambient.WaypointUse;
import dev.meshlint.core.mesh.CarriedKeys.Carried;
import dev.meshlint.core.mesh.Carrier;
import dev.meshlint.core.mesh.Injection;
import dev.meshlint.core.mesh.Injection.Proxy;
import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.mesh.MeshWorkload;
import dev.meshlint.core.model.Metadata;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View.Named;
import dev.meshlint.core.model.kubernetes.PodTemplate;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.MeshRule;
import dev.meshlint.rules.istio.injection.IstioKeys.Key;
import java.util.Set;

/** A label or annotation of Istio where Istio does not read it. */
public final class MisplacedAnnotation extends MeshRule {
  /** Read by others too, or on objects of any kind. */
  private static final Set<String> ANYWHERE =
      Set.of("kubernetes.io/ingress.class", "istio.io/rev", "istio.io/tag");

  public MisplacedAnnotation() {
    super("istio-misplaced-annotation");
  }

  @Override
  public void check(Mesh mesh, Findings out) {
    for (Carried annotation : mesh.annotations().where(MisplacedAnnotation::isKnown)) {
      checkAnnotation(annotation.carrier(), annotation.entry(), out);
    }
    for (Carried label : mesh.labels().where(MisplacedAnnotation::isKnown)) {
      checkLabel(label.carrier(), label.entry(), out);
    }
    for (MeshWorkload workload : mesh.workloads().all()) {
      checkWaypoint(workload, mesh, out);
    }
  }

  /** A waypoint takes the traffic of services; for the pods themselves it does so in ambient mode only. */
  private static void checkWaypoint(MeshWorkload workload, Mesh mesh, Findings out) {
    WaypointUse use = Ambient.use(workload.view());
    PodTemplate template = workload.template().orElse(null);
    if (use == null
        || template == null
        || template.metadata().label(Injection.DATAPLANE_MODE) != null) {
      return;
    }
    Proxy proxy = mesh.injection().of(workload).proxy();
    if (proxy == Proxy.NONE || proxy == Proxy.SIDECAR) {
      out.report(
              use.name(),
              "these pods are not in ambient mode: no node proxy sends their traffic to waypoint \"%s\""
                  .formatted(use.name()))
          .as("waypoint");
    }
  }

  private static boolean isKnown(String key) {
    return IstioKeys.annotation(key) != null || IstioKeys.label(key) != null;
  }

  private static void checkAnnotation(Carrier carrier, Named<Text> entry, Findings out) {
    String key = entry.name();
    Key annotation = IstioKeys.annotation(key);
    Key label = IstioKeys.label(key);
    boolean refused =
        InvalidAnnotationValue.DRY_RUN.equals(key)
            && carrier.owner().resource().group().endsWith("istio.io");
    if (refused || ANYWHERE.contains(key)) {
      return;
    }
    if (annotation == null) {
      if (label != null && carrier.metadata().label(key) == null) {
        out.report(
                entry.key(),
                "\"%s\" is read as a label, not as an annotation: it has no effect here"
                    .formatted(key))
            .help("write it under labels");
      }
    } else if (!annotation.isReadOn(carrier.kind())) {
      report(carrier, entry, annotation, "annotation", out);
    }
  }

  private static void checkLabel(Carrier carrier, Named<Text> entry, Findings out) {
    String key = entry.name();
    Key annotation = IstioKeys.annotation(key);
    Key label = IstioKeys.label(key);
    if (ANYWHERE.contains(key) || key.startsWith("gateway.networking.k8s.io/")) {
      return;
    }
    if (label == null) {
      if (annotation != null && carrier.metadata().annotation(key) == null) {
        out.report(
                entry.key(),
                "\"%s\" is read as an annotation, not as a label: it has no effect here"
                    .formatted(key))
            .help("write it under annotations");
      }
    } else if (!label.isReadOn(carrier.kind()) && isSetting(key)) {
      report(carrier, entry, label, "label", out);
    }
  }

  /** Other labels describe what carries them and are copied around. */
  private static boolean isSetting(String key) {
    return key.equals("istio-injection")
        || key.equals("sidecar.istio.io/inject")
        || key.equals("istio.io/dataplane-mode")
        || key.startsWith("istio.io/use-waypoint")
        || key.equals("istio.io/waypoint-for");
  }

  private static void report(
      Carrier carrier, Named<Text> entry, Key known, String what, Findings out) {
    String key = entry.name();
    Metadata pods = carrier.pods();
    if (pods != null
        && known.isReadOn("Pod")
        && (pods.label(key) != null || pods.annotation(key) != null)) {
      return;
    }
    String where =
        pods != null && known.isReadOn("Pod")
            ? "the pod template"
            : String.join(", ", known.kinds());
    out.report(
            entry.key(),
            "%s \"%s\" has no effect on %s: Istio reads it on %s"
                .formatted(what, key, a(carrier.kind()), where))
        .help("move it to " + where);
  }

  private static String a(String kind) {
    return ("AEIOU".indexOf(kind.charAt(0)) >= 0 ? "an " : "a ") + kind;
  }
}
