package dev.meshlint.core.mesh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meshlint.core.manifest.NamespaceRef;
import dev.meshlint.core.manifest.NamespaceRef.Same;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ByNamespaceTest {
  private record Named(String name, NamespaceRef namespace) {}

  @Test
  void answersAsALookAtEveryEntryWould() {
    long seed = 7;
    Random random = new Random(seed);
    for (int round = 0; round < 200; round++) {
      ByNamespace<Named> index = new ByNamespace<>();
      List<Named> all = new ArrayList<>();
      for (int i = random.nextInt(12); i > 0; i--) {
        Named entry = new Named("n" + random.nextInt(3), namespace(random));
        all.add(entry);
        index.add(entry.name(), entry.namespace(), entry);
      }
      String name = "n" + random.nextInt(3);
      NamespaceRef asked = namespace(random);
      ByNamespace.Hits<Named> hits = index.at(name, asked);
      assertThat(hits.certain())
          .as("seed %d, round %d", seed, round)
          .containsExactlyInAnyOrderElementsOf(those(all, name, asked, Same.YES));
      if (asked.kind() != NamespaceRef.Kind.OPEN) {
        assertThat(hits.possible())
            .as("seed %d, round %d", seed, round)
            .isEqualTo(!those(all, name, asked, Same.MAYBE).isEmpty());
      }
    }
  }

  private static List<Named> those(List<Named> all, String name, NamespaceRef asked, Same same) {
    return all.stream()
        .filter(entry -> entry.name().equals(name) && entry.namespace().same(asked) == same)
        .toList();
  }

  private static NamespaceRef namespace(Random random) {
    return switch (random.nextInt(4)) {
      case 0 -> NamespaceRef.ASSUMED;
      case 1 -> NamespaceRef.OPEN;
      default -> NamespaceRef.named("ns" + random.nextInt(2));
    };
  }
}
