package dev.meshlint.core.schema;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FieldWayTest {
  private static FieldWay wayInto(String apiVersion, String kind) {
    return new SchemaChecker(Shapes.BUILT_IN)
        .wayInto(
            Shapes.resource(
                "apiVersion: " + apiVersion + "\nkind: " + kind + "\nmetadata: {name: a}\n"));
  }

  @Test
  void keysOfAMapAreData() {
    FieldWay way = wayInto("networking.istio.io/v1", "ServiceEntry");

    assertThat(way.toKey("spec")).isFalse();
    assertThat(way.toKey("endpoints")).isFalse();
    way.toItem();
    assertThat(way.toKey("ports")).isFalse();
    assertThat(way.toKey("http")).isTrue();
  }

  @Test
  void namesOfFieldsAreNotNorAreUnknownOnes() {
    FieldWay way = wayInto("networking.istio.io/v1", "ServiceEntry");

    assertThat(way.toKey("spec")).isFalse();
    assertThat(way.toKey("endpoint")).isFalse();
    assertThat(way.toKey("ports")).isFalse();
  }

  @Test
  void labelsAreDataInEveryKind() {
    FieldWay way = wayInto("example.com/v1", "Anything");

    assertThat(way.toKey("metadata")).isFalse();
    assertThat(way.toKey("labels")).isFalse();
    assertThat(way.toKey("app")).isTrue();
  }
}
