package dev.meshlint.core.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LocationsTest {
  @ParameterizedTest
  @CsvSource({
    "base,       ../other/x.yaml, other/x.yaml",
    "base,       ./x.yaml,        base/x.yaml",
    "base,       .,               base",
    "'',         ../x.yaml,       ../x.yaml",
    "../a,       ../x.yaml,       ../x.yaml",
    "/a/b,       ../../../x,      /x",
    "a,          /etc/x,          /etc/x",
    "a//b/,      c,               a/b/c",
  })
  void resolvesAPathAgainstAFolder(String folder, String path, String expected) {
    assertThat(Locations.resolve(folder, path)).isEqualTo(expected);
  }

  @Test
  void knowsWhatLiesBelowAFolder() {
    assertThat(Locations.isBelow("a/b/c.yaml", "a")).isTrue();
    assertThat(Locations.isBelow("ab/c.yaml", "a")).isFalse();
    assertThat(Locations.isBelow("a", "a")).isFalse();
    assertThat(Locations.isBelow("a", "")).isTrue();
    assertThat(Locations.isBelow("../a", "")).isFalse();
    assertThat(Locations.isBelow("/a/b", "/")).isTrue();
  }

  @Test
  void splitsFolderAndName() {
    assertThat(Locations.folder("a/b.yaml")).isEqualTo("a");
    assertThat(Locations.folder("b.yaml")).isEmpty();
    assertThat(Locations.folder("/b.yaml")).isEqualTo("/");
    assertThat(Locations.lastName("a/b.yaml")).isEqualTo("b.yaml");
  }
}
