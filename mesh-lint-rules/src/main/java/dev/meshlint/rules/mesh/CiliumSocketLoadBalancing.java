package dev.meshlint.rules.mesh;

import dev.meshlint.core.fix.Fix;
import dev.meshlint.core.fix.Fixes;
import dev.meshlint.core.manifest.Located;
import dev.meshlint.core.mesh.CiliumInstallation;
import dev.meshlint.core.mesh.CiliumSettings;
import dev.meshlint.core.mesh.DataPlanes.Plane;
import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.MeshRule;
import dev.meshlint.core.yaml.YamlMapping;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Cilium that chooses the pods behind a service before the proxies of a mesh see the connection. */
public final class CiliumSocketLoadBalancing extends MeshRule {
  private static final String HOST_ONLY = "bpf-lb-sock-hostns-only";

  public CiliumSocketLoadBalancing() {
    super("mesh-cilium-socket-load-balancing");
  }

  @Override
  public void check(Mesh mesh, Findings out) {
    CiliumSettings settings = mesh.cilium().settings();
    Text on = on(settings);
    Text limited = settings.value(HOST_ONLY);
    boolean unsaid = limited == null && (settings.mentions(HOST_ONLY) || !isComplete(mesh));
    if (on == null || unsaid || (limited != null && !limited.is("false"))) {
      return;
    }
    Located meshed = mesh.operation().dataPlanes().first(List.of(Plane.values()));
    if (meshed != null) {
      out.report(
              limited == null ? on : limited,
              "Cilium balances sockets inside pods: proxies of the mesh get addresses of pods instead of services, so their routing and policies do not apply")
          .related(meshed, "is part of a mesh")
          .fix(fix(limited, mesh));
    }
  }

  private static @Nullable Text on(CiliumSettings settings) {
    Text replacement = settings.value("kube-proxy-replacement");
    if (replacement != null && (replacement.is("true") || replacement.is("strict"))) {
      return replacement;
    }
    Text sockets = settings.value("bpf-lb-sock");
    return sockets != null && sockets.is("true") ? sockets : null;
  }

  /** Whether what no file says is as the chart has it; a ConfigMap holds everything. */
  private static boolean isComplete(Mesh mesh) {
    for (CiliumInstallation installation : mesh.cilium().installations()) {
      if (installation.isChart() && !installation.isComplete()) {
        return false;
      }
    }
    return true;
  }

  private static @Nullable Fix fix(@Nullable Text limited, Mesh mesh) {
    String description = "balance sockets of the host only";
    if (limited != null) {
      return Fixes.replaceScalar(description, false, limited.node(), "true");
    }
    List<CiliumInstallation> installations = mesh.cilium().installations();
    if (installations.size() != 1) {
      return null;
    }
    View settings = installations.get(0).settings();
    if (!installations.get(0).isChart()) {
      return insert(description, settings, HOST_ONLY, "\"true\"");
    }
    return settings.has("socketLB")
        ? insert(description, settings.child("socketLB"), "hostNamespaceOnly", "true")
        : insert(description, settings, "socketLB", "{hostNamespaceOnly: true}");
  }

  private static @Nullable Fix insert(String description, View into, String key, String value) {
    return into.node() instanceof YamlMapping mapping
        ? Fixes.insertEntry(description, false, mapping, key, value)
        : null;
  }
}
