package dev.meshlint.core.mesh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meshlint.core.manifest.NamespaceRef;
import dev.meshlint.core.manifest.NamespaceRef.Same;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a selector does to pods that are known by some of their labels only. */
class PodGroupTest {
  private static final NamespaceRef SHOP = NamespaceRef.named("shop");

  private static Same selected(boolean exact, Map<String, String> wanted) {
    PodGroup pods = new PodGroup(SHOP, Map.of("app", "cart"), exact);
    return pods.selectedBy(new Selector(wanted, false));
  }

  @Test
  void equalLabelsSelect() {
    assertThat(selected(false, Map.of("app", "cart"))).isEqualTo(Same.YES);
    assertThat(selected(false, Map.of())).isEqualTo(Same.YES);
  }

  @Test
  void anotherValueDoesNotSelect() {
    assertThat(selected(false, Map.of("app", "till", "tier", "web"))).isEqualTo(Same.NO);
  }

  @Test
  void aFurtherLabelMaySelectSomeOfThem() {
    assertThat(selected(false, Map.of("app", "cart", "tier", "web"))).isEqualTo(Same.MAYBE);
    assertThat(selected(true, Map.of("app", "cart", "tier", "web"))).isEqualTo(Same.NO);
  }

  @Test
  void aPlaceholderMaySelect() {
    PodGroup pods = new PodGroup(SHOP, Map.of("app", "cart"), true);
    assertThat(pods.selectedBy(new Selector(Map.of(), true))).isEqualTo(Same.MAYBE);
  }
}
