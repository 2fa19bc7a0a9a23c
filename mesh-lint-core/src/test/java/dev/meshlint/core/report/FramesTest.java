package dev.meshlint.core.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meshlint.core.finding.LintReport;
import dev.meshlint.core.finding.Place;
import dev.meshlint.core.finding.Related;
import dev.meshlint.core.report.TextReporter.Detail;
import dev.meshlint.core.source.SourceFile;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** How a finding is shown that speaks of more places than its own. */
class FramesTest {
  private static final SourceFile FILE =
      new SourceFile("a.yaml", "one: 1\ntwo: 2\nthree: 3\nfour: 4\nfive: 5\nsix: 6\n");
  private static final SourceFile OTHER = new SourceFile("b.yaml", "\n\nseven: 7\neight: 8\n");

  private static Place at(String piece) {
    return Samples.place(FILE.text().contains(piece) ? FILE : OTHER, piece);
  }

  private static Related by(String piece, String label) {
    return new Related(at(piece), label);
  }

  /** What stands between the sentence and the summary. */
  private static String frames(LintReport report, Detail detail, boolean colour)
      throws IOException {
    StringBuilder out = new StringBuilder();
    new TextReporter(colour, detail).write(report, out);
    String text = out.toString();
    return text.substring(text.indexOf('\n') + 1, text.indexOf("\n\n") + 1);
  }

  private static String frames(String piece, Related... related) throws IOException {
    return frames(Samples.relating(at(piece), related), Detail.NORMAL, false);
  }

  @Test
  void places_in_the_same_file_share_a_frame() throws IOException {
    assertThat(frames("four", by("one", "before"), by("six", "after")))
        .isEqualTo(
            """
              |
            1 | one: 1
              | --- before
            ...
            4 | four: 4
              | ^^^^
            5 | five: 5
            6 | six: 6
              | --- after
            """);
  }

  @Test
  void neighbours_follow_each_other() throws IOException {
    assertThat(frames("two", by("three", "below")))
        .isEqualTo(
            """
              |
            2 | two: 2
              | ^^^
            3 | three: 3
              | ----- below
            """);
  }

  @Test
  void a_line_is_shown_once() throws IOException {
    assertThat(frames("2", by("two", "its key"), by("two: 2", "all of it")))
        .isEqualTo(
            """
              |
            2 | two: 2
              |      ^
              | --- its key
              | ------ all of it
            """);
  }

  @Test
  void every_other_file_has_its_own_frame() throws IOException {
    assertThat(frames("two", by("seven", "the name"), by("six", "here"), by("8", "the value")))
        .isEqualTo(
            """
              |
            2 | two: 2
              | ^^^
            ...
            6 | six: 6
              | --- here
             ::: b.yaml:3:1
            3 | seven: 7
              | ----- the name
            4 | eight: 8
              |        - the value
            """);
  }

  @Test
  void numbers_of_all_frames_are_aligned() throws IOException {
    SourceFile large = new SourceFile("large.yaml", "\n".repeat(99) + "far: away\n");

    assertThat(frames("two", new Related(Samples.place(large, "far"), "there")))
        .isEqualTo(
            """
                |
              2 | two: 2
                | ^^^
               ::: large.yaml:100:1
            100 | far: away
                | --- there
            """);
  }

  @Test
  void of_many_places_a_few_are_shown() throws IOException {
    Related[] five = {
      by("two", "2nd"), by("three", "3rd"), by("four", "4th"), by("five", "5th"), by("six", "6th")
    };

    assertThat(frames("one", five))
        .contains("--- 2nd\n", "---- 4th\n  = and 2 more places\n")
        .doesNotContain("5th", "6th");
    assertThat(frames(Samples.relating(at("one"), five), Detail.VERBOSE, false))
        .contains("--- 2nd\n", "---- 5th\n", "--- 6th\n")
        .doesNotContain("more places");
  }

  @Test
  void one_more_place_takes_no_more_room_than_its_mention() throws IOException {
    assertThat(
            frames("one", by("two", "2"), by("three", "3"), by("four", "4"), by("five", "the 5th")))
        .endsWith("---- the 5th\n");
  }

  @Test
  void a_long_line_is_cut_around_each_place() throws IOException {
    SourceFile wide =
        new SourceFile("w.yaml", "a" + " x".repeat(400) + " bread" + " y".repeat(400) + " end");
    LintReport report =
        Samples.relating(
            Samples.place(wide, "bread"), new Related(Samples.place(wide, "end"), "the other"));

    assertThat(frames(report, Detail.NORMAL, false).lines())
        .hasSize(5)
        .allMatch(line -> line.length() <= 6 + Frame.LONGEST)
        .anyMatch(line -> line.contains("x bread y"))
        .anyMatch(line -> line.endsWith("y end"))
        .anyMatch(line -> line.endsWith("^^^^^"))
        .anyMatch(line -> line.endsWith("--- the other"));
  }

  @Test
  void a_label_that_does_not_fit_stands_below() throws IOException {
    SourceFile wide = new SourceFile("w.yaml", "a: 1\nb: " + "x".repeat(140) + "\n");
    Place word = Samples.place(wide, "x".repeat(140));
    String label = "the name of the other one";

    assertThat(
            frames(
                Samples.relating(Samples.place(wide, "1"), new Related(word, label)),
                Detail.NORMAL,
                false))
        .endsWith("  |    " + "-".repeat(140) + "\n  |    " + label + "\n");
    assertThat(
            frames(
                Samples.relating(
                    Samples.place(wide, "1"), new Related(word, label + "s".repeat(500))),
                Detail.NORMAL,
                false))
        .endsWith("sss…\n")
        .satisfies(text -> assertThat(text.lines()).allMatch(line -> line.length() <= 164));
  }

  @Test
  void a_file_without_text_is_named() throws IOException {
    Place nowhere = new Place(new SourceFile("gone.yaml", ""), 0, 0);

    assertThat(frames("one", new Related(nowhere, "was here"), by("two", "is here")))
        .endsWith("--- is here\n  = gone.yaml:1:1: was here\n");
  }

  @Test
  void a_terminal_obeys_nothing_from_other_places() throws IOException {
    SourceFile evil = new SourceFile("e\u001b[2J.yaml", "x: \u001b[2J\n");

    assertThat(frames("one", new Related(new Place(evil, 0, 1), "the \u001b[31m one")))
        .doesNotContain("\u001b")
        .contains("::: e\uFFFD[2J.yaml:1:1", "x: \uFFFD[2J", "the \uFFFD[31m one");
  }

  @Test
  void secrets_of_other_places_stay_hidden() throws IOException {
    SourceFile secret =
        new SourceFile(
            "s.yaml",
            """
            apiVersion: v1
            kind: Secret
            metadata:
              name: login
            stringData:
              password: open-sesame
            """);

    assertThat(
            frames(
                "one",
                new Related(Samples.place(secret, "password: open-sesame"), "the entry"),
                new Related(Samples.place(secret, "name"), "the Secret")))
        .contains("6 |   password: <redacted>", "4 |   name: login")
        .doesNotContain("sesame");
  }

  @Test
  void what_is_said_does_not_depend_on_colours() throws IOException {
    LintReport report = Samples.relating(at("four"), by("one", "before"), by("seven", "there"));
    String coloured = frames(report, Detail.NORMAL, true);

    assertThat(coloured).contains("\u001b[1;31m^^^^\u001b[0m", "\u001b[94m--- before\u001b[0m");
    assertThat(coloured.replaceAll("\u001b\\[[0-9;]*m", ""))
        .isEqualTo(frames(report, Detail.NORMAL, false));
  }
}
