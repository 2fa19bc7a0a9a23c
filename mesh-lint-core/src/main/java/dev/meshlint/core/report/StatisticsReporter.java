package dev.meshlint.core.report;

import dev.meshlint.core.engine.Stopwatch;
import dev.meshlint.core.engine.Stopwatch.Stage;
import dev.meshlint.core.finding.Finding;
import dev.meshlint.core.finding.LintReport;
import dev.meshlint.core.finding.Severity;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * How often each rule reported, most often first; what was read; and, where a stopwatch ran, the time of each stage and of
 * the slowest rules.
 */
public final class StatisticsReporter implements Reporter {
  private static final int SLOWEST = 10;

  private final Stopwatch stopwatch;

  /** A reporter that counts only. */
  public StatisticsReporter() {
    this(Stopwatch.OFF);
  }

  /** A reporter that also says what this stopwatch has measured. */
  public StatisticsReporter(Stopwatch stopwatch) {
    this.stopwatch = stopwatch;
  }

  private record Row(String rule, Severity severity, int count) {}

  private record Key(String rule, Severity severity) implements Comparable<Key> {
    @Override
    public int compareTo(Key other) {
      int byRule = rule.compareTo(other.rule);
      return byRule != 0 ? byRule : other.severity.compareTo(severity);
    }
  }

  @Override
  public void write(LintReport report, Appendable out) throws IOException {
    Map<Key, Integer> counts = new TreeMap<>();
    for (Finding finding : report.findings()) {
      counts.merge(new Key(finding.rule(), finding.severity()), 1, Integer::sum);
    }
    List<Row> rows = new ArrayList<>();
    counts.forEach((key, count) -> rows.add(new Row(key.rule(), key.severity(), count)));
    rows.sort(Comparator.comparingInt(Row::count).reversed());
    int width = rows.isEmpty() ? 0 : Integer.toString(rows.get(0).count()).length();
    for (Row row : rows) {
      String count = Integer.toString(row.count());
      String severity = row.severity().label();
      out.append(" ".repeat(width - count.length()))
          .append(count)
          .append("  ")
          .append(severity)
          .append(" ".repeat("warning".length() - severity.length()))
          .append("  ")
          .append(row.rule())
          .append('\n');
    }
    writeCounts(report, out);
    writeTimes(out);
  }

  private static void writeCounts(LintReport report, Appendable out) throws IOException {
    out.append(Integer.toString(report.files()))
        .append(" files, ")
        .append(Integer.toString(report.resources()))
        .append(" resources, ")
        .append(Integer.toString(report.skipped().size()))
        .append(" skipped, ")
        .append(Integer.toString(report.suppressed().size()))
        .append(" suppressed\n");
  }

  private void writeTimes(Appendable out) throws IOException {
    Map<Stage, Long> stages = stopwatch.stages();
    if (stages.isEmpty()) {
      return;
    }
    out.append("milliseconds by stage:\n");
    for (Map.Entry<Stage, Long> stage : stages.entrySet()) {
      writeTime(stage.getValue(), stage.getKey().name().toLowerCase(Locale.ROOT), out);
    }
    out.append("milliseconds by rule, over all threads, the slowest:\n");
    int left = SLOWEST;
    for (Map.Entry<String, Long> rule : stopwatch.rules().entrySet()) {
      if (left-- > 0) {
        writeTime(rule.getValue(), rule.getKey(), out);
      }
    }
  }

  private static void writeTime(long nanoseconds, String what, Appendable out) throws IOException {
    String time = String.format(Locale.ROOT, "%8.1f", nanoseconds / 1e6);
    out.append(time).append("  ").append(what).append('\n');
  }
}
