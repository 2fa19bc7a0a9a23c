package dev.meshlint.rules.cilium.network;

import dev.meshlint.core.mesh.Answer;
import dev.meshlint.core.mesh.CiliumSelection;
import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.mesh.MeshWorkload;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.cilium.CiliumLocalRedirectPolicy;
import dev.meshlint.core.model.cilium.RedirectPort;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.ResourceRule;
import dev.meshlint.core.value.Cidr;
import dev.meshlint.core.value.IpAddress;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A local redirect whose ports do not fit together, or that cannot reach its pods. */
public final class BrokenLocalRedirect extends ResourceRule<CiliumLocalRedirectPolicy> {
  public BrokenLocalRedirect() {
    super("cilium-broken-local-redirect", CiliumLocalRedirectPolicy.class);
  }

  @Override
  public void check(CiliumLocalRedirectPolicy policy, Mesh mesh, Findings out) {
    checkAddress(policy.ip(), mesh, out);
    checkPods(policy, CiliumSelection.backends(policy).selected(mesh.workloads()), mesh, out);
    checkPorts(policy, out);
  }

  private static void checkAddress(@Nullable Text address, Mesh mesh, Findings out) {
    Text allowed = mesh.cilium().settings().value("lrp-address-matcher-cidrs");
    IpAddress parsed = address == null || address.open() ? null : IpAddress.parse(address.value());
    if (address == null || allowed == null || parsed == null || allowed.value().isBlank()) {
      return;
    }
    for (String range : allowed.value().strip().split("[ ,]+")) {
      Cidr cidr = Cidr.parse(range);
      if (cidr == null || cidr.contains(parsed)) {
        return;
      }
    }
    out.report(
            address,
            "\"%s\" lies outside of the ranges that may be redirected: nothing is redirected"
                .formatted(address))
        .as("suspicious")
        .related(allowed, "allows other ranges");
  }

  private static void checkPods(
      CiliumLocalRedirectPolicy policy, List<MeshWorkload> pods, Mesh mesh, Findings out) {
    if (!pods.isEmpty() && pods.stream().allMatch(BrokenLocalRedirect::isOnHost)) {
      out.report(
              policy.backendSelector(),
              "%s uses the network of the node: the redirect does not reach its pods"
                  .formatted(pods.get(0).title()))
          .as("suspicious")
          .related(pods.get(0), "has hostNetwork");
    }
    for (RedirectPort port : policy.backendPorts()) {
      Text number = port.port();
      Integer wanted = number == null || number.open() ? null : number.integer();
      if (number != null
          && wanted != null
          && !pods.isEmpty()
          && mesh.workloadPorts().find(pods, wanted) instanceof Answer.Absent) {
        out.report(
                number,
                "no selected pod declares port %s: the redirect may lead nowhere".formatted(number))
            .as("suspicious")
            .related(pods.get(0), "declares other ports");
      }
    }
  }

  private static boolean isOnHost(MeshWorkload workload) {
    return workload.template().filter(one -> one.spec().isTrue("hostNetwork")).isPresent();
  }

  private static void checkPorts(CiliumLocalRedirectPolicy policy, Findings out) {
    List<RedirectPort> front = policy.frontendPorts();
    List<RedirectPort> back = policy.backendPorts();
    if (front.size() > 1 || back.size() > 1) {
      checkNames(front, back, "frontend", out);
      checkNames(back, front, "backend", out);
    } else if (front.size() == 1 && back.size() == 1) {
      Text wanted = front.get(0).protocol();
      Text got = back.get(0).protocol();
      if (wanted != null
          && got != null
          && !wanted.open()
          && !got.open()
          && !wanted.value().equals(got.value())) {
        out.report(
                got,
                "protocol %s differs from %s of the frontend: the redirect is not made"
                    .formatted(got, wanted))
            .as("refused");
      }
    }
  }

  private static void checkNames(
      List<RedirectPort> ports, List<RedirectPort> others, String side, Findings out) {
    Set<String> names = new HashSet<>();
    boolean open = others.isEmpty();
    for (RedirectPort other : others) {
      Text name = other.name();
      open |= other.isOpen("name") || name == null;
      if (name != null) {
        names.add(name.value());
      }
    }
    for (RedirectPort port : ports) {
      Text name = port.name();
      if (name == null) {
        if (!port.isOpen("name")) {
          out.report(
                  port,
                  "a %s port has no name, but several ports are paired by name: the redirect is not made"
                      .formatted(side))
              .as("refused");
        }
      } else if (!open && !name.open() && !names.contains(name.value())) {
        out.report(
                name,
                "no port of the other side is called \"%s\": the redirect is not made"
                    .formatted(name))
            .as("refused");
      }
    }
  }
}
