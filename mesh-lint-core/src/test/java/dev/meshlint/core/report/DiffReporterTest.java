package dev.meshlint.core.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meshlint.core.report.LineDiff.Change;
import dev.meshlint.core.source.Replacement;
import dev.meshlint.core.source.SourceFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DiffReporterTest {

  private static String diff(String before, String after) throws IOException {
    StringBuilder diff = new StringBuilder();
    new DiffReporter()
        .write(List.of(new Replacement(new SourceFile("deploy/a.yaml", before), after)), diff);
    return diff.toString();
  }

  private static String lines(int from, int to) {
    StringBuilder lines = new StringBuilder();
    for (int i = from; i <= to; i++) {
      lines.append("line").append(i).append('\n');
    }
    return lines.toString();
  }

  @Test
  void changed_lines_are_shown_with_three_around_them() throws IOException {
    assertThat(diff(lines(1, 20), lines(1, 20).replace("line9\n", "nine\n")))
        .isEqualTo(
            """
            --- a/deploy/a.yaml
            +++ b/deploy/a.yaml
            @@ -6,7 +6,7 @@
             line6
             line7
             line8
            -line9
            +nine
             line10
             line11
             line12
            """);
  }

  @Test
  void neighbours_share_a_hunk_and_others_have_their_own() throws IOException {
    String after = lines(1, 30).replace("line2\n", "").replace("line6\n", "six\n6\n");

    assertThat(diff(lines(1, 30), after.replace("line20\n", "twenty\n")).lines())
        .filteredOn(line -> line.startsWith("@@"))
        .containsExactly("@@ -1,9 +1,9 @@", "@@ -17,7 +17,7 @@");
  }

  @Test
  void a_missing_line_break_at_the_end_is_told() throws IOException {
    assertThat(diff("a\nb", "a\nc"))
        .endsWith(
            """
            @@ -1,2 +1,2 @@
             a
            -b
            \\ No newline at end of file
            +c
            \\ No newline at end of file
            """);
  }

  @Test
  void carriage_returns_are_part_of_the_lines() throws IOException {
    assertThat(diff("a\r\nb\r\n", "a\r\nc\r\n")).contains(" a\r\n-b\r\n+c\r\n");
  }

  @Test
  void secrets_are_no_context_and_are_hidden_in_changed_lines() throws IOException {
    String secret =
        """
        apiVersion: v1
        kind: Secret
        metadata: {name: login}
        stringData:
          password: correct-horse-battery
        type: opaque
        """;

    assertThat(diff(secret, secret.replace("opaque", "Opaque")))
        .endsWith("@@ -6 +6 @@\n-type: opaque\n+type: Opaque\n");
    assertThat(diff(secret, secret.replace("password", "PASSWORD")))
        .contains("-  password: <redacted>\n+  PASSWORD: <redacted>\n")
        .doesNotContain("battery");
  }

  @Test
  void nothing_is_written_about_what_did_not_change() throws IOException {
    assertThat(diff("a\n", "a\n")).isEmpty();
  }

  @Test
  void the_changes_turn_one_text_into_the_other() {
    for (long seed = 0; seed < 2000; seed++) {
      Random random = new Random(seed);
      List<String> before = randomLines(random);
      List<String> after = random.nextInt(4) == 0 ? randomLines(random) : edited(before, random);

      assertThat(applied(before, after)).as("seed %d", seed).isEqualTo(after);
    }
  }

  private static List<String> randomLines(Random random) {
    List<String> lines = new ArrayList<>();
    for (int i = random.nextInt(12); i > 0; i--) {
      lines.add("abc".charAt(random.nextInt(3)) + "\n");
    }
    return lines;
  }

  private static List<String> edited(List<String> before, Random random) {
    List<String> after = new ArrayList<>(before);
    for (int i = random.nextInt(4); i > 0; i--) {
      int at = random.nextInt(after.size() + 1);
      if (at < after.size() && random.nextBoolean()) {
        after.remove(at);
      } else {
        after.add(at, "new\n");
      }
    }
    return after;
  }

  private static List<String> applied(List<String> before, List<String> after) {
    List<String> result = new ArrayList<>();
    int at = 0;
    for (Change change : LineDiff.of(before, after)) {
      result.addAll(before.subList(at, change.start()));
      result.addAll(after.subList(change.newStart(), change.newEnd()));
      at = change.end();
    }
    result.addAll(before.subList(at, before.size()));
    return result;
  }
}
