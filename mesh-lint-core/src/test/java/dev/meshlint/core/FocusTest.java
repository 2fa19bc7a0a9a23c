package dev.meshlint.core;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.meshlint.core.engine.TestRules;
import dev.meshlint.core.finding.LintReport;
import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.kubernetes.Service;
import dev.meshlint.core.rule.Findings;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Services of type ExternalName must name another Service; one that is named "bad" is wrong by itself. */
class FocusTest {
  @TempDir Path folder;

  private static void check(Mesh mesh, Findings out) {
    List<Service> services = mesh.all(Service.class);
    for (Service service : services) {
      if (service.resource().name().startsWith("bad")) {
        out.report(service, "this one is bad");
      }
      Text text = service.child("spec").text("externalName");
      String target = text == null ? null : text.value();
      Service found = named(target, services);
      if (target != null && found == null) {
        out.report(service, "nothing is called " + target);
      } else if (found != null && found.resource().name().endsWith("closed")) {
        out.report(service, found.resource().name() + " is closed").related(found, "there");
      }
    }
  }

  private static @Nullable Service named(@Nullable String name, List<Service> services) {
    for (Service service : services) {
      if (service.resource().name().equals(name)) {
        return service;
      }
    }
    return null;
  }

  @BeforeEach
  void write() throws IOException {
    write("deploy/a.yaml", "a", "b");
    write("deploy/b.yaml", "b", null);
    write("deploy/bad.yaml", "bad", null);
  }

  private void write(String file, String name, @Nullable String target) throws IOException {
    Path path = folder.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, service(name, target));
  }

  private static String service(String name, @Nullable String target) {
    return "apiVersion: v1\nkind: Service\nmetadata: {name: "
        + name
        + "}\nspec: {"
        + (target == null ? "" : "externalName: " + target)
        + "}\n";
  }

  private LintReport lint(LintRequest request) {
    return MeshLint.builder()
        .ruleSet(TestRules.none().onMesh("test-target", FocusTest::check).set())
        .select(List.of("test-*"))
        .directory(folder)
        .build()
        .lint(request);
  }

  private List<String> found(LintRequest request) {
    LintReport report = lint(request);
    assertThat(report.errors()).isEmpty();
    return report.findings().stream()
        .map(one -> one.place().file() + ": " + one.message())
        .toList();
  }

  private static LintRequest deploy() {
    return LintRequest.of(List.of("deploy"));
  }

  @Test
  void what_is_in_the_files_is_reported_and_nothing_else() throws IOException {
    write("deploy/a.yaml", "a", "gone");

    assertThat(found(deploy().withReportOnly(List.of("deploy/a.yaml"))))
        .containsExactly("deploy/a.yaml: nothing is called gone");
    assertThat(found(deploy().withReportOnly(List.of("deploy/bad.yaml", "README.md"))))
        .containsExactly("deploy/bad.yaml: this one is bad");
    assertThat(found(deploy().withReportOnly(List.of("deploy")))).hasSize(2);
    assertThat(found(deploy().withReportOnly(List.of(folder.resolve("deploy/b.yaml").toString()))))
        .isEmpty();
  }

  @Test
  void a_finding_elsewhere_that_names_a_place_in_the_files_is_reported() throws IOException {
    write("deploy/a.yaml", "a", "closed");
    write("deploy/b.yaml", "closed", null);

    assertThat(found(deploy().withReportOnly(List.of("deploy/b.yaml"))))
        .containsExactly("deploy/a.yaml: closed is closed");
  }

  private void git(String... arguments) throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(List.of("git", "-c", "user.name=a", "-c", "user.email=b"));
    command.addAll(List.of(arguments));
    Process process;
    try {
      process =
          new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
    } catch (IOException e) {
      assumeTrue(false, "git is not installed");
      return;
    }
    String said = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
  }

  private void commit() throws IOException, InterruptedException {
    git("init", "-q", "-b", "main");
    git("add", "-A");
    git("commit", "-q", "-m", "all");
  }

  @Test
  void what_was_there_before_is_not_reported() throws IOException, InterruptedException {
    commit();
    assertThat(found(deploy().withChangedSince("HEAD"))).isEmpty();

    write("deploy/a.yaml", "a", "gone");
    write("deploy/new.yaml", "bad-too", null);
    Files.writeString(folder.resolve("deploy/bad.yaml"), "# moved\n" + service("bad", null));
    assertThat(found(deploy().withChangedSince("HEAD")))
        .containsExactly(
            "deploy/a.yaml: nothing is called gone", "deploy/new.yaml: this one is bad");
  }

  @Test
  void a_change_that_breaks_an_unchanged_file_is_reported_there()
      throws IOException, InterruptedException {
    commit();
    write("deploy/b.yaml", "c", null);
    assertThat(found(deploy().withChangedSince("main")))
        .containsExactly("deploy/a.yaml: nothing is called b");

    Files.delete(folder.resolve("deploy/b.yaml"));
    assertThat(found(deploy().withChangedSince("main")))
        .containsExactly("deploy/a.yaml: nothing is called b");

    assertThat(found(LintRequest.of(List.of("deploy/*.yaml")).withChangedSince("main")))
        .containsExactly("deploy/a.yaml: nothing is called b");
  }

  @Test
  void what_was_broken_and_is_whole_again_is_no_finding() throws IOException, InterruptedException {
    Files.delete(folder.resolve("deploy/b.yaml"));
    commit();
    write("deploy/b.yaml", "b", null);

    assertThat(found(deploy().withChangedSince("HEAD"))).isEmpty();
  }

  @Test
  void the_commit_counts_at_which_the_branch_was_left() throws IOException, InterruptedException {
    commit();
    git("checkout", "-q", "-b", "topic");
    write("deploy/a.yaml", "a", "gone");
    git("commit", "-q", "-a", "-m", "topic");
    git("checkout", "-q", "main");
    write("deploy/b.yaml", "bad-b", null);
    git("commit", "-q", "-a", "-m", "main");
    git("checkout", "-q", "topic");

    assertThat(found(deploy().withChangedSince("main")))
        .containsExactly("deploy/a.yaml: nothing is called gone");
  }

  @Test
  void a_text_stands_for_the_file_of_its_name() throws IOException, InterruptedException {
    commit();
    byte[] bytes = service("bad-b", null).getBytes(UTF_8);
    LintRequest request =
        LintRequest.of(List.of("deploy", "-"))
            .withStandardInput(() -> new ByteArrayInputStream(bytes), "deploy/b.yaml");

    assertThat(found(request))
        .containsExactlyInAnyOrder(
            "deploy/a.yaml: nothing is called b",
            "deploy/b.yaml: this one is bad",
            "deploy/bad.yaml: this one is bad");
  }

  @Test
  void without_git_or_commit_the_run_fails() throws IOException, InterruptedException {
    commit();

    assertThat(lint(deploy().withChangedSince("nowhere")).errors())
        .containsExactly("git knows no commit \"nowhere\"");
    assertThat(lint(deploy().withChangedSince("--output=x")).errors())
        .containsExactly("git knows no commit \"--output=x\"");
  }
}
