package dev.meshlint.core.mesh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meshlint.core.manifest.NamespaceRef;
import dev.meshlint.core.manifest.NamespaceRef.Same;
import dev.meshlint.core.mesh.DestinationRules.Applying;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.istio.DestinationRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The index answers what looking at every rule answers. */
class DestinationRuleIndexTest {
  private static final List<String> HOSTS =
      List.of(
          "cart",
          "cart.shop.svc.cluster.local",
          "cart.mail.svc.cluster.local",
          "cart.${x}.svc.cluster.local",
          "*.shop.svc.cluster.local",
          "*.shop.svc.other.domain",
          "*.local",
          "*",
          "*.svc.cluster.local",
          "api.example.com",
          "*.example.com",
          "*.com");

  private static final List<String> NAMESPACES =
      List.of(", namespace: shop", ", namespace: mail", ", namespace: istio-system", "");

  private static final List<String> EXPORTS =
      List.of("", "", ", exportTo: [.]", ", exportTo: [mail]", ", exportTo: [\"${x}\"]");

  @Test
  void agreesWithLookingAtEach() {
    int certain = 0;
    int possible = 0;
    for (int seed = 0; seed < 400; seed++) {
      Mesh mesh = Meshes.of(rules(new Random(seed)));
      List<DestinationRule> rules = mesh.all(DestinationRule.class);
      for (DestinationRule asking : rules) {
        NamespaceRef client = asking.resource().namespace();
        HostName host = host(asking, mesh);
        Applying applying = mesh.destinationRules().applying(host, client);
        String what = "seed " + seed + ", " + host + " from " + client;
        assertThat(applying.certain()).as(what).isEqualTo(certain(rules, host, client, mesh));
        assertThat(applying.possible()).as(what).isEqualTo(possible(rules, host, client, mesh));
        certain += applying.certain().size();
        possible += applying.possible().size();
      }
    }
    assertThat(certain).isPositive();
    assertThat(possible).isPositive();
  }

  private static String rules(Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 6; i++) {
      text.append("---\napiVersion: networking.istio.io/v1\nkind: DestinationRule\n")
          .append("metadata: {name: r" + i + any(NAMESPACES, random) + "}\n")
          .append("spec: {host: \"" + any(HOSTS, random) + "\"" + any(EXPORTS, random) + "}\n");
    }
    return text.toString();
  }

  private static String any(List<String> choices, Random random) {
    return choices.get(random.nextInt(choices.size()));
  }

  private static HostName host(DestinationRule rule, Mesh mesh) {
    Text host = Objects.requireNonNull(rule.host());
    return mesh.services().read(host, rule.resource().namespace());
  }

  private static List<NamespaceRef> order(HostName host, NamespaceRef client) {
    NamespaceRef service = host instanceof HostName.ServiceName name ? name.namespace() : client;
    return List.of(client, service, NamespaceRef.named("istio-system"));
  }

  private static Same sees(NamespaceRef client, DestinationRule rule) {
    return Visibility.of(rule.exportTo(), rule.resource().namespace(), List.of()).from(client);
  }

  private static List<DestinationRule> certain(
      List<DestinationRule> rules, HostName host, NamespaceRef client, Mesh mesh) {
    for (NamespaceRef namespace : order(host, client)) {
      List<DestinationRule> best = new ArrayList<>();
      int specificity = -1;
      for (DestinationRule rule : rules) {
        HostName of = host(rule, mesh);
        int own = of instanceof HostName.Wildcard wildcard ? wildcard.suffix().length() : 1000;
        if (rule.resource().namespace().same(namespace) == Same.YES
            && sees(client, rule) == Same.YES
            && DestinationRuleIndex.speaksFor(of, host) == Same.YES
            && own >= specificity) {
          if (own > specificity) {
            best.clear();
          }
          specificity = own;
          best.add(rule);
        }
      }
      if (!best.isEmpty()) {
        return best;
      }
    }
    return List.of();
  }

  private static List<DestinationRule> possible(
      List<DestinationRule> rules, HostName host, NamespaceRef client, Mesh mesh) {
    List<DestinationRule> possible = new ArrayList<>();
    for (DestinationRule rule : rules) {
      Same speaks = DestinationRuleIndex.speaksFor(host(rule, mesh), host);
      Same sees = sees(client, rule);
      if (speaks != Same.NO && sees != Same.NO && isPossible(rule, speaks, sees, host, client)) {
        possible.add(rule);
      }
    }
    return possible;
  }

  private static boolean isPossible(
      DestinationRule rule, Same speaks, Same sees, HostName host, NamespaceRef client) {
    boolean maybe = speaks == Same.MAYBE || sees == Same.MAYBE;
    boolean reached = false;
    for (NamespaceRef namespace : order(host, client)) {
      Same same = rule.resource().namespace().same(namespace);
      reached |= same != Same.NO;
      maybe |= same == Same.MAYBE;
      if (same == Same.YES && !maybe) {
        return false;
      }
    }
    return reached && maybe;
  }
}
