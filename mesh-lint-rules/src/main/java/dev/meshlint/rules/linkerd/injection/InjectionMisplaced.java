package dev.meshlint.rules.linkerd.injection;

import dev.meshlint.core.mesh.CarriedKeys.Carried;
import dev.meshlint.core.mesh.Carrier;
import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.model.Metadata;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View.Named;
import dev.meshlint.core.model.kubernetes.Workload;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.MeshRule;
import java.util.Set;

/** A setting of the proxy where the injector does not look: beside the pod template, as a label, on a Service. */
public final class InjectionMisplaced extends MeshRule {
  private static final String INJECT = "linkerd.io/inject";

  /** The one key of the injector's domains that is a label. */
  private static final String WEBHOOKS = "config.linkerd.io/admission-webhooks";

  /** The one that Services have too. */
  private static final String OPAQUE_PORTS = "config.linkerd.io/opaque-ports";

  /** The workloads whose controllers copy nothing from their own metadata to the pods. */
  private static final Set<String> GROUPS = Set.of("", "apps", "batch", "extensions");

  public InjectionMisplaced() {
    super("linkerd-injection-misplaced");
  }

  @Override
  public void check(Mesh mesh, Findings out) {
    for (Carried annotation : mesh.annotations().where(InjectionMisplaced::isInjectors)) {
      checkAnnotation(annotation.carrier(), annotation.entry(), out);
    }
    for (Carried label : mesh.labels().where(InjectionMisplaced::isInjectors)) {
      checkLabel(label.carrier(), label.entry(), out);
    }
  }

  private static void checkAnnotation(Carrier carrier, Named<Text> entry, Findings out) {
    String key = entry.name();
    Metadata pods = carrier.pods();
    if (pods != null) {
      if (GROUPS.contains(carrier.owner().resource().group())
          && !isOn(pods, key)
          && carrier.owner() instanceof Workload workload
          && workload.template().present()) {
        out.report(
                entry.key(),
                "\"%s\" has no effect on the %s: the injector reads the annotations of the pod template"
                    .formatted(key, carrier.kind()))
            .as("owner")
            .help("move it to the annotations of the pod template");
      }
    } else if (carrier.kind().equals("Service") && !key.equals(OPAQUE_PORTS)) {
      out.report(
              entry.key(),
              "\"%s\" has no effect on a Service: the injector reads pods and namespaces"
                  .formatted(key))
          .as("service")
          .help("move it to the annotations of the pod template");
    }
  }

  private static void checkLabel(Carrier carrier, Named<Text> entry, Findings out) {
    String key = entry.name();
    Metadata pods = carrier.pods();
    if (!isOn(carrier.metadata(), key) && (pods == null || !isOn(pods, key))) {
      out.report(
              entry.key(),
              "\"%s\" is read as an annotation, not as a label: it has no effect here"
                  .formatted(key))
          .as("label")
          .help("write it under annotations");
    }
  }

  private static boolean isInjectors(String key) {
    return key.equals(INJECT)
        || (!key.equals(WEBHOOKS)
            && (key.startsWith("config.linkerd.io/")
                || key.startsWith("config.alpha.linkerd.io/")
                || key.startsWith("config.beta.linkerd.io/")));
  }

  private static boolean isOn(Metadata metadata, String key) {
    return metadata.annotation(key) != null || metadata.isOpen("annotations");
  }
}
