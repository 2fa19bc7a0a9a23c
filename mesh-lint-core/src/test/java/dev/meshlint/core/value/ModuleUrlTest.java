package dev.meshlint.core.value;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ModuleUrlTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "oci://registry.example.com/filter:v1",
        "registry.example.com/filter:v1",
        "registry.example.com/filter@sha256:abcd",
        "https://example.com/a%20b.wasm",
        "file:///opt/filter.wasm",
        "/opt/filter.wasm",
        "my_registry:5000/filter"
      })
  void addresses(String value) {
    assertThat(ModuleUrl.problem(value)).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "'', empty",
    "a b, blank",
    "https://example.com/100%, hexadecimal",
    "ftp://example.com/a, scheme \"ftp\" is not known",
    "registry:5000/filter, \"registry:\" is taken for a scheme",
    "::1, must begin with",
    "a[0], must begin with",
  })
  void others(String value, String problem) {
    assertThat(ModuleUrl.problem(value)).contains(problem);
  }
}
