package dev.meshlint.core.value;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Methods, paths and hosts that requests may carry, and those that none does. */
class OperationValuesTest {
  @ParameterizedTest
  @ValueSource(strings = {"GET", "*", "P*", "*ET", "PROPF*", "*FIND", "PROPFIND", "PURGE", "TRACE"})
  void knowsMethods(String method) {
    assertThat(OperationValues.methodProblem(method)).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "get, upper case",
    "p*, upper case",
    "GTE, no such HTTP method",
    "*X*, only as the first or the last",
    "/shop.Cart/Add, their name is the path",
    "'', no such HTTP method",
  })
  void saysWhyAMethodIsNone(String method, String reason) {
    assertThat(OperationValues.methodProblem(method)).contains(reason);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/a/*", "*/a", "*.html", "*", "/a/{*}/b", "/{**}", "/a b", "/%2A"})
  void knowsPaths(String path) {
    assertThat(OperationValues.pathProblem(path)).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "a/b, begins with",
    "a*, begins with",
    "/a?b=c, without query",
    "/a#b, without query",
    "/a/*/b, only as the first or the last",
    "/a/**, only as the first or the last",
    "https://a.example/b, no scheme",
  })
  void saysWhyAPathIsNone(String path, String reason) {
    assertThat(OperationValues.pathProblem(path)).contains(reason);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.example", "*.example", "a.example:8080", "a.*", "*", "10.0.0.1"})
  void knowsHosts(String host) {
    assertThat(OperationValues.hostProblem(host)).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "http://a.example, no scheme",
    "a.example/b, no path",
    "a.*.example, only as the first or the last",
  })
  void saysWhyAHostIsNone(String host, String reason) {
    assertThat(OperationValues.hostProblem(host)).contains(reason);
  }
}
