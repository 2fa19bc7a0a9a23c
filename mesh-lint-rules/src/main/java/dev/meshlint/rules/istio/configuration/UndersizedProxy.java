package dev.meshlint.rules.istio.configuration;

import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.mesh.ProxySize;
import dev.meshlint.core.mesh.ProxyThreads;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.MeshRule;
import dev.meshlint.core.value.Quantity;
import java.util.Map;

/** A proxy that gets less processor time or memory than it needs. */
public final class UndersizedProxy extends MeshRule {
  public UndersizedProxy() {
    super("istio-undersized-proxy");
  }

  @Override
  public void check(Mesh mesh, Findings out) {
    for (ProxySize size : ProxySize.all(mesh)) {
      check(size.requests(), "cpu", "request", out);
      check(size.requests(), "memory", "request", out);
      check(size.limits(), "cpu", "limit", out);
      check(size.limits(), "memory", "limit", out);
    }
    ProxyThreads.all(mesh).forEach(threads -> checkThreads(threads, out));
  }

  private static void check(Map<String, Text> sizes, String what, String kind, Findings out) {
    Text written = sizes.get(what);
    String floor = out.options().text(what + "-" + kind);
    Quantity amount = ProxySize.amount(written);
    Quantity least = Quantity.parse(floor);
    if (written != null && amount != null && least != null && amount.compareTo(least) < 0) {
      out.report(
              written,
              "the proxy's %s %s %s is below %s: %s"
                  .formatted(what, kind, written, floor, effect(what, kind)))
          .as("size");
    }
  }

  private static String effect(String what, String kind) {
    return switch (what + " " + kind) {
      case "cpu request" -> "on a busy node it waits, and every request with it";
      case "cpu limit" -> "it is throttled, and every request waits for it";
      case "memory request" -> "on a full node it is the first to go";
      default -> "it is killed when its configuration grows";
    };
  }

  private static void checkThreads(ProxyThreads proxy, Findings out) {
    Text limit = proxy.limit();
    Quantity most = limit == null || limit.open() ? null : ProxySize.amount(limit);
    if (proxy.threads() == 0) {
      out.report(
              proxy.at(),
              "concurrency 0 starts a thread for every core of the node, whatever the proxy may use of them")
          .as("threads");
    } else if (limit != null && most != null && proxy.threads() > most.value()) {
      out.report(
              proxy.at(),
              "concurrency %d is more than the proxy's cpu limit %s: its threads wait for one another"
                  .formatted(proxy.threads(), limit))
          .as("threads")
          .related(limit, "the limit");
    }
  }
}
