package dev.meshlint.core.manifest;

import static dev.meshlint.core.manifest.Inputs.file;
import static dev.meshlint.core.manifest.Inputs.problems;
import static org.assertj.core.api.Assertions.assertThat;

import dev.meshlint.core.source.Source;
import dev.meshlint.core.source.SourceFinder;
import dev.meshlint.core.source.SourceQuery;
import dev.meshlint.core.source.SourceSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Nothing that a file or a folder holds makes reading fail, or take forever. */
@Timeout(60)
class HostileInputTest {
  private static final String SERVICE = "apiVersion: v1\nkind: Service\nmetadata: {name: a}\n";

  @Test
  void aLongChainOfKustomizations() {
    List<Source> sources = new ArrayList<>();
    for (int i = 0; i < 3_000; i++) {
      String text =
          "namespace: n" + i + "\nresources: [../k" + (i + 1) + ", a.yaml]\ncommonLabels: {l: x}\n";
      sources.add(Source.ofText("k" + i + "/kustomization.yaml", text));
      sources.add(Source.ofText("k" + i + "/a.yaml", SERVICE));
    }
    ManifestSet set = ManifestLoader.load(SourceSet.of(sources), ManifestOptions.DEFAULT);

    assertThat(set.resources()).hasSize(3_000);
    assertThat(set.resources().get(2_999).namespace()).isEqualTo(NamespaceRef.named("n0"));
  }

  @Test
  void manyKustomizationsThatAllTakeInEachOther() {
    StringBuilder all = new StringBuilder("resources:\n- a.yaml\n");
    for (int i = 0; i < 150; i++) {
      all.append("- ../k").append(i).append('\n');
    }
    Inputs inputs = new Inputs();
    for (int i = 0; i < 150; i++) {
      inputs.and("k" + i + "/kustomization.yaml", all + "namespace: n" + i + "\n");
      inputs.and("k" + i + "/a.yaml", SERVICE);
    }

    assertThat(inputs.read().resources()).hasSize(150);
  }

  @Test
  void manyKustomizationsOfFluxForOneBigFolder() {
    Inputs inputs = new Inputs();
    StringBuilder flux = new StringBuilder();
    for (int i = 0; i < 500; i++) {
      inputs.and("apps/a" + i + ".yaml", SERVICE);
      flux.append("---\napiVersion: kustomize.toolkit.fluxcd.io/v1\nkind: Kustomization\n")
          .append("metadata: {name: f")
          .append(i)
          .append("}\nspec: {path: ./apps}\n");
    }
    inputs.and("flux.yaml", flux.toString());

    assertThat(inputs.read().resources()).hasSize(1_000);
  }

  @Test
  void aFileOverTheLimit() {
    ManifestOptions small =
        new ManifestOptions(ManifestOptions.DEFAULT.limits(), 1 << 20, 1, null, false);
    byte[] bytes = new byte[(1 << 20) + 1];
    ManifestSet set = new Inputs().with(Source.ofBytes("big.yaml", bytes)).with(small).read();

    assertThat(problems(set)).containsExactly("input-too-large");
    assertThat(set.fileCount()).isEqualTo(1);
  }

  @Test
  void foldersFarDown(@TempDir Path folder) throws IOException {
    Path deep = folder;
    for (int i = 0; i < 200; i++) {
      deep = deep.resolve("d");
    }
    Files.createDirectories(deep);
    Files.writeString(deep.resolve("a.yaml"), SERVICE);
    SourceSet found = SourceFinder.find(SourceQuery.of(folder, List.of(".")).build());

    assertThat(ManifestLoader.load(found, ManifestOptions.DEFAULT).resources()).hasSize(1);
  }

  @Test
  void aRegularExpressionThatIsNoneMayMeanAnything() {
    ManifestSet set =
        file(
                "kustomization.yaml",
                "resources: [a.yaml]\npatches: [{target: {kind: '(', name: '(a+)+$'}, patch: x}]\n")
            .and("a.yaml", SERVICE)
            .read();

    assertThat(set.meshes().get(0).kustomizations().isPatched(set.resources().get(0))).isTrue();
  }

  /** Pieces of manifests and kustomizations put together at random: whatever comes out, nothing is thrown. */
  @RepeatedTest(10)
  void anythingAtAll() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    String[] pieces = {
      "apiVersion: ",
      "kind: ",
      "v1",
      "Service",
      "List",
      "\n",
      "\n",
      "\n  ",
      "items: ",
      "- ",
      "[",
      "]",
      "{",
      "}",
      "metadata: ",
      "name: ",
      "namespace: ",
      "resources: ",
      "a.yaml",
      "../",
      "patches: ",
      "path: ",
      "---\n",
      ": ",
      "kustomize.toolkit.fluxcd.io/v1",
      "Kustomization",
      "spec: ",
      "targetNamespace: ",
      "{{",
      "${x}",
      "&a ",
      "*a",
      "components: ",
      "configMapGenerator: ",
      "replacements: ",
      "targets: ",
      "fieldPaths: ",
      "null",
      "'",
      "\"",
      "ownerReferences: ",
      "sops: ",
      "<<: ",
      "\t",
      "\u0000",
      "\uD83D",
      "!!binary "
    };
    for (int i = 0; i < 100; i++) {
      Inputs inputs = new Inputs();
      for (String name : new String[] {"kustomization.yaml", "a.yaml", "b/kustomization.yaml"}) {
        StringBuilder text = new StringBuilder();
        int length = random.nextInt(40);
        for (int piece = 0; piece < length; piece++) {
          text.append(pieces[random.nextInt(pieces.length)]);
        }
        inputs.and(name, text.toString());
      }
      ManifestSet set = read(inputs, seed);
      int told = set.skipped().size() + set.fileCount();
      assertThat(told).as("every file is told of, seed %d", seed).isGreaterThanOrEqualTo(3);
    }
  }

  private static ManifestSet read(Inputs inputs, long seed) {
    try {
      return inputs.read();
    } catch (RuntimeException e) {
      throw new AssertionError("seed " + seed, e);
    }
  }
}
