package dev.meshlint.core.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceFinderTest {
  @TempDir Path temporary;
  private Path work;

  @BeforeEach
  void aWorkingDirectory() throws IOException {
    work = Files.createDirectory(temporary.toRealPath().resolve("work"));
  }

  @Test
  void walksFoldersInAStableOrder() throws IOException {
    files("b.yaml", "a.yml", "sub/c.json", "sub/deep/d.yaml", "README.md", "sub/script.sh");

    assertThat(names(find(".")))
        .containsExactly("a.yml", "b.yaml", "sub/c.json", "sub/deep/d.yaml");
  }

  @Test
  void readsAnyFileThatIsNamed() throws IOException {
    files("manifest.txt");

    assertThat(names(find("manifest.txt"))).containsExactly("manifest.txt");
  }

  @Test
  void readsNoFileTwice() throws IOException {
    files("deploy/a.yaml", "deploy/b.yaml");

    assertThat(names(find("deploy/b.yaml", "deploy", "./deploy/../deploy/a.yaml")))
        .containsExactly("deploy/b.yaml", "deploy/a.yaml");
  }

  @Test
  void aMissingPathIsAnError() {
    assertThat(find("gone").errors())
        .containsExactly(new SourceError("gone", "path \"gone\" does not exist"));
    assertThat(find("").errors())
        .extracting(SourceError::message)
        .containsExactly("a path is empty");
    assertThat(find("a\0b").errors()).hasSize(1);
  }

  @Test
  void globsAreExpandedWithoutAShell() throws IOException {
    files("a/one.yaml", "a/two.txt", "b/c/three.yaml", "b/.hidden/four.yaml");

    assertThat(names(find("*/one.yaml"))).containsExactly("a/one.yaml");
    assertThat(names(find("**/*.yaml"))).containsExactly("a/one.yaml", "b/c/three.yaml");
    assertThat(names(find("b/*"))).containsExactly("b/c/three.yaml");
    assertThat(names(find("a/*"))).containsExactly("a/one.yaml");
    assertThat(names(find("a/*.txt"))).containsExactly("a/two.txt");
    assertThat(names(find(work + "/a/*.yaml"))).containsExactly("a/one.yaml");
    assertThat(find("x/*.yaml").errors())
        .containsExactly(new SourceError("x/*.yaml", "pattern \"x/*.yaml\" matches nothing"));
  }

  @Test
  void aFileMayBeNamedLikeAGlob() throws IOException {
    files("[a].yaml", "a.yaml");

    assertThat(names(find("[a].yaml"))).containsExactly("[a].yaml");
  }

  @Test
  void whatLiesOutsideIsShownAsItWasAskedFor() throws IOException {
    Files.createDirectories(temporary.resolve("other"));
    Files.writeString(temporary.resolve("other/x.yaml"), "");

    assertThat(names(find("../other"))).containsExactly("../other/x.yaml");
    String absolute = temporary.toRealPath().resolve("other").toString().replace('\\', '/');
    assertThat(names(find(absolute))).containsExactly(absolute + "/x.yaml");
  }

  @Test
  void leavesOutWhatGitIgnores() throws IOException {
    files("a.yaml", "out/b.yaml", "keep/secret.yaml", "keep/sub/secret.yaml", "keep/sub/c.yaml");
    write(".gitignore", "out/\nsecret.yaml\n");
    write("keep/sub/.gitignore", "!secret.yaml\n/c.yaml\n");

    SourceSet found = find(".");

    assertThat(names(found)).containsExactly("a.yaml", "keep/sub/secret.yaml");
    assertThat(found.skipped())
        .containsExactlyInAnyOrder(
            new SkippedSource("out/", SkipReason.IGNORED),
            new SkippedSource("keep/secret.yaml", SkipReason.IGNORED),
            new SkippedSource("keep/sub/c.yaml", SkipReason.IGNORED));
  }

  @Test
  void ignoreFilesHoldFromTheGitRootDown() throws IOException {
    files("deploy/prod/a.yaml", "deploy/prod/local.yaml", "deploy/prod/b.yaml");
    write(".git/info/exclude", "b.yaml\n");
    write(".gitignore", "/deploy/*/local.yaml\n");

    assertThat(names(find("deploy/prod"))).containsExactly("deploy/prod/a.yaml");
  }

  @Test
  void whatIsNamedIsReadAlthoughGitIgnoresIt() throws IOException {
    files("out/b.yaml");
    write(".gitignore", "out/\n");

    assertThat(names(find("out"))).containsExactly("out/b.yaml");
    assertThat(names(find("out/b.yaml"))).containsExactly("out/b.yaml");
  }

  @Test
  void anInnerRepositoryHasItsOwnIgnoreFiles() throws IOException {
    files("module/a.yaml", "module/.git/HEAD", "a.yaml");
    write(".gitignore", "a.yaml\n");

    assertThat(names(find("."))).containsExactly("module/a.yaml");
  }

  @Test
  void entersNoFolderOfTools() throws IOException {
    files("a.yaml", "node_modules/x/b.yaml", ".git/c.yaml", ".github/d.yaml", "target/e.yaml");

    SourceSet found = find(".");

    assertThat(names(found)).containsExactly(".github/d.yaml", "a.yaml", "target/e.yaml");
    assertThat(found.skipped())
        .containsExactly(new SkippedSource("node_modules/", SkipReason.TOOL_FOLDER));
  }

  @Test
  void theConfigurationExcludesAlsoWhatIsNamed() throws IOException {
    files("a.yaml", "legacy/b.yaml", "legacy/sub/c.yaml");
    SourceQuery.Builder query =
        SourceQuery.of(work, List.of(".", "legacy/b.yaml", "legacy/sub"))
            .exclude(List.of("legacy/"));

    SourceSet found = SourceFinder.find(query.build());

    assertThat(names(found)).containsExactly("a.yaml");
    assertThat(found.skipped())
        .containsExactly(
            new SkippedSource("legacy/", SkipReason.EXCLUDED),
            new SkippedSource("legacy/b.yaml", SkipReason.EXCLUDED),
            new SkippedSource("legacy/sub/", SkipReason.EXCLUDED));
  }

  @Test
  void theConfigurationMayIncludeSomeFilesOnly() throws IOException {
    files("a.yaml", "deploy/b.yaml", "deploy/README.md", "deploy/c.tmpl", "other/d.yaml");

    assertThat(names(including("deploy/**"))).containsExactly("deploy/b.yaml");
    assertThat(names(including("deploy"))).containsExactly("deploy/b.yaml");
    assertThat(names(including("*.tmpl", "a.yaml"))).containsExactly("a.yaml", "deploy/c.tmpl");
  }

  private SourceSet including(String... patterns) {
    return SourceFinder.find(SourceQuery.of(work, List.of(".")).include(List.of(patterns)).build());
  }

  @Test
  void linksAreFollowedOnceAndOnlyInsideTheTree() throws IOException {
    files("real/a.yaml", "hidden/b.yaml");
    Files.createDirectories(temporary.resolve("outside"));
    Files.writeString(temporary.resolve("outside/o.yaml"), "");
    write(".gitignore", "/hidden/\n");
    link("linked", "real");
    link("shown", "hidden");
    link("loop", ".");
    link("out", "../outside");
    link("o.yaml", "../outside/o.yaml");
    link("broken.yaml", "nowhere.yaml");

    SourceSet found = find(".");

    assertThat(names(found)).containsExactly("real/a.yaml", "shown/b.yaml");
    assertThat(found.skipped())
        .containsExactlyInAnyOrder(
            new SkippedSource("hidden/", SkipReason.IGNORED),
            new SkippedSource("loop/", SkipReason.LINK_LOOP),
            new SkippedSource("out/", SkipReason.LINK_OUTSIDE),
            new SkippedSource("o.yaml", SkipReason.LINK_OUTSIDE),
            new SkippedSource("broken.yaml", SkipReason.LINK_BROKEN));
  }

  @Test
  void linksMayLeadAnywhereInTheRepository() throws IOException {
    files(".git/HEAD", "base/a.yaml", "overlay/b.yaml");
    link("overlay/base", "../base");

    assertThat(names(find("overlay"))).containsExactly("overlay/b.yaml", "overlay/base/a.yaml");
  }

  @Test
  void theProjectAroundASingleFileIsContext() throws IOException {
    files(".git/HEAD", "a.yaml", "deploy/b.yaml", "deploy/c.yaml");

    SourceSet found = find("deploy/b.yaml");

    assertThat(names(found)).containsExactly("deploy/b.yaml");
    assertThat(contextNames(found)).containsExactly("a.yaml", "deploy/c.yaml");
    assertThat(found.projectRoot()).isEqualTo(work);
  }

  @Test
  void theFolderOfTheConfigurationIsTheProject() throws IOException {
    files(".git/HEAD", "a.yaml", "deploy/b.yaml", "deploy/c.yaml");
    SourceQuery.Builder query =
        SourceQuery.of(work, List.of("deploy/b.yaml")).projectFolder(work.resolve("deploy"));

    assertThat(contextNames(SourceFinder.find(query.build()))).containsExactly("deploy/c.yaml");
    assertThat(contextNames(SourceFinder.find(query.automaticContext(false).build()))).isEmpty();
  }

  @Test
  void aFolderAndALoneFileBringNoContext() throws IOException {
    files("deploy/b.yaml", "a.yaml");

    assertThat(contextNames(find("deploy"))).isEmpty();
    assertThat(contextNames(find("deploy/b.yaml"))).isEmpty();
    assertThat(find("deploy/b.yaml").projectRoot()).isNull();
  }

  @Test
  void contextIsReadBesidesWhatIsLinted() throws IOException {
    files("deploy/b.yaml", "platform/p.yaml");
    SourceQuery.Builder query =
        SourceQuery.of(work, List.of("deploy")).context(List.of("platform", "deploy"));

    SourceSet found = SourceFinder.find(query.build());

    assertThat(names(found)).containsExactly("deploy/b.yaml");
    assertThat(contextNames(found)).containsExactly("platform/p.yaml");
  }

  @Test
  void contextInsideOfWhatIsLintedIsNotLinted() throws IOException {
    files("deploy/b.yaml", "platform/p.yaml", "platform/q.yaml");
    SourceQuery.Builder query =
        SourceQuery.of(work, List.of(".", "platform/q.yaml"))
            .context(List.of("platform"))
            .exclude(List.of("platform/p.yaml"));

    SourceSet found = SourceFinder.find(query.build());

    assertThat(names(found)).containsExactly("deploy/b.yaml", "platform/q.yaml");
    assertThat(contextNames(found)).containsExactly("platform/p.yaml");
  }

  @Test
  void eachArgumentMayBeAMeshOfItsOwn() throws IOException {
    files(".git/HEAD", "one/a.yaml", "two/b.yaml", "shared/s.yaml");
    SourceQuery.Builder query =
        SourceQuery.of(work, List.of("one", "two/b.yaml", "one/a.yaml"))
            .each(true)
            .context(List.of("shared"));

    SourceSet found = SourceFinder.find(query.build());

    assertThat(found.sources())
        .extracting(source -> source.name() + " " + source.mesh() + " " + source.meshName())
        .containsExactly(
            "one/a.yaml 0 one",
            "two/b.yaml 1 two/b.yaml",
            "one/a.yaml 2 one/a.yaml",
            "shared/s.yaml -1 null");
  }

  @Test
  void readsStandardInputUnderItsName() throws IOException {
    files(".git/HEAD", "a.yaml", "b.yaml");
    StandardInput input = () -> new java.io.ByteArrayInputStream("x".getBytes(UTF_8));
    SourceQuery.Builder query = SourceQuery.of(work, List.of("-", "-"));

    assertThat(names(SourceFinder.find(query.standardInput(input, null).build())))
        .containsExactly("<stdin>");
    SourceSet named = SourceFinder.find(query.standardInput(input, "b.yaml").build());
    assertThat(names(named)).containsExactly("b.yaml");
    assertThat(contextNames(named)).containsExactly("a.yaml");
  }

  @Test
  void textsThatAreGivenComeAfterTheArguments() throws IOException {
    files("one/a.yaml");
    List<Source> given = List.of(Source.ofText("inline.yaml", "kind: Service"));
    SourceQuery.Builder query = SourceQuery.of(work, List.of("one")).given(given);

    assertThat(names(SourceFinder.find(query.build())))
        .containsExactly("one/a.yaml", "inline.yaml");
    assertThat(SourceFinder.find(query.each(true).build()).sources())
        .extracting(Source::mesh)
        .containsExactly(0, 1);
  }

  @Test
  void filesAreSortedIntoTheConfiguredMeshes() throws IOException {
    files("east/a.yaml", "west/b.yaml", "base/c.yaml", "other/d.yaml", "shared/e.yaml");

    SourceSet found =
        SourceFinder.find(
            SourceQuery.of(work, List.of("east", "west", "base", "other"))
                .meshes(
                    List.of(
                        new MeshPaths("east", List.of("/east", "/base"), List.of("shared")),
                        new MeshPaths("west", List.of("/west", "/base"), List.of())))
                .build());

    assertThat(found.sources())
        .extracting(s -> s.mesh() + " " + s.meshName() + " " + s.name())
        .containsExactly(
            "0 east east/a.yaml",
            "1 west west/b.yaml",
            "0 east base/c.yaml",
            "1 west base/c.yaml",
            "2 null other/d.yaml",
            "0 east shared/e.yaml");
    assertThat(contextNames(found)).containsExactly("shared/e.yaml");
  }

  @Test
  void theProjectAroundAFileIsContextOfItsOwnMesh() throws IOException {
    files("east/a.yaml", "east/b.yaml", "west/c.yaml");
    write(".mesh-lint.yaml", "");

    SourceSet found =
        SourceFinder.find(
            SourceQuery.of(work, List.of("east/a.yaml"))
                .projectFolder(work)
                .meshes(
                    List.of(
                        new MeshPaths("east", List.of("/east"), List.of()),
                        new MeshPaths("west", List.of("/west"), List.of())))
                .build());

    assertThat(found.sources())
        .extracting(s -> s.mesh() + " " + s.name() + (s.context() ? " context" : ""))
        .contains("0 east/a.yaml", "0 east/b.yaml context", "1 west/c.yaml context");
  }

  private SourceSet find(String... arguments) {
    return SourceFinder.find(SourceQuery.of(work, List.of(arguments)).build());
  }

  private static List<String> names(SourceSet found) {
    return found.sources().stream().filter(s -> !s.context()).map(Source::name).toList();
  }

  private static List<String> contextNames(SourceSet found) {
    return found.sources().stream().filter(Source::context).map(Source::name).toList();
  }

  private void files(String... names) throws IOException {
    for (String name : names) {
      write(name, "");
    }
  }

  private void write(String name, String text) throws IOException {
    Path file = work.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private void link(String name, String target) throws IOException {
    Files.createSymbolicLink(work.resolve(name), Path.of(target));
  }
}
