package dev.meshlint.rules.istio.injection;

import dev.meshlint.core.mesh.Answer.Unknown;
import dev.meshlint.core.mesh.Answer.Why;
import dev.meshlint.core.mesh.Injection;
import dev.meshlint.core.mesh.Injection.Decision;
import dev.meshlint.core.mesh.Injection.Proxy;
import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.mesh.MeshWorkload;
import dev.meshlint.core.model.Metadata;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.kubernetes.Container;
import dev.meshlint.core.model.kubernetes.Namespace;
import dev.meshlint.core.model.kubernetes.PodTemplate;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.MeshRule;
import org.jspecify.annotations.Nullable;

/** Labels that contradict each other about the proxy that a workload gets. */
public final class InjectionConflict extends MeshRule {
  private static final String MODE = Injection.DATAPLANE_MODE;

  public InjectionConflict() {
    super("istio-injection-conflict");
  }

  @Override
  public void check(Mesh mesh, Findings out) {
    for (Namespace namespace : mesh.all(Namespace.class)) {
      if (!namespace.resource().name().equals(mesh.configuration().rootNamespace())) {
        checkNamespace(namespace.metadata(), out);
      }
    }
    for (MeshWorkload workload : mesh.workloads().all()) {
      checkWorkload(workload, mesh, out);
    }
  }

  private static void checkNamespace(Metadata labels, Findings out) {
    Text injection = labels.label(Injection.NAMESPACE_INJECTION);
    Text revision = labels.label(Injection.REVISION);
    Text mode = labels.label(MODE);
    if (injection == null && revision != null && mode != null && mode.is("ambient")) {
      out.report(
              revision,
              new Unknown<>(Why.NOT_IN_VIEW),
              "where revision \"%s\" injects sidecars, pods get one and no node proxy"
                  .formatted(revision))
          .as("revision-in-ambient")
          .related(mode, "ambient mode is asked for here");
    }
    if (injection == null || !injection.is("enabled")) {
      return;
    }
    if (revision != null) {
      out.report(
              revision,
              "\"%s\" is ignored beside \"%s\": the default revision injects"
                  .formatted(Injection.REVISION, Injection.NAMESPACE_INJECTION))
          .as("revision")
          .related(injection, "this label wins");
    }
    if (mode != null && mode.is("ambient")) {
      out.report(
              mode,
              "the namespace asks for ambient mode and for sidecars: its pods get sidecars and no node proxy")
          .as("ambient")
          .related(injection, "this label wins");
    }
  }

  private static void checkWorkload(MeshWorkload workload, Mesh mesh, Findings out) {
    PodTemplate template = workload.template().orElse(null);
    if (template == null || Injection.hasGatewayTemplate(template)) {
      return;
    }
    Decision namespace = mesh.injection().ofNamespace(workload);
    Text mode = template.metadata().label(MODE);
    if (mode == null && namespace.proxy() == Proxy.AMBIENT && namespace.by() instanceof Text by) {
      mode = by;
    }
    if (mode != null && mode.is("ambient")) {
      checkInAmbient(workload, template, mode, mesh, out);
    } else if (namespace.proxy() == Proxy.NONE
        && namespace.by() instanceof Text by
        && by.is("disabled")) {
      Text asking = asking(template.metadata());
      if (asking != null) {
        out.report(
                asking,
                "the pod asks for a sidecar in a namespace where injection is disabled: it gets none")
            .as("disabled")
            .related(by, "injection is disabled here");
      }
    }
  }

  private static void checkInAmbient(
      MeshWorkload workload, PodTemplate template, Text by, Mesh mesh, Findings out) {
    Text inject = template.metadata().label(Injection.INJECT);
    Decision namespace = mesh.injection().ofNamespace(workload);
    if (inject != null && inject.is("true")) {
      out.report(
              inject,
              "the pod asks for a sidecar and is in ambient mode: its traffic bypasses the node proxy")
          .as("pod")
          .related(by, "ambient mode is asked for here");
    } else if (!workload.isProxyOnly()
        && mesh.injection().of(workload).by() instanceof Container proxy) {
      out.report(
              proxy,
              "the pod brings its own sidecar and is in ambient mode: its traffic passes both proxies")
          .as("container")
          .related(by, "ambient mode is asked for here");
    } else if (inject == null && namespace.proxy() == Proxy.SIDECAR && namespace.by() != null) {
      out.report(
              by,
              "the pod asks for ambient mode in a namespace that injects sidecars: the sidecar wins")
          .as("pod")
          .related(namespace.by(), "sidecars are asked for here");
    }
  }

  /** The label by which a pod asks for a sidecar, or null. */
  private static @Nullable Text asking(Metadata labels) {
    Text inject = labels.label(Injection.INJECT);
    Text revision = labels.label(Injection.REVISION);
    if (inject != null) {
      return inject.is("true") ? inject : null;
    }
    return revision == null || revision.open() ? null : revision;
  }
}
