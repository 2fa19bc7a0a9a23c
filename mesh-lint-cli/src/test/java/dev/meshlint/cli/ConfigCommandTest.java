package dev.meshlint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meshlint.core.config.LintConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigCommandTest {
  @TempDir Path folder;

  private void configuration(String text) throws IOException {
    Files.writeString(folder.resolve(LintConfig.FILE), text);
  }

  private Cli.Result config(String... words) {
    String[] arguments = new String[words.length + 1];
    arguments[0] = "config";
    System.arraycopy(words, 0, arguments, 1, words.length);
    return Cli.in(folder).lint(arguments);
  }

  @Test
  void show_says_what_holds_and_where_it_comes_from() throws IOException {
    configuration(
        """
        exclude: [vendor, "a \\"b\\""]
        known: {namespaces: [istio-system]}
        meshes:
          - {name: east, include: [/east]}
          - {name: west, kustomize: west, helm: {chart: shop, values: v.yaml}}
        rules:
          istio-missing-timeout: {severity: warning, options: {limit: 3}}
          istio-nothing: off
        overrides:
          - paths: [sandbox]
            rules: {istio-undefined-subset: info}
        suppressions:
          - {rules: yaml-syntax, paths: vendor, reason: not ours, until: 2026-12-31}
        """);
    Files.createDirectories(folder.resolve("east"));

    Cli.Result result = config("show", "east");

    assertThat(result.out())
        .isEqualTo(
            """
            include: []                                 # default
            exclude: ["vendor", "a \\"b\\""]              # .mesh-lint.yaml:1
            context: []                                 # default
            crds: []                                    # default
            world: default                              # default
            fail-on: error                              # default
            baseline: null                              # default
            preview: false                              # default
            targets: {}                                 # default
            known: {namespaces: ["istio-system"]}       # .mesh-lint.yaml:2
            meshes:                                     # .mesh-lint.yaml:3
              - name: "east"
                include: ["/east"]
                context: []
                known: {}
                kustomize: []
                helm: []
              - name: "west"
                include: []
                context: []
                known: {}
                kustomize: ["west"]
                helm: [{chart: "shop", values: ["v.yaml"]}]
            rules:                                      # .mesh-lint.yaml:6
              istio-missing-timeout: {options: {limit: ["3"]}, severity: warning} # .mesh-lint.yaml:7, default off
              istio-nothing: off                        # .mesh-lint.yaml:8, there is no such rule
            overrides:                                  # .mesh-lint.yaml:9
              - paths: ["sandbox"]
                namespaces: []
                kinds: []
                rules:
                  istio-undefined-subset: info          # .mesh-lint.yaml:11, default error
            suppressions:                               # .mesh-lint.yaml:12
              - rules: ["yaml-syntax"]
                paths: ["vendor"]
                namespaces: []
                kinds: []
                names: []
                reason: "not ours"
                until: 2026-12-31
            """);
    assertThat(LintConfig.parse("shown", result.out()).meshes()).hasSize(2);
    assertThat(result.status()).isZero();
  }

  @Test
  void validate_names_every_mistake() throws IOException {
    configuration(
        """
        rules:
          istio-undefined-subsett: off
          istio-timeout-out-of-range: {options: {bond: 1m}}
        suppressions:
          - {rules: yaml-sintax, paths: vendor}
        """);

    Cli.Result result = config("validate");

    assertThat(result.out())
        .isEqualTo(
            """
            .mesh-lint.yaml:2:3: unknown rule "istio-undefined-subsett": did you mean "istio-undefined-subset"?
            .mesh-lint.yaml:5:5: unknown rule "yaml-sintax": did you mean "yaml-syntax"?
            .mesh-lint.yaml:3:3: rule "istio-timeout-out-of-range" has no option "bond", only longest
            """);
    assertThat(result.status()).isEqualTo(1);
  }

  @Test
  void without_a_configuration_there_is_nothing_to_validate() {
    assertThat(config("show").status()).isZero();
    assertThat(config("validate").status()).isEqualTo(2);
    assertThat(config("validate", "nowhere").err())
        .isEqualTo("mesh-lint: path \"nowhere\" does not exist\n");
    assertThat(config("print").status()).isEqualTo(2);
  }

  @Test
  void init_writes_a_configuration_that_is_right_also_with_its_examples() throws IOException {
    assertThat(Cli.in(folder).lint("init").out()).isEqualTo("wrote .mesh-lint.yaml\n");
    assertThat(config("validate").status()).isZero();
    String text = Files.readString(folder.resolve(LintConfig.FILE));

    Cli.Result again = Cli.in(folder).lint("init");

    assertThat(again.status()).isEqualTo(2);
    assertThat(again.err()).contains("exists");
    assertThat(Files.readString(folder.resolve(LintConfig.FILE))).isEqualTo(text);
    configuration(text.replaceAll("(?m)^#(?! \\S)", ""));
    assertThat(config("validate").out()).isEqualTo(".mesh-lint.yaml is right\n");
  }

  @Test
  void completion_knows_the_commands_and_options() {
    String script = Cli.run("completion").out();

    assertThat(script).startsWith("#!/usr/bin/env bash");
    assertThat(Syntax.lint().options())
        .allSatisfy(option -> assertThat(script).contains(option.longestName()));
    assertThat(Program.COMMANDS)
        .filteredOn(name -> !name.equals("help"))
        .allSatisfy(name -> assertThat(script).contains(name));
  }
}
