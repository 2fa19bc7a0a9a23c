package dev.meshlint.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.meshlint.core.catalog.CatalogueEntry;
import dev.meshlint.core.catalog.RuleText.Example;
import dev.meshlint.core.manifest.ManifestLoader;
import dev.meshlint.core.manifest.ManifestOptions;
import dev.meshlint.core.manifest.Resource;
import dev.meshlint.core.schema.build.PlainSchemas;
import dev.meshlint.core.schema.user.SecondOpinion;
import dev.meshlint.core.schema.user.SecondOpinion.Opinions;
import dev.meshlint.core.source.Source;
import dev.meshlint.core.source.SourceFinder;
import dev.meshlint.core.source.SourceQuery;
import dev.meshlint.core.source.SourceSet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * A JSON Schema library judges the resources of the catalogue and of the examples beside the checker: they agree on all
 * that plain JSON Schema can say.
 */
class SecondOpinionTest {
  private static final SecondOpinion JUDGES = judges();

  private static SecondOpinion judges() {
    try {
      return new SecondOpinion(PlainSchemas.read(Path.of("..", "mesh-lint-core/src/main/schemas")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @TestFactory
  Stream<DynamicTest> both_agree_on_the_catalogue() {
    return CatalogueExamplesTest.ENTRIES.stream()
        .filter(entry -> !entry.text().examples().isEmpty())
        .map(entry -> dynamicTest(entry.info().id(), () -> agreeOn(entry)));
  }

  private static void agreeOn(CatalogueEntry entry) {
    for (Example example : entry.text().examples()) {
      Stream.of(example.wrong(), example.fixed(), example.correct())
          .filter(Objects::nonNull)
          .forEach(manifests -> agreeOn(resources(MarkedManifests.parse(manifests).files())));
    }
  }

  @Test
  void both_agree_on_the_examples() {
    SourceQuery query = SourceQuery.of(Path.of("..", "examples"), List.of(".")).build();
    List<Resource> resources = resources(SourceFinder.find(query));
    assertThat(agreeOn(resources)).as("judged resources").isGreaterThan(100);
  }

  private static int agreeOn(List<Resource> resources) {
    int judged = 0;
    for (Resource resource : resources) {
      Opinions opinions = JUDGES.of(resource);
      if (opinions != null) {
        judged++;
        assertThat(opinions.differences())
            .as("%s %s in %s", resource.kind(), resource.name(), resource.file().name())
            .isEmpty();
      }
    }
    return judged;
  }

  private static List<Resource> resources(Map<String, String> files) {
    List<Source> sources = new ArrayList<>();
    files.forEach((name, text) -> sources.add(Source.ofText(name, text)));
    return resources(
        SourceFinder.find(SourceQuery.of(Path.of(""), List.of()).given(sources).build()));
  }

  private static List<Resource> resources(SourceSet sources) {
    return ManifestLoader.load(sources, ManifestOptions.DEFAULT).resources();
  }
}
