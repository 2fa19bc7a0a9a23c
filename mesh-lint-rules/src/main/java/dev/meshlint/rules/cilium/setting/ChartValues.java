package dev.meshlint.rules.cilium.setting;

import dev.meshlint.core.manifest.Located;
import dev.meshlint.core.model.View;
import dev.meshlint.core.model.cilium.CiliumChart;
import dev.meshlint.core.rule.Findings;
import java.util.List;

/** What Cilium's Helm chart itself refuses. Source: the upgrade notes and the guards of the chart. */
final class ChartValues {
  /** Values that are gone. */
  private static final List<String> REMOVED =
      List.of(
          "tunnel",
          "containerRuntime.integration",
          "proxy.prometheus",
          "encryption.keyFile",
          "encryption.mountPath",
          "encryption.secretName",
          "encryption.interface",
          "endpointStatus",
          "remoteNodeIdentity",
          "etcd.managed",
          "enableCnpStatusUpdates",
          "enableK8sEventHandover",
          "enableCiliumEndpointSlice");

  private ChartValues() {}

  static void check(CiliumChart chart, Findings out) {
    for (String path : REMOVED) {
      int dot = path.indexOf('.');
      View holder = dot < 0 ? chart : chart.child(path.substring(0, dot));
      String name = path.substring(dot + 1);
      if (holder.has(name)) {
        out.report(
                holder.key(name),
                "the chart no longer has a value \"%s\": it refuses to be installed"
                    .formatted(path))
            .as("removed");
      }
    }
    View hubble = chart.child("hubble");
    View relay = hubble.child("relay");
    View page = hubble.child("ui");
    if (page.isTrue("enabled") && isOff(relay) && !page.child("standalone").isTrue("enabled")) {
      report(page.at("enabled"), "hubble.ui", "hubble.relay", relay, out);
    }
    if (relay.isTrue("enabled") && isOff(hubble)) {
      report(relay.at("enabled"), "hubble.relay", "hubble", hubble, out);
    }
  }

  private static boolean isOff(View part) {
    return Boolean.FALSE.equals(part.flag("enabled"));
  }

  private static void report(Located at, String what, String needed, View off, Findings out) {
    out.report(
            at,
            "\"%s\" needs \"%s\", which is off: the chart refuses to be installed"
                .formatted(what, needed))
        .as("needed")
        .related(off.at("enabled"), "switches it off");
  }
}
