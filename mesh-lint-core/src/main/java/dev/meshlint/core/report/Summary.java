package dev.meshlint.core.report;

import dev.meshlint.core.finding.BaselineUse;
import dev.meshlint.core.finding.LintReport;
import dev.meshlint.core.finding.Severity;
import dev.meshlint.core.finding.Skipped;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The last lines of a report for people: what was found, in how much, and what was not looked at. */
public final class Summary {
  private Summary() {}

  static void write(LintReport report, boolean verbose, Appendable out) throws IOException {
    out.append(line(report)).append('\n');
    if (report.skipped().isEmpty()) {
      return;
    }
    if (verbose) {
      for (Skipped skipped : report.skipped()) {
        out.append("skipped ")
            .append(Terminal.clean(skipped.file()))
            .append(": ")
            .append(skipped.reason())
            .append('\n');
      }
    } else {
      out.append("skipped ").append(reasons(report.skipped())).append(" (--verbose lists them)\n");
    }
  }

  /** What was found in how much, in one line. */
  public static String line(LintReport report) {
    String line =
        found(report)
            + " in "
            + count(report.files(), "file")
            + ", "
            + count(report.resources(), "resource");
    int suppressed = report.suppressed().size();
    line += suppressed == 0 ? "" : "; " + suppressed + " suppressed";
    BaselineUse baseline = report.baseline();
    int known = baseline == null ? 0 : baseline.known().size();
    line += known == 0 ? "" : "; " + known + " known";
    return report.repaired() == 0 ? line : line + "; " + report.repaired() + " repaired";
  }

  private static String found(LintReport report) {
    List<String> parts = new ArrayList<>(3);
    add(parts, report.count(Severity.ERROR), "error");
    add(parts, report.count(Severity.WARNING), "warning");
    add(parts, report.count(Severity.INFO), "info");
    return parts.isEmpty() ? "no findings" : String.join(", ", parts);
  }

  private static void add(List<String> parts, int count, String noun) {
    if (count > 0) {
      parts.add(noun.equals("info") ? count + " info" : count(count, noun));
    }
  }

  private static String count(int count, String noun) {
    return count + " " + noun + (count == 1 ? "" : "s");
  }

  private static String reasons(List<Skipped> skipped) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    for (Skipped one : skipped) {
      counts.merge(one.reason(), 1, Integer::sum);
    }
    List<Map.Entry<String, Integer>> entries = new ArrayList<>(counts.entrySet());
    entries.sort(
        Map.Entry.<String, Integer>comparingByValue()
            .reversed()
            .thenComparing(Map.Entry.comparingByKey()));
    List<String> parts = new ArrayList<>();
    for (Map.Entry<String, Integer> entry : entries) {
      parts.add(entry.getValue() + " (" + entry.getKey() + ")");
    }
    return count(skipped.size(), "file") + ": " + String.join(", ", parts);
  }
}
