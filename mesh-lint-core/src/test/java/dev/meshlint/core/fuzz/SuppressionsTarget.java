package dev.meshlint.core.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meshlint.core.MeshLint;
import dev.meshlint.core.finding.Finding;
import dev.meshlint.core.finding.LintReport;
import dev.meshlint.core.finding.SuppressedFinding;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * A manifest with mistakes, where each line of the text is a comment, and the last one an annotation: every mistake is
 * reported or suppressed, whatever they say.
 */
final class SuppressionsTarget {
  private static final String MANIFEST =
      """
      apiVersion: v1
      kind: Service
      metadata:
        name: shop
        first: 1
      second: 2
      spec:
        third: 3
        ports:
        - port: 80
          fourth: 4
        - port: 81
          fifth: |
            6
        sixth: 7
      """;
  private static final int BEFORE_ANNOTATION = MANIFEST.indexOf("  first");
  private static final MeshLint LINTER = MeshLint.withDefaults();
  private static final List<String> MISTAKES = mistakes(LINTER.lintText("x.yaml", MANIFEST));

  private SuppressionsTarget() {}

  static void check(String text) {
    List<String> comments = new ArrayList<>();
    text.lines().forEach(line -> comments.add(printable(line)));
    LintReport report = LINTER.lintText("x.yaml", commented(comments));
    assertThat(mistakes(report)).isEqualTo(MISTAKES);
  }

  private static String commented(List<String> comments) {
    StringBuilder text = new StringBuilder();
    if (!comments.isEmpty()) {
      String annotation = comments.remove(comments.size() - 1).replace("'", "''");
      text.append("  annotations: {mesh-lint.dev/ignore: '").append(annotation).append("'}\n");
    }
    text.insert(0, MANIFEST.substring(0, BEFORE_ANNOTATION));
    text.append(MANIFEST, BEFORE_ANNOTATION, MANIFEST.length());
    StringBuilder commented = new StringBuilder();
    Iterator<String> next = comments.iterator();
    for (String line : text.toString().lines().toList()) {
      boolean above = next.hasNext() && line.length() % 2 == 0;
      if (above) {
        commented.append("# mesh-lint: ").append(next.next()).append('\n');
      }
      commented.append(line);
      if (next.hasNext() && !line.endsWith("|")) {
        commented.append(" # mesh-lint: ").append(next.next());
      }
      commented.append('\n');
    }
    return commented.toString();
  }

  /** Only what may stand in a comment: what else would make the file unreadable. */
  private static String printable(String line) {
    StringBuilder printable = new StringBuilder();
    line.chars()
        .filter(c -> c >= ' ' && c < 0x7f || c > 0xa0 && c < 0x2000)
        .forEach(c -> printable.append((char) c));
    return printable.toString();
  }

  private static List<String> mistakes(LintReport report) {
    List<Finding> findings = new ArrayList<>(report.findings());
    for (SuppressedFinding suppressed : report.suppressed()) {
      findings.add(suppressed.finding());
    }
    return findings.stream()
        .filter(finding -> !finding.rule().startsWith("suppression-"))
        .map(finding -> finding.rule() + " " + finding.message())
        .sorted()
        .toList();
  }
}
