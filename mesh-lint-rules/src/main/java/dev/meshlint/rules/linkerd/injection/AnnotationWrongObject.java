package dev.meshlint.rules.linkerd.injection;

import dev.meshlint.core.mesh.CarriedKeys.Carried;
import dev.meshlint.core.mesh.Carrier;
import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View.Named;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.MeshRule;
import dev.meshlint.rules.linkerd.injection.LinkerdKeys.Key;
import java.util.Set;
import java.util.TreeSet;

/** An annotation that Linkerd knows, on an object where Linkerd never reads it. */
public final class AnnotationWrongObject extends MeshRule {
  /** Labels that people write as annotations. */
  private static final Set<String> LABELS =
      Set.of(
          "mirror.linkerd.io/exported",
          "mirror.linkerd.io/federated",
          "config.linkerd.io/admission-webhooks");

  public AnnotationWrongObject() {
    super("linkerd-annotation-wrong-object");
  }

  @Override
  public void check(Mesh mesh, Findings out) {
    for (Carried annotation :
        mesh.annotations().where(key -> LABELS.contains(key) || LinkerdKeys.isAnnotation(key))) {
      Named<Text> entry = annotation.entry();
      Carrier carrier = annotation.carrier();
      if (LABELS.contains(entry.name())) {
        checkLabel(carrier, entry, out);
      } else if (carrier.kind().equals("Namespace")) {
        checkNamespace(entry, out);
      } else {
        checkTraffic(carrier, entry, out);
      }
    }
  }

  private static void checkLabel(Carrier carrier, Named<Text> entry, Findings out) {
    if (carrier.metadata().label(entry.name()) == null) {
      out.report(
              entry.key(),
              "\"%s\" is read as a label, not as an annotation: it has no effect here"
                  .formatted(entry.name()))
          .as("label")
          .help("write it under labels");
    }
  }

  private static void checkNamespace(Named<Text> entry, Findings out) {
    String name = entry.name();
    Key key = LinkerdKeys.annotation(name);
    if (name.equals(LinkerdKeys.INJECT) && entry.value().is("ingress")) {
      out.report(
              entry.value(),
              "\"ingress\" on a Namespace puts all of its pods into ingress mode, where requests are routed by the header l5d-dst-override only")
          .as("ingress")
          .help("write it on the pod template of the ingress controller");
    } else if (key != null && key.isRead() && !key.isReadOn("Namespace")) {
      out.report(
              entry.key(),
              "annotation \"%s\" has no effect on a Namespace: Linkerd reads it on %s"
                  .formatted(name, kinds(key)))
          .as(key.isReadOn("Pod") ? "namespace" : "traffic");
    }
  }

  private static void checkTraffic(Carrier carrier, Named<Text> entry, Findings out) {
    String name = entry.name();
    Key key = LinkerdKeys.annotation(name);
    if (key != null
        && key.isRead()
        && (name.startsWith("retry.")
            || name.startsWith("timeout.")
            || name.startsWith("balancer."))
        && !key.isReadOn(carrier.kind())) {
      out.report(
              entry.key(),
              "annotation \"%s\" has no effect on this %s: Linkerd reads it on %s"
                  .formatted(name, carrier.kind(), kinds(key)))
          .as("traffic");
    }
  }

  private static String kinds(Key key) {
    return String.join(", ", new TreeSet<>(key.kinds()));
  }
}
