package dev.meshlint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ExplainTest {

  @Test
  void a_rule_is_explained_by_what_the_catalogue_says() {
    Cli.Result result = Cli.run("explain", "istio-undefined-subset");

    assertThat(result.out())
        .startsWith("istio-undefined-subset\n")
        .contains("Route names a subset that no DestinationRule defines", "kind: VirtualService")
        .endsWith("\n");
    assertThat(result.status()).isZero();
  }
}
