package dev.meshlint.rules.cilium.network;

import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.cilium.CiliumLocalRedirectPolicy;
import dev.meshlint.core.model.cilium.RedirectPort;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.ResourceRule;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A local redirect whose ports do not fit together. */
public final class BrokenLocalRedirect extends ResourceRule<CiliumLocalRedirectPolicy> {
  public BrokenLocalRedirect() {
    super("cilium-broken-local-redirect", CiliumLocalRedirectPolicy.class);
  }

  @Override
  public void check(CiliumLocalRedirectPolicy policy, Mesh mesh, Findings out) {
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
                .formatted(got, wanted));
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
                  .formatted(side));
        }
      } else if (!open && !name.open() && !names.contains(name.value())) {
        out.report(
            name,
            "no port of the other side is called \"%s\": the redirect is not made".formatted(name));
      }
    }
  }
}
