package dev.meshlint.cli;

import java.util.Locale;

/** {@code mesh-lint man}: what {@code --help} says, as a page for {@code man}. */
final class ManualPage {
  private static final String OPTION = "  ";
  private static final String USAGE = "usage: ";

  private final StringBuilder page = new StringBuilder();
  private boolean examples;

  private ManualPage() {}

  static ExitCode print(Arguments arguments, Console console)
      throws UsageException, OutputException {
    if (!arguments.words().isEmpty()) {
      throw new UsageException("man takes no words");
    }
    console.print(of(Help.TEXT));
    return ExitCode.CLEAN;
  }

  /** The page for a help text: the first line is the name, indented lines are options, others are headings. */
  static String of(String help) {
    ManualPage manual = new ManualPage();
    manual.page.append(".TH MESH-LINT 1\n.SH NAME\nmesh-lint \\- ");
    help.lines().forEach(manual::add);
    return manual.page.toString();
  }

  private void add(String line) {
    if (line.startsWith("mesh-lint ") && page.toString().endsWith("\\- ")) {
      page.append(escape(line.substring("mesh-lint ".length()))).append('\n');
    } else if (line.startsWith(USAGE)) {
      page.append(".SH SYNOPSIS\n.nf\n")
          .append(escape(line.substring(USAGE.length())))
          .append('\n');
    } else if (line.startsWith(" ".repeat(USAGE.length()))) {
      page.append(escape(line.strip())).append('\n');
    } else if (line.startsWith(OPTION) && !examples) {
      option(line.strip());
    } else if (line.startsWith(OPTION)) {
      page.append(escape(line.strip())).append('\n');
    } else if (!line.isBlank()) {
      heading(line);
    }
  }

  /** A word or more, two blanks or more, and what they do. */
  private void option(String line) {
    int gap = line.indexOf("  ");
    if (gap < 0) {
      page.append(".TP\n").append(escape(line)).append('\n');
    } else {
      page.append(".TP\n.B ").append(escape(line.substring(0, gap))).append('\n');
      page.append(escape(line.substring(gap).strip())).append('\n');
    }
  }

  /** A title; behind a colon or two blanks, what stands below it. */
  private void heading(String line) {
    int gap = line.indexOf("  ");
    int end = gap >= 0 ? gap : line.indexOf(": ");
    String title = end < 0 ? line : line.substring(0, end);
    examples = title.equals("examples");
    page.append(".fi\n.SH ").append(escape(title.toUpperCase(Locale.ROOT))).append('\n');
    page.append(examples ? ".nf\n" : "");
    if (end >= 0) {
      page.append(escape(line.substring(end + 1).strip())).append('\n');
    }
  }

  private static String escape(String text) {
    String escaped = text.replace("\\", "\\e").replace("-", "\\-");
    return escaped.startsWith(".") || escaped.startsWith("'") ? "\\&" + escaped : escaped;
  }
}
