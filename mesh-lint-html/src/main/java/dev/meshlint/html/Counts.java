package dev.meshlint.html;

import dev.meshlint.core.finding.LintReport;
import dev.meshlint.core.finding.Severity;
import java.util.ArrayList;
import java.util.List;

/** Numbers in words. */
final class Counts {
  private Counts() {}

  /** What was found, such as {@code 2 errors and 1 warning}. */
  static String found(LintReport report) {
    List<String> parts = new ArrayList<>(3);
    for (Severity severity : List.of(Severity.ERROR, Severity.WARNING, Severity.INFO)) {
      int count = report.count(severity);
      if (count > 0) {
        parts.add(severity == Severity.INFO ? count + " info" : of(count, severity.label()));
      }
    }
    return switch (parts.size()) {
      case 0 -> "no findings";
      case 1 -> parts.get(0);
      case 2 -> parts.get(0) + " and " + parts.get(1);
      default -> parts.get(0) + ", " + parts.get(1) + " and " + parts.get(2);
    };
  }

  /** A number of things, such as {@code 1 file}. */
  static String of(int count, String noun) {
    return count + " " + noun + (count == 1 ? "" : "s");
  }
}
