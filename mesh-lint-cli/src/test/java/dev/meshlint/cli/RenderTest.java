package dev.meshlint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** {@code --kustomize} and {@code --helm}, with programs of these names that print what the real ones would. */
@DisabledOnOs(OS.WINDOWS)
class RenderTest {
  private static final String ROUTE =
      """
      apiVersion: networking.istio.io/v1
      kind: VirtualService
      metadata: {name: books, namespace: library}
      spec:
        hosts: [books.library.svc.cluster.local]
        http:
          - route: [{destination: {host: books.library.svc.cluster.local, subset: v9}}]
      """;

  private static final String BUILT =
      """
      apiVersion: networking.istio.io/v1
      kind: VirtualService
      metadata:
        annotations:
          config.kubernetes.io/origin: |
            path: $folder/../base/route.yaml
        name: books
        namespace: library
      spec:
        hosts:
        - books.library.svc.cluster.local
        http:
        - route:
          - destination:
              host: books.library.svc.cluster.local
              subset: v9
      """;

  private static final String TEMPLATED =
      """
      ---
      # Source: shop/templates/route.yaml
      apiVersion: networking.istio.io/v1
      kind: VirtualService
      metadata:
        name: books
      spec:
        hosts: [books]
        http:
        - route:
          - destination:
              host: books
              subset: v9
      """;

  @TempDir Path folder;
  private Path programs;

  @BeforeEach
  void layOut() throws IOException {
    folder = folder.toRealPath();
    programs = Files.createDirectory(folder.resolve("programs"));
    write("base/route.yaml", ROUTE);
    write("base/kustomization.yaml", "resources: [route.yaml]\n");
    write("overlay/kustomization.yaml", "resources: [../base]\n");
    write("shop/Chart.yaml", "apiVersion: v2\nname: shop\nversion: 1.0.0\n");
    write("shop/values.yaml", "subset: v9\n");
    write(
        "shop/templates/route.yaml",
        TEMPLATED.replaceFirst("---\\n.*\\n", "").replace("v9", "{{ .Values.subset }}"));
  }

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  /** Puts a program onto the PATH that notes its arguments. */
  private void program(String name, String script) throws IOException {
    Path file = programs.resolve(name);
    Files.writeString(
        file, "#!/bin/sh\necho \"$@\" >>" + folder.resolve("arguments") + "\n" + script);
    assertThat(file.toFile().setExecutable(true)).isTrue();
  }

  /** Prints what kustomize does if it is asked for origins. */
  private void kustomize() throws IOException {
    program(
        "kustomize",
        """
        while read -r line; do
          case $line in
            resources:*) folder=${line#*"'"}; folder=${folder%"'"*} ;;
          esac
        done <"$2/kustomization.yaml"
        /bin/cat <<END
        """
            + BUILT
            + "END\n");
  }

