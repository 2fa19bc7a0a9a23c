package dev.meshlint.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * YAML that is meant to break its reader gives a finding or is nothing to speak of, and the file beside it is linted. The
 * timeout is no measure: it ends a run that would not end by itself.
 */
@Timeout(120)
class HostileYamlTest {
  private static final String CONFIG_MAP =
      "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a, namespace: b}\ndata:\n";

  private static final int DEEP = 10_000;

  @TempDir Path folder;

  static Stream<Arguments> hostile() {
    return Stream.of(
        set("alias bomb", bomb("[", "]", ""), "input-too-large"),
        set("alias bomb of mappings", bomb("{", "}", "k%d: "), "input-too-large"),
        set(
            "alias bombs in many documents",
            ("---\n" + bomb("[", "]", "")).repeat(50),
            "input-too-large"),
        set("deep lists in brackets", deep("[", "", "]"), "input-too-large"),
        set("deep mappings in braces", deep("{a: ", "b", "}"), "input-too-large"),
        set("deep lists in a block", CONFIG_MAP + "- ".repeat(DEEP) + "x\n", "input-too-large"),
        set("deep complex keys", CONFIG_MAP + "? ".repeat(DEEP) + "x\n", "input-too-large"),
        set(
            "deep JSON",
            "{\"apiVersion\": \"v1\", \"kind\": \"Service\", \"a\": "
                + "{\"a\":".repeat(DEEP)
                + "1"
                + "}".repeat(DEEP + 1),
            "input-too-large"),
        set(
            "brackets that are never closed",
            CONFIG_MAP + "  a: " + "[ ".repeat(198),
            "yaml-syntax"),
        set("endless documents", "---\n".repeat(500_000), "empty"),
        set("endless ends of documents", "...\n".repeat(500_000), "empty"),
        set("endless broken documents", "apiVersion: @\n---\n".repeat(2_000), "yaml-syntax"),
        set("NUL", CONFIG_MAP + "#".repeat(9_000) + "\n  k: a\0b\n", "character U+0000"),
        set("NUL at the end", CONFIG_MAP + "  k: v\n\0", "binary file"),
        set("nothing but NUL", "\0".repeat(100), "binary file"),
        set(
            "tab as indentation",
            "apiVersion: v1\nkind: Service\nmetadata:\n\tname: a\n",
            "tab in the indentation"),
        set("nothing but tabs", "\t".repeat(10_000), "empty"),
        set("directive of another version", "%YAML 9.9\n---\n" + Neighbour.MANIFEST, "timeuot"),
        set(
            "version beyond all numbers",
            "%YAML 99999999999999999999.1\n---\n" + CONFIG_MAP,
            "yaml-syntax"),
        set(
            "directive without document",
            CONFIG_MAP + "%YAML 1.2\n---\n" + CONFIG_MAP,
            "yaml-syntax"),
        set(
            "unknown directives",
            "%FOO bar\n".repeat(10_000) + "---\n" + Neighbour.MANIFEST,
            "timeuot"),
        set(
            "long handle of tags",
            "%TAG " + "!x".repeat(50_000) + "\n---\n" + CONFIG_MAP,
            "yaml-syntax"),
        set(
            "anchor in itself",
            "apiVersion: v1\nkind: ConfigMap\nmetadata: &m {name: a, labels: *m}\n",
            "lies inside the value"),
        set(
            "merge of itself",
            "apiVersion: v1\nkind: ConfigMap\nmetadata: &m\n  <<: *m\n",
            "lies inside the value"),
        set(
            "list in itself",
            "apiVersion: v1\nkind: List\nitems: &i\n- kind: List\n  items: *i\n",
            "lies inside the value"),
        set(
            "lone surrogate as an escape",
            "apiVersion: v1\nkind: Service\nmetadata: {name: a, labels: {b: \"\\ud800\", \"\\udfff\": c}}\n",
            "half a character"),
        set(
            "lone surrogates in names",
            "apiVersion: v1\nkind: Service\nmetadata: {name: \"\\udfff\", namespace: \"\\ud800\"}\nspec: {type: \"\\ud800\"}\n",
            "half a character"),
        set(
            "lone surrogate in JSON",
            "{\"apiVersion\": \"v1\", \"kind\": \"Service\", \"metadata\": {\"name\": \"\\ud800\"}, \"spec\": {\"type\": \"\\udfff\"}}",
            "schema-invalid-value"),
        argumentSet(
            "bytes that are no UTF-8",
            bytes(CONFIG_MAP + "  k: ", 0xFF, 0xFE, 0xC3),
            "byte 0xff is no valid UTF-8"),
        argumentSet(
            "half a surrogate pair in UTF-8",
            bytes(CONFIG_MAP + "  k: ", 0xED, 0xA0, 0x80),
            "byte 0xed is no valid UTF-8"),
        argumentSet(
            "a character cut in the middle",
            bytes(CONFIG_MAP + "  k: ", 0xE2, 0x82),
            "byte 0xe2 is no valid UTF-8"),
        argumentSet("UTF-32", CONFIG_MAP.getBytes(Charset.forName("UTF-32")), "UTF-32"));
  }

  private static Arguments set(String name, String yaml, String told) {
    return argumentSet(name, yaml.getBytes(StandardCharsets.UTF_8), told);
  }

