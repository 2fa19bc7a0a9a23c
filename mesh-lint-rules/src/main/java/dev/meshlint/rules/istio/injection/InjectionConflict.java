package dev.meshlint.rules.istio.injection;

import dev.meshlint.core.mesh.Injection;
import dev.meshlint.core.mesh.Injection.Decision;
import dev.meshlint.core.mesh.Injection.Proxy;
import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.mesh.MeshWorkload;
import dev.meshlint.core.model.Metadata;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.kubernetes.Namespace;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.MeshRule;

/** Labels that contradict each other about the proxy that a workload gets. */
public final class InjectionConflict extends MeshRule {
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
      checkWorkload(workload, mesh.injection().ofNamespace(workload), out);
    }
  }

  private static void checkNamespace(Metadata labels, Findings out) {
    Text injection = labels.label(Injection.NAMESPACE_INJECTION);
    Text revision = labels.label(Injection.REVISION);
    Text mode = labels.label(Injection.DATAPLANE_MODE);
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

  private static void checkWorkload(MeshWorkload workload, Decision namespace, Findings out) {
    Metadata labels = workload.template().map(template -> template.metadata()).orElse(null);
    Text inject = labels == null ? null : labels.label(Injection.INJECT);
    if (inject == null || !inject.is("true") || !(namespace.by() instanceof Text by)) {
      return;
    }
    if (namespace.proxy() == Proxy.AMBIENT) {
      out.report(
              inject,
              "the pod asks for a sidecar in a namespace in ambient mode: its traffic bypasses the node proxy")
          .as("pod")
          .related(by, "ambient mode is asked for here");
    } else if (namespace.proxy() == Proxy.NONE && by.is("disabled")) {
      out.report(
              inject,
              "the pod asks for a sidecar in a namespace where injection is disabled: it gets none")
          .as("pod")
          .related(by, "injection is disabled here");
    }
  }
}
