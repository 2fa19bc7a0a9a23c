package dev.meshlint.core.schema;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SchemaDescriptionTest {
  @Test
  void shows_the_fields_of_a_kind_as_they_stand_in_a_manifest() {
    SchemaKind kind = Shapes.BUILT_IN.find("security.istio.io", "PeerAuthentication");
    assertThat(kind).isNotNull();

    assertThat(SchemaDescription.of(Shapes.BUILT_IN, kind, kind.versions().get(0)))
        .isEqualTo(
            """
            spec: object
              mtls: object
                mode: text, one of "UNSET", "DISABLE", "PERMISSIVE" or "STRICT"
              portLevelMtls: object
                <key>: object, as spec.mtls
              selector: object
                matchLabels: object
                  <key>: text, a label value, at most 63 characters
            """);
  }

  @Test
  void shows_every_kind() {
    for (SchemaKind kind : Shapes.BUILT_IN.kinds()) {
      for (SchemaKind.Version version : kind.versions()) {
        assertThat(SchemaDescription.of(Shapes.BUILT_IN, kind, version)).doesNotContain("null");
      }
    }
    assertThat(Shapes.BUILT_IN.kinds()).hasSizeGreaterThan(80);
  }
}
