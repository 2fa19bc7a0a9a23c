package dev.meshlint.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meshlint.core.catalog.Catalogue;
import dev.meshlint.core.finding.Place;
import dev.meshlint.core.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ranges of lines that lie in one another, overlap or lie apart. */
class SuppressedLinesTest {
  private static final int LINES = 40;
  private static final Place PLACE = new Place(new SourceFile("a.yaml", ""), 0, 0);

  private record Range(int first, int last, Suppression suppression) {}

  private static Suppression suppression() {
    Directive directive = Directive.ofAnnotation("x");
    return new Suppression(directive, PLACE, List.of(), 0, true, Catalogue.of(List.of()));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void a_line_has_the_ranges_around_it_in_the_order_of_their_ends(long seed) {
    Random random = new Random(seed);
    List<Range> ranges = new ArrayList<>();
    SuppressedLines lines = new SuppressedLines();
    for (int last = 1; last <= LINES; last += random.nextInt(3)) {
      Range range = new Range(1 + random.nextInt(last), last, suppression());
      ranges.add(range);
      lines.add(range.first(), range.last(), range.suppression());
    }

    for (int line = 0; line <= LINES + 1; line++) {
      int at = line;
      assertThat(lines.at(line))
          .as("seed %d, line %d", seed, line)
          .isEqualTo(
              ranges.stream()
                  .filter(range -> range.first() <= at && at <= range.last())
                  .map(Range::suppression)
                  .toList());
    }
  }
}
