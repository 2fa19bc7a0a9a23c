package dev.meshlint.core.schema;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class IdentityTest {
  private static final String ROUTE =
      """
      apiVersion: networking.istio.io/v1
      kind: VirtualService
      metadata: {name: backend}
      spec: {hosts: [backend], http: [{route: [{destination: {host: backend}}]}]}
      """;

  @Test
  void aResourceNeedsApiVersionAndKind() {
    assertThat(Shapes.lines(ROUTE.replace("apiVersion: networking.istio.io/v1\n", "")))
        .containsExactly(
            "1 schema-missing-field VirtualService needs \"apiVersion\": without it no API server"
                + " takes it");
    assertThat(Shapes.lines(ROUTE.replace("kind: VirtualService\n", "")))
        .containsExactly(
            "1 schema-missing-field a resource of \"networking.istio.io\" needs \"kind\": without it"
                + " no API server takes it");
    assertThat(Shapes.lines(ROUTE.replace("networking.istio.io/v1", "[networking.istio.io/v1]")))
        .containsExactly(
            "1 schema-wrong-type \"apiVersion\" must be text, not a list: no API server takes"
                + " VirtualService");
  }

  @Test
  void whatMayBeAnythingIsNotJudged() {
    assertThat(Shapes.lines("kind: Fleet\nmetadata: {name: a}\nspec: {}\n")).isEmpty();
    assertThat(Shapes.lines("kind: Gateway\nmetadata: {name: a}\nspec: {}\n")).isEmpty();
    assertThat(Shapes.lines("apiVersion: example.com/v1\nmetadata: {name: a}\nspec: {}\n"))
        .isEmpty();
  }

  @Test
  void whatSopsAddsIsNoUnknownField() {
    assertThat(Shapes.lines(ROUTE + "sops: {version: 3.9.0}\n")).isEmpty();
  }
}
