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

  @Test
  void codes_of_other_tools_count_in_whatever_case() {
    assertThat(Cli.run("explain", "ist0101").out()).isEqualTo(Cli.run("explain", "IST0101").out());
  }
}