  private Cli.Result lint(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of("-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path")));
    command.add("dev.meshlint.cli.Main");
    command.addAll(List.of(arguments));
    Path out = folder.resolve("out");
    Path err = folder.resolve("err");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    builder.environment().put("PATH", programs.toString());
    int status = builder.start().waitFor();
    return new Cli.Result(
        status,
        Files.readString(out, StandardCharsets.UTF_8),
        Files.readString(err, StandardCharsets.UTF_8));
  }

  @Test
  void what_kustomize_builds_is_linted_and_led_back_to_its_files() throws Exception {
    kustomize();

    Cli.Result result = lint("--no-config", "--kustomize", "overlay");

    assertThat(result.out())
        .contains("base/route.yaml:7:77: error: subset \"v9\"", "host: books.library")
        .contains("1 error, 1 info in 1 file, 1 resource");
    assertThat(result.err()).isEmpty();
    assertThat(result.status()).isEqualTo(1);
  }

  @Test
  void files_are_not_linted_again_beside_what_they_become() throws Exception {
    kustomize();

    Cli.Result result = lint("--no-config", "--verbose", "--kustomize", "overlay", "base");

    assertThat(result.out())
        .contains("1 error, 1 info in 1 file, 1 resource", "base/route.yaml: linted as rendered");
  }

  @Test
  void kubectl_does_where_there_is_no_kustomize() throws Exception {
    kustomize();
    Files.move(programs.resolve("kustomize"), programs.resolve("kubectl"));

    assertThat(lint("--no-config", "--kustomize", "overlay").out()).contains("base/route.yaml:7");
    assertThat(folder.resolve("arguments")).content().startsWith("kustomize ");
  }

  @Test
  void a_kustomize_that_cannot_tell_origins_builds_the_folder_itself() throws Exception {
    program(
        "kustomize",
        "case $2 in */overlay) ;; *) echo 'Error: unknown field' >&2; exit 1 ;; esac\n/bin/cat <<END\n"
            + BUILT.replaceAll(" {2}annotations:\n.*\n.*\n", "")
            + "END\n");

    assertThat(lint("--no-config", "--kustomize", "overlay").out())
        .contains("<overlay>:14:17: error: subset \"v9\"");
  }

  @Test
  void what_is_wrong_with_a_kustomization_is_what_kustomize_says() throws Exception {
    program("kustomize", "echo warning >&2\necho 'Error: no such file x.yaml' >&2\nexit 1\n");

    Cli.Result result = lint("--no-config", "--kustomize", "overlay");

    assertThat(result.err())
        .isEqualTo(
            "mesh-lint: \"overlay\" cannot be rendered: kustomize says: Error: no such file x.yaml\n");
    assertThat(result.status()).isEqualTo(2);
  }

  @Test
  void programs_that_are_not_there_are_named() throws Exception {
    assertThat(lint("--no-config", "--kustomize", "overlay", "--helm", "shop", "base").err())
        .isEqualTo(
            """
            mesh-lint: "overlay" cannot be rendered: there is neither kustomize nor kubectl on the PATH
            mesh-lint: "shop" cannot be rendered: there is no helm on the PATH
            """);
    Cli.Result result = lint("--no-config", "--helm", "nowhere");
    assertThat(result.err())
        .isEqualTo("mesh-lint: \"nowhere\" cannot be rendered: it does not exist\n");
    assertThat(result.status()).isEqualTo(2);
  }

  @Test
  void what_helm_renders_is_linted_and_led_back_to_its_templates() throws Exception {
    program("helm", "/bin/cat <<END\n" + TEMPLATED + "END\n");

    Cli.Result result =
        lint(
            "--helm", "shop", "--values", "a.yaml", "--values", "b.yaml", "--namespace", "library");

    assertThat(result.out())
        .contains("shop/templates/route.yaml:11:17: error: subset \"v9\"", "{{ .Values.subset }}");
    assertThat(folder.resolve("arguments"))
        .hasContent(
            "template shop FOLDER/shop --values FOLDER/a.yaml --values FOLDER/b.yaml --namespace library"
                .replace("FOLDER", folder.toString()));
  }

  @Test
  void a_mistake_in_a_template_of_several_resources_is_told_once() throws Exception {
    String second = TEMPLATED.replace("name: books", "name: readers");
    program("helm", "/bin/cat <<END\n" + TEMPLATED + second + "END\n");

    assertThat(lint("--helm", "shop").out())
        .containsOnlyOnce("shop/templates/route.yaml:11:17: error: subset \"v9\"");
  }

  @Test
  void meshes_of_the_configuration_may_be_rendered() throws Exception {
    kustomize();
    program("helm", "/bin/cat <<END\n" + TEMPLATED + "END\n");
    write(
        ".mesh-lint.yaml",
        """
        meshes:
          - {name: built, kustomize: overlay}
          - {name: chart, helm: {chart: shop, values: [shop/values.yaml]}}
        """);

    Cli.Result result = lint("--format", "json", ".");
    assertThat(result.out())
        .contains("\"mesh\":\"built\"", "\"mesh\":\"chart\"", "\"errors\":2")
        .contains("\"file\":\"base/route.yaml\"", "\"file\":\"shop/templates/route.yaml\"")
        .doesNotContain("\"mesh\":null");

    assertThat(lint("--format", "json", "shop").out()).doesNotContain("built");
  }

  @Test
  void a_baseline_and_a_focus_know_the_files_that_it_comes_from() throws Exception {
    kustomize();

    lint("--kustomize", "overlay", "--write-baseline");
    assertThat(folder.resolve(".mesh-lint-baseline.yaml")).content().contains("base/route.yaml");
    assertThat(lint("--kustomize", "overlay", "--baseline", ".mesh-lint-baseline.yaml").status())
        .isZero();
    assertThat(lint("--kustomize", "overlay", "--report-only", "base/route.yaml").status())
        .isEqualTo(1);
    assertThat(lint("--kustomize", "overlay", "--report-only", "shop").status()).isZero();
  }

  @Test
  void values_need_a_chart() {
    assertThat(Cli.run("--values", "a.yaml", "deploy").err())
        .isEqualTo("mesh-lint: --values are those of a chart: name it with --helm\n");
  }
}
