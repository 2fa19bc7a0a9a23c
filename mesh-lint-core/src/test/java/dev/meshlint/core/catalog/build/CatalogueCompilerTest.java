package dev.meshlint.core.catalog.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.meshlint.core.catalog.Catalogue;
import dev.meshlint.core.catalog.Level;
import dev.meshlint.core.catalog.RuleInfo;
import dev.meshlint.core.engine.RuleSet;
import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.MeshRule;
import dev.meshlint.core.rule.Rule;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogueCompilerTest {
  /** A rule as users write them. */
  public static final class MissingOwner extends MeshRule {
    public MissingOwner() {
      super("acme-missing-owner");
    }

    @Override
    public void check(Mesh mesh, Findings out) {}
  }

  /** A rule whose id says something else. */
  public static final class MissingTeam extends MeshRule {
    public MissingTeam() {
      super("acme-missing-owner");
    }

    @Override
    public void check(Mesh mesh, Findings out) {}
  }

  private static final String ENTRY =
      """
      id: acme-missing-owner
      title: A resource names no owner
      mesh: mesh
      category: reliability
      severity: off
      since: 1.0.0
      kinds: [Service]
      certain: the label is not there
      why: Nobody knows whom to ask.
      fix: Write the label.
      options:
        label: {type: text, default: owner, description: the label}
      examples:
        - name: no label
          wrong: |
            a: 1
          correct: |
            a: 2
      """;

  @TempDir Path folder;
  private Path classes;
  private Path catalogue;

  @BeforeEach
  void make_folders() throws IOException {
    classes = Files.createDirectories(folder.resolve("classes"));
    catalogue = Files.createDirectories(folder.resolve("catalog"));
  }

  private void entry(String file, String text) throws IOException {
    Path path = catalogue.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }

  /** Copies a compiled class, as the compiler would have put it there. */
  private void compiled(Class<?> type) throws IOException {
    String name = type.getName().replace('.', '/') + ".class";
    Path path = classes.resolve(name);
    Files.createDirectories(path.getParent());
    try (InputStream in = type.getClassLoader().getResourceAsStream(name)) {
      Files.write(path, in.readAllBytes());
    }
  }

  /** Sees the folder, and everything else but the service files of this build. */
  private URLClassLoader loader() throws IOException {
    return new URLClassLoader(new URL[] {classes.toUri().toURL()}, Rule.class.getClassLoader());
  }

  private void compile() throws IOException {
    try (URLClassLoader loader = loader()) {
      CatalogueCompiler.compile(catalogue, classes, loader);
    }
  }

  @Test
  void rules_and_entries_become_what_a_run_needs() throws IOException {
    entry("mesh/acme-missing-owner.yaml", ENTRY);
    compiled(MissingOwner.class);

    compile();

    try (URLClassLoader loader = loader()) {
      RuleSet rules = RuleSet.load(loader);
      assertThat(rules.rules()).extracting(Rule::id).containsExactly("acme-missing-owner");
      Catalogue compiled = rules.catalogue();
      RuleInfo info = compiled.rule("acme-missing-owner");
      assertThat(info).isNotNull();
      assertThat(info.level()).isEqualTo(Level.OFF);
      assertThat(info.options().get("label").value()).containsExactly("owner");
      assertThat(compiled.text("acme-missing-owner").examples()).hasSize(1);
    }
  }

  @Test
  void a_rule_without_an_entry_does_not_build() throws IOException {
    compiled(MissingOwner.class);

    assertThatThrownBy(this::compile)
        .hasMessageContaining("acme-missing-owner: the class")
        .hasMessageContaining("has no entry in the catalogue");
  }

  @Test
  void an_entry_without_a_rule_does_not_build() throws IOException {
    entry("mesh/acme-missing-owner.yaml", ENTRY);

    assertThatThrownBy(this::compile)
        .hasMessageContaining("acme-missing-owner: no class implements it");
  }

  @Test
  void a_rule_is_named_like_its_id_and_has_it_alone() throws IOException {
    entry("mesh/acme-missing-owner.yaml", ENTRY);
    compiled(MissingOwner.class);
    compiled(MissingTeam.class);

    assertThatThrownBy(this::compile)
        .hasMessageContaining("MissingTeam is not named like its id")
        .hasMessageContaining("say it is theirs");
  }

  @Test
  void every_mistake_of_an_entry_is_named() throws IOException {
    entry(
        "mesh/a.yaml",
        ENTRY
            .replace("severity: off", "severity: fatal")
            .replace("why: ", "wy: ")
            .replace("default: owner", "default: [1, 2]")
            .replace("    correct: |", "    rong: |"));
    compiled(MissingOwner.class);

    assertThatThrownBy(this::compile)
        .hasMessageContaining("mesh/a.yaml: the file must be called acme-missing-owner.yaml")
        .hasMessageContaining("\"severity\" must be one of error, warning, info, off, not fatal")
        .hasMessageContaining("does not know \"wy\"")
        .hasMessageContaining("needs \"why\"")
        .hasMessageContaining("options.label: \"default\" must be a single value, not a list")
        .hasMessageContaining("examples[0]: does not know \"rong\"")
        .hasMessageContaining("needs at least one example with \"wrong\" and one with \"correct\"");
  }

  @Test
  void a_text_that_is_still_to_be_written_counts_as_missing() throws IOException {
    entry("mesh/acme-missing-owner.yaml", ENTRY.replace("the label is not there", "…"));

    assertThatThrownBy(this::compile).hasMessageContaining("needs \"certain\"");
  }

  @Test
  void a_broken_entry_is_named() throws IOException {
    entry("mesh/acme-missing-owner.yaml", "id: [a");
    entry("mesh/twice.yaml", ENTRY + "id: twice\n");

    assertThatThrownBy(this::compile)
        .hasMessageContaining("mesh/acme-missing-owner.yaml: ")
        .hasMessageContaining("mesh/twice.yaml: ");
  }

  @Test
  void two_entries_may_not_share_a_name() throws IOException {
    entry("mesh/acme-missing-owner.yaml", ENTRY);
    entry(
        "mesh/acme-other.yaml",
        ENTRY.replace("id: acme-missing-owner", "id: acme-other\naliases: [acme-missing-owner]"));
    compiled(MissingOwner.class);

    assertThatThrownBy(this::compile)
        .hasMessageContaining("another entry already has the name acme-missing-owner");
  }

  @Test
  void nothing_is_written_again_if_nothing_changed() throws IOException {
    entry("mesh/acme-missing-owner.yaml", ENTRY);
    compiled(MissingOwner.class);
    compile();
    List<Path> written = List.of(classes.resolve("META-INF/mesh-lint/catalogue.tsv"));
    for (Path file : written) {
      assertThat(file.toFile().setLastModified(1_000_000)).isTrue();
    }

    compile();

    assertThat(written)
        .allSatisfy(file -> assertThat(file.toFile().lastModified()).isEqualTo(1_000_000));
  }
}