  private static byte[] bytes(String text, int... more) {
    byte[] start = text.getBytes(StandardCharsets.UTF_8);
    byte[] all = Arrays.copyOf(start, start.length + more.length);
    for (int i = 0; i < more.length; i++) {
      all[start.length + i] = (byte) more[i];
    }
    return all;
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void is_told_and_the_rest_is_linted(byte[] content, String told) throws IOException {
    Neighbour.write(folder);
    Files.write(folder.resolve("bad.yaml"), content);

    Cli.Result result = Cli.in(folder).lint("--verbose", "--no-config", ".");

    Neighbour.assertFound(result);
    assertThat(result.out().lines())
        .anySatisfy(line -> assertThat(line).contains("bad.yaml").contains(told));
  }

  @Test
  void regular_expressions_that_backtrack_are_judged_in_one_pass() throws IOException {
    Neighbour.write(folder);
    String[] expressions = {
      "(a+)+$",
      "(a|a)*b",
      "(.*)*x",
      "(a{1000}){1000}",
      "((a{1,100}){1,100}){1,100}",
      "(".repeat(50_000) + ")".repeat(50_000),
      "[a-z".repeat(20_000),
      "(?:".repeat(2_000),
      "a?".repeat(30) + "a".repeat(30),
      "|".repeat(100_000),
      "\\\\p{L}".repeat(20_000)
    };
    StringBuilder yaml = new StringBuilder();
    for (int i = 0; i < expressions.length; i++) {
      yaml.append(
              "---\napiVersion: networking.istio.io/v1\nkind: VirtualService\nmetadata: {name: r")
          .append(i)
          .append(", namespace: b}\nspec:\n  hosts: [h")
          .append(i)
          .append("]\n  http:\n  - match: [{uri: {regex: \"")
          .append(expressions[i])
          .append("\"}}]\n    route: [{destination: {host: books}}]\n");
    }
    Files.writeString(folder.resolve("bad.yaml"), yaml);

    Cli.Result result = Cli.in(folder).lint("--no-config", ".");

    Neighbour.assertFound(result);
    assertThat(result.out())
        .contains("repeats a repetition to more than 1000 times", "at most 1024");
  }

  @Test
  void expressions_of_prometheus_nested_without_end_are_told() throws IOException {
    Neighbour.write(folder);
    StringBuilder yaml = new StringBuilder();
    yaml.append(
        "apiVersion: monitoring.coreos.com/v1\nkind: PrometheusRule\nmetadata: {name: p}\n");
    yaml.append("spec:\n  groups:\n  - name: g\n    rules:\n");
    for (String expression :
        new String[] {
          "(".repeat(50_000) + "1" + ")".repeat(50_000),
          "-".repeat(50_000) + "1",
          "sum(".repeat(50_000),
          "a" + "+a".repeat(50_000),
          "1^".repeat(50_000) + "1",
          "a[1m:1m]" + "[1m:1m]".repeat(5_000),
          "{" + "a='b',".repeat(20_000) + "}"
        }) {
      yaml.append("    - {alert: A, expr: \"").append(expression).append("\"}\n");
    }
    Files.writeString(folder.resolve("bad.yaml"), yaml);

    Cli.Result result = Cli.in(folder).lint("--no-config", ".");

    Neighbour.assertFound(result);
    assertThat(result.out()).contains("[prometheus-invalid-expression]");
  }

  @Test
  void values_of_helm_that_unpack_to_gigabytes_stay_packed() throws IOException {
    Neighbour.write(folder);
    Files.writeString(folder.resolve("values.yaml"), bomb("{", "}", "k%d: "));
    Files.writeString(
        folder.resolve("release.yaml"),
        """
        apiVersion: helm.toolkit.fluxcd.io/v2
        kind: HelmRelease
        metadata: {name: h, namespace: b}
        spec:
          values:
        """
            + bomb("{", "}", "k%d: ")
                .lines()
                .skip(3)
                .map(line -> "    " + line + "\n")
                .collect(Collectors.joining()));
    // What Helm keeps of a release: gzip in base64 in base64. Ten bytes of it are enough: nobody
    // unpacks them.
    Files.writeString(
        folder.resolve("kept.yaml"),
        """
        apiVersion: v1
        kind: Secret
        metadata: {name: sh.helm.release.v1.shop.v1, namespace: b}
        type: helm.sh/release.v1
        data: {release: SDRzSUFBQUFBQUFDLy8=}
        """);

    Cli.Result result = Cli.in(folder).lint("--verbose", "--no-config", ".");

    Neighbour.assertFound(result);
    assertThat(result.out())
        .contains("release.yaml:", "[input-too-large]")
        .doesNotContain("kept.yaml");
  }

  /** Twelve levels, each of nine times the one before. */
  private static String bomb(String open, String close, String key) {
    StringBuilder yaml =
        new StringBuilder("apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\n");
    yaml.append("x0: &x0 ")
        .append(open)
        .append(key.formatted(0))
        .append("lol")
        .append(close)
        .append('\n');
    for (int level = 1; level < 12; level++) {
      int inner = level - 1;
      yaml.append("x%d: &x%d ".formatted(level, level)).append(open);
      yaml.append(
          IntStream.range(0, 9)
              .mapToObj(i -> key.formatted(i) + "*x" + inner)
              .collect(Collectors.joining(", ")));
      yaml.append(close).append('\n');
    }
    return yaml.toString();
  }

  private static String deep(String open, String inside, String close) {
    return CONFIG_MAP + "  k: " + open.repeat(DEEP) + inside + close.repeat(DEEP) + "\n";
  }
}
