package dev.meshlint.cli;

import dev.meshlint.core.LintRequest;
import dev.meshlint.core.MeshLint;
import dev.meshlint.core.finding.FixReport;
import dev.meshlint.core.finding.LintReport;
import dev.meshlint.core.report.DiffReporter;
import dev.meshlint.core.source.Replacement;
import dev.meshlint.core.source.SourceError;
import dev.meshlint.core.source.SourceWriter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What {@code --fix} and {@code --diff} do. Standard output is the diff, or the repaired standard input, where one of them is
 * asked for.
 */
final class Repairs {
  private static final String STANDARD_INPUT = "-";

  private final LintOptions options;
  private final Fixing fixing;
  private final Console console;

  Repairs(LintOptions options, Fixing fixing, Console console) {
    this.options = options;
    this.fixing = fixing;
    this.console = console;
  }

  /** Where reports for standard output go. */
  Console reportConsole() {
    return isFilter() ? console.withOutputOnError() : console;
  }

  /** Whether standard output is the repaired standard input. */
  private boolean isFilter() {
    return !fixing.diff() && options.paths().contains(STANDARD_INPUT);
  }

  /** What is found in the end: after the repairs, or in the files as they are where nothing is written. */
  LintReport run(MeshLint linter, LintRequest request) throws UsageException, OutputException {
    byte[] input = isFilter() ? readInput() : null;
    FixReport fixed = linter.fix(with(input, request), fixing.unsafe());
    if (fixing.diff()) {
      printDiff(fixed);
      return fixed.before();
    }
    List<SourceError> errors = SourceWriter.write(fixed.replacements());
    if (input != null) {
      console.print(output(input, fixed));
    }
    if (errors.isEmpty()) {
      return fixed.after();
    }
    List<String> messages = new ArrayList<>();
    errors.forEach(error -> messages.add(error.message()));
    return fixed.before().withErrors(messages);
  }

  private byte[] readInput() throws UsageException {
    try {
      return console.readInput();
    } catch (IOException e) {
      throw new UsageException("standard input cannot be read: " + e.getMessage());
    }
  }

  private static LintRequest with(byte @Nullable [] input, LintRequest request) {
    return input == null
        ? request
        : request.withStandardInput(
            () -> new ByteArrayInputStream(input), request.standardInputName());
  }

  private static byte[] output(byte[] input, FixReport fixed) {
    for (Replacement replacement : fixed.replacements()) {
      byte[] repaired = replacement.target() == null ? replacement.encoded(input) : null;
      if (repaired != null) {
        return repaired;
      }
    }
    return input;
  }

  private void printDiff(FixReport fixed) throws OutputException {
    StringBuilder diff = new StringBuilder();
    try {
      new DiffReporter().write(fixed.replacements(), diff);
    } catch (IOException e) {
      throw new OutputException(e);
    }
    console.print(diff);
    if (!options.quiet()) {
      console.say("mesh-lint: " + count(fixed.after().repaired(), fixed.replacements().size()));
    }
  }

  private static String count(int findings, int files) {
    return findings == 0
        ? "nothing to repair"
        : findings
            + (findings == 1 ? " finding" : " findings")
            + " would be repaired in "
            + files
            + (files == 1 ? " file" : " files");
  }
}
