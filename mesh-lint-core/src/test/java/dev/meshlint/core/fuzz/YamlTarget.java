package dev.meshlint.core.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meshlint.core.source.SourceFile;
import dev.meshlint.core.yaml.YamlDocument;
import dev.meshlint.core.yaml.YamlFile;
import dev.meshlint.core.yaml.YamlLimits;
import dev.meshlint.core.yaml.YamlProblem;
import dev.meshlint.core.yaml.YamlReader;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** What the reader makes of a text, against its own promises and against the engine. */
final class YamlTarget {
  private YamlTarget() {}

  static void check(String text) {
    SourceFile file = new SourceFile("x.yaml", text);
    YamlFile read = YamlReader.read(file, YamlLimits.DEFAULT, true);
    for (YamlProblem problem : read.problems()) {
      assertThat(problem.start()).isBetween(0, problem.end());
      assertThat(problem.end()).isLessThanOrEqualTo(text.length());
    }
    int last = -1;
    for (YamlDocument document : read.documents()) {
      assertThat(document.index()).isGreaterThan(last);
      assertThat(document.root().end()).isBetween(document.root().start(), text.length());
      last = document.index();
    }
    if (isRefusedByTheEngine(text) && text.indexOf('{') < 0) {
      // In a stream of JSON, which kubectl reads, documents follow each other without a mark.
      assertThat(read.problems()).as("what the engine refuses is told").isNotEmpty();
    }
  }

  private static boolean isRefusedByTheEngine(String text) {
    try {
      new Parse(LoadSettings.builder().build()).parseString(text).forEach(event -> {});
      return false;
    } catch (YamlEngineException | IndexOutOfBoundsException | NumberFormatException e) {
      return true;
    }
  }
}
