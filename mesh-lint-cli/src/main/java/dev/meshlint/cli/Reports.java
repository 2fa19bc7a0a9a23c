package dev.meshlint.cli;

import dev.meshlint.core.catalog.Catalogue;
import dev.meshlint.core.catalog.RuleText;
import dev.meshlint.core.engine.Stopwatch;
import dev.meshlint.core.finding.LintReport;
import dev.meshlint.core.finding.Skipped;
import dev.meshlint.core.report.ReportFormat;
import dev.meshlint.core.report.ReportedMesh;
import dev.meshlint.core.report.Reporter;
import dev.meshlint.core.report.StatisticsReporter;
import dev.meshlint.core.report.TextReporter;
import dev.meshlint.core.source.IoMessages;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Writes the reports of a run where they were asked for. */
final class Reports {
  private final LintOptions options;
  private final Console console;
  private final List<ReportedMesh> meshes;
  private final Stopwatch stopwatch;

  Reports(LintOptions options, Console console, List<ReportedMesh> meshes, Stopwatch stopwatch) {
    this.options = options;
    this.console = console;
    this.meshes = meshes;
    this.stopwatch = stopwatch;
  }

  /**
   * Writes them, those into files first: a reader that leaves does not cost anybody the others, nor does a file that cannot
   * be written.
   *
   * @param useless whether nothing was linted, which is all that people need to know
   * @return whether all files could be written; if not, standard error says which
   * @throws UsageException if there is no such report
   * @throws OutputException if standard output cannot be written
   */
  boolean write(LintReport report, boolean useless) throws UsageException, OutputException {
    boolean complete = true;
    for (ReportTarget target : options.reports()) {
      if (target.file() != null) {
        complete &= writeFile(reporter(target.format(), false), report, target.file());
      }
    }
    for (ReportTarget target : options.reports()) {
      boolean said = useless && target.format() == ReportFormat.TEXT;
      if (target.file() == null && !options.showsDiff() && !said) {
        writeOutput(reporter(target.format(), options.colours().on(console)), report);
      }
    }
    if (options.statistics()) {
      writeStatistics(report);
    }
    if (options.verbose() && (useless || !writesText())) {
      for (Skipped skipped : report.skipped()) {
        console.say("skipped " + skipped.file() + ": " + skipped.reason());
      }
    }
    return complete;
  }

  private Reporter reporter(ReportFormat format, boolean colour) throws UsageException {
    if (format == ReportFormat.TEXT) {
      return colour && console.followsLinks()
          ? new TextReporter(true, detail(), links())
          : new TextReporter(colour, detail());
    }
    boolean large = format == ReportFormat.HTML;
    ClassLoader loader = large ? HtmlReports.loader() : Reports.class.getClassLoader();
    try {
      return format.reporter(meshes, loader);
    } catch (IllegalStateException e) {
      throw new UsageException(String.valueOf(e.getMessage()));
    }
  }

  private static Function<String, @Nullable String> links() {
    Catalogue catalogue = Catalogues.load();
    return rule -> {
      RuleText text = catalogue.text(rule);
      return text == null ? null : text.link();
    };
  }

  private TextReporter.Detail detail() {
    if (options.quiet()) {
      return TextReporter.Detail.QUIET;
    }
    return options.verbose() ? TextReporter.Detail.VERBOSE : TextReporter.Detail.NORMAL;
  }

  private boolean writeFile(Reporter reporter, LintReport report, String name) {
    String reason;
    try {
      Path file = console.directory().resolve(name);
      if (replacesManifest(file)) {
        console.say(
            "mesh-lint: report \"" + name + "\" is not written: it would replace a manifest");
        return false;
      }
      try (Writer writer = Files.newBufferedWriter(file)) {
        reporter.write(report, writer);
      }
      return true;
    } catch (NoSuchFileException e) {
      reason = "no such folder";
    } catch (IOException e) {
      reason = IoMessages.of(e);
    } catch (InvalidPathException e) {
      reason = "that is no path";
    }
    console.say("mesh-lint: report \"" + name + "\" cannot be written: " + reason);
    return false;
  }

  /** Whether a manifest stands where a report is to be: nothing else that is written here is YAML. */
  private boolean replacesManifest(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      return false;
    }
    if (file.toString().endsWith(".yaml") || file.toString().endsWith(".yml")) {
      return true;
    }
    for (String path : options.paths()) {
      Path linted = console.directory().resolve(path);
      if (Files.isRegularFile(linted) && Files.isSameFile(linted, file)) {
        return true;
      }
    }
    return false;
  }

  private void writeOutput(Reporter reporter, LintReport report) throws OutputException {
    write(reporter, report, console.out());
  }

  /** Below the text for people; beside a report for programs, it would break that. */
  private void writeStatistics(LintReport report) throws OutputException {
    write(new StatisticsReporter(stopwatch), report, writesText() ? console.out() : console.err());
  }

  private boolean writesText() {
    return !options.showsDiff()
        && options.reports().contains(new ReportTarget(ReportFormat.TEXT, null));
  }

  private static void write(Reporter reporter, LintReport report, OutputStream stream)
      throws OutputException {
    Writer writer =
        new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), 1 << 16);
    try {
      reporter.write(report, writer);
      writer.flush();
    } catch (IOException e) {
      throw new OutputException(e);
    }
  }
}
