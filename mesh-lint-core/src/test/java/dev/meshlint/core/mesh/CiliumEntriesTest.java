package dev.meshlint.core.mesh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meshlint.core.mesh.CiliumEntries.Item;
import dev.meshlint.core.model.cilium.PolicyRule;
import dev.meshlint.core.model.cilium.PortRule;
import dev.meshlint.core.model.cilium.TrafficRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The entry that takes in another one is found by its keys as it is by looking at all of them. */
class CiliumEntriesTest {
  private static final String[] SUBJECTS = {
    "{}",
    "{matchLabels: {app: desk}}",
    "{matchLabels: {app: desk, tier: front}}",
    "{matchExpressions: [{key: tier, operator: In, values: [front]}]}",
    "{matchExpressions: [{key: app, operator: NotIn, values: [desk]}]}",
  };
  private static final String[] PEERS = {
    "",
    "toEntities: [all]",
    "toEntities: [cluster]",
    "toEntities: [world, host]",
    "toEndpoints: [{}]",
    "toEndpoints: [{matchLabels: {app: ward}}, {matchLabels: {app: files}}]",
    "toEndpoints: [{matchLabels: {app: ward, io.kubernetes.pod.namespace: clinic}}]",
    "toCIDR: [10.0.0.0/8]",
    "toCIDR: [10.1.2.3/16, 10.2.0.0/15]",
    "toCIDRSet: [{cidr: 10.1.0.0/16, except: [10.1.1.0/24]}]",
    "toFQDNs: [{matchName: example.com}]",
  };
  private static final String[] PORTS = {
    "[]",
    "[{port: '0', protocol: TCP}]",
    "[{port: '80', protocol: TCP}]",
    "[{port: '80', protocol: TCP}, {port: '90', protocol: TCP}]",
    "[{port: '70', endPort: 95, protocol: TCP}]",
    "[{port: '75', endPort: 85, protocol: TCP}]",
    "[{port: '80'}]",
    "[{port: web, protocol: TCP}]",
  };

  private record Entry(PolicyRule rule, TrafficRule traffic, PortRule ports) {
    Item item() {
      return Item.of(
          CiliumSelection.subject(rule),
          CiliumPeers.of(traffic),
          new CiliumPorts(ports.ports(), "ANY"),
          ports);
    }
  }

  @Test
  void theFirstThatTakesInAnotherOneIsFound() {
    for (long seed = 1; seed <= 60; seed++) {
      List<Entry> entries = entries(new Random(seed));
      List<Item> items = entries.stream().map(Entry::item).toList();
      CiliumEntries index = new CiliumEntries(items);
      for (Entry entry : entries) {
        Item narrow = entry.item();
        CiliumPorts ports = narrow.ports();

        assertThat(index.first(narrow.subject(), narrow.peers(), ports, item -> !isOf(entry, item)))
            .as("seed %s: %s", seed, narrow.title())
            .isEqualTo(slowly(items, entry));
      }
    }
  }

  private static @Nullable Item slowly(List<Item> items, Entry entry) {
    Item narrow = entry.item();
    return items.stream()
        .filter(item -> !isOf(entry, item))
        .filter(item -> item.subject().covers(narrow.subject()))
        .filter(item -> item.peers().cover(narrow.peers()))
        .filter(item -> item.ports().hold(narrow.ports()))
        .min(Item.ORDER)
        .orElse(null);
  }

  private static boolean isOf(Entry entry, Item item) {
    return item.entry().node() == entry.ports().node();
  }

  private static List<Entry> entries(Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 25; i++) {
      boolean clusterwide = random.nextInt(3) == 0;
      text.append(
          """
          apiVersion: cilium.io/v2
          kind: %s
          metadata: {name: p%d%s}
          spec:
            endpointSelector: %s
            egress: [{%s%stoPorts: [{ports: %s}]}]
          ---
          """
              .formatted(
                  clusterwide ? "CiliumClusterwideNetworkPolicy" : "CiliumNetworkPolicy",
                  i,
                  clusterwide ? "" : ", namespace: clinic",
                  one(SUBJECTS, random),
                  one(PEERS, random),
                  ", ",
                  one(PORTS, random)));
    }
    Mesh mesh = Meshes.of(text.toString().replace("[{, ", "[{"));
    List<Entry> entries = new ArrayList<>();
    for (PolicyRule rule : mesh.ciliumPolicies().rules()) {
      for (TrafficRule traffic : rule.traffic()) {
        traffic.toPorts().forEach(ports -> entries.add(new Entry(rule, traffic, ports)));
      }
    }
    return entries;
  }

  private static String one(String[] values, Random random) {
    return values[random.nextInt(values.length)];
  }
}
