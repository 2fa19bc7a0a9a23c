package dev.meshlint.core.report;

import dev.meshlint.core.finding.Finding;
import dev.meshlint.core.finding.LintReport;
import dev.meshlint.core.finding.Severity;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How often each rule reported, most often first. */
public final class StatisticsReporter implements Reporter {
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
  }
}
