package dev.meshlint.cli;

import dev.meshlint.core.report.ReportFormat;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One report that was asked for.
 *
 * @param format its format
 * @param file the file to write it to; null for standard output
 */
record ReportTarget(ReportFormat format, @Nullable String file) {

  /**
   * Reads values of {@code --format}. Without any, it is text on standard output.
   *
   * @throws UsageException if a format is unknown, or if two reports would mix on standard output
   */
  static List<ReportTarget> of(List<String> values) throws UsageException {
    List<ReportTarget> targets = new ArrayList<>();
    @Nullable ReportTarget onOutput = null;
    for (String value : values) {
      ReportTarget target = of(value);
      if (target.file == null) {
        if (onOutput != null) {
          throw new UsageException(
              "two reports for standard output: give one of them a file, as in --format "
                  + target.format.label()
                  + "=report."
                  + target.format.label());
        }
        onOutput = target;
      }
      targets.add(target);
    }
    return targets.isEmpty() ? List.of(new ReportTarget(ReportFormat.TEXT, null)) : targets;
  }

  private static ReportTarget of(String value) throws UsageException {
    int equals = value.indexOf('=');
    String name = equals < 0 ? value : value.substring(0, equals);
    @Nullable ReportFormat format = ReportFormat.of(name);
    if (format == null) {
      throw LintOptions.notOneOf(Syntax.FORMAT, name, ReportFormat.labels());
    }
    if (equals == value.length() - 1) {
      throw new UsageException("option \"--format\" names no file after \"" + value + "\"");
    }
    return new ReportTarget(format, equals < 0 ? null : value.substring(equals + 1));
  }
}
