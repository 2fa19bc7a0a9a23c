package dev.meshlint.core.mesh;

import dev.meshlint.core.mesh.ServerSides.Part;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View.Named;
import dev.meshlint.core.model.istio.ClientTls;
import dev.meshlint.core.model.istio.DestinationRule;
import dev.meshlint.core.model.istio.PortTrafficPolicy;
import dev.meshlint.core.model.istio.Subset;
import dev.meshlint.core.model.istio.TrafficPolicy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A {@code tls} of a DestinationRule and the servers that it is about.
 *
 * @param tls the setting
 * @param part the servers
 */
public record TlsSetting(ClientTls tls, Part part) {
  /** The settings for the host, its subsets and single ports of both. */
  public static List<TlsSetting> of(DestinationRule rule) {
    List<TlsSetting> settings = new ArrayList<>();
    add(rule.trafficPolicy(), Map.of(), settings);
    for (Subset subset : rule.subsets()) {
      Map<String, String> labels = new HashMap<>();
      for (Named<Text> label : subset.labels()) {
        labels.put(label.name(), label.value().value());
      }
      add(subset.trafficPolicy(), labels, settings);
    }
    return settings;
  }

  private static void add(
      TrafficPolicy policy, Map<String, String> labels, List<TlsSetting> settings) {
    Set<Integer> ports = new HashSet<>();
    for (PortTrafficPolicy port : policy.portLevelSettings()) {
      Integer number = port.port();
      if (number != null) {
        ports.add(number);
        settings.add(new TlsSetting(port.tls(), new Part(number, Set.of(), labels)));
      }
    }
    settings.add(new TlsSetting(policy.tls(), new Part(null, ports, labels)));
  }
}
