package dev.meshlint.cli;

import dev.meshlint.core.baseline.Baseline;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * The options of each command. Written out instead of annotated: annotations are read by reflection, at every start.
 */
final class Syntax {
  static final String FORMAT = "--format";
  static final String FAIL_ON = "--fail-on";
  static final String SELECT = "--select";
  static final String IGNORE = "--ignore";
  static final String CONTEXT = "--context";
  static final String NO_CONTEXT = "--no-context";
  static final String CRDS = "--crds";
  static final String WORLD = "--world";
  static final String NAMESPACE = "--namespace";
  static final String AT = "--at";
  static final String EACH = "--each";
  static final String NO_CONFIG = "--no-config";
  static final String PREVIEW = "--preview";
  static final String ALLOW_EMPTY = "--allow-empty";
  static final String JOBS = "--jobs";
  static final String WATCH = "--watch";
  static final String STATISTICS = "--statistics";
  static final String KUSTOMIZE = "--kustomize";
  static final String HELM = "--helm";
  static final String VALUES = "--values";
  static final String STDIN_FILENAME = "--stdin-filename";
  static final String REPORT_ONLY = "--report-only";
  static final String CHANGED_SINCE = "--changed-since";
  static final String NO_SUPPRESSIONS = "--no-suppressions";
  static final String BASELINE = "--baseline";
  static final String NO_BASELINE = "--no-baseline";
  static final String WRITE_BASELINE = "--write-baseline";
  static final String FIX = "--fix";
  static final String DIFF = "--diff";
  static final String COLOR = "--color";
  static final String NO_COLOR = "--no-color";
  static final String QUIET = "--quiet";
  static final String VERBOSE = "--verbose";
  static final String HELP = "--help";
  static final String VERSION = "--version";

  private Syntax() {}

  /** What a command takes; linting needs no name. */
  static CommandSpec of(String command) {
    return switch (command) {
      case "", "lint" -> lint();
      case "rules", "explain" ->
          common(command).addOption(value(FORMAT, "FORMAT")).addPositional(positional("RULE"));
      default -> common(command).addPositional(positional("WORD"));
    };
  }

  static CommandSpec lint() {
    return common("lint")
        .addOption(values(FORMAT, "FORMAT[=FILE]"))
        .addOption(value(FAIL_ON, "SEVERITY"))
        .addOption(values(SELECT, "RULES"))
        .addOption(values(IGNORE, "RULES"))
        .addOption(values(CONTEXT, "PATH"))
        .addOption(flag(NO_CONTEXT))
        .addOption(values(CRDS, "PATH"))
        .addOption(value(WORLD, "WORLD"))
        .addOption(value(NAMESPACE, "NAMESPACE"))
        .addOption(value(AT, "DATE"))
        .addOption(flag(EACH))
        .addOption(flag(NO_CONFIG))
        .addOption(flag(PREVIEW))
        .addOption(flag(ALLOW_EMPTY))
        .addOption(value(JOBS, "N"))
        .addOption(flag(STATISTICS))
        .addOption(flag(WATCH))
        .addOption(values(KUSTOMIZE, "FOLDER"))
        .addOption(values(HELM, "CHART"))
        .addOption(values(VALUES, "FILE"))
        .addOption(value(STDIN_FILENAME, "NAME"))
        .addOption(many(REPORT_ONLY, "FILE"))
        .addOption(value(CHANGED_SINCE, "COMMIT"))
        .addOption(flag(NO_SUPPRESSIONS))
        .addOption(value(BASELINE, "FILE"))
        .addOption(flag(NO_BASELINE))
        .addOption(optional(WRITE_BASELINE, Baseline.FILE, "FILE"))
        .addOption(optional(FIX, "safe", "unsafe"))
        .addOption(flag(DIFF))
        .addOption(flag("-q", QUIET))
        .addOption(flag(VERBOSE))
        .addPositional(positional("PATH"));
  }

  private static CommandSpec common(String name) {
    CommandSpec spec = CommandSpec.create().name(name);
    spec.parser().caseInsensitiveEnumValuesAllowed(false);
    return spec.addOption(value(COLOR, "WHEN"))
        .addOption(flag(NO_COLOR))
        .addOption(flag("-h", HELP))
        .addOption(flag("-V", VERSION));
  }

  private static OptionSpec flag(String... names) {
    return OptionSpec.builder(names).type(boolean.class).arity("0").build();
  }

  private static OptionSpec value(String name, String label) {
    return OptionSpec.builder(name).type(String.class).arity("1").paramLabel(label).build();
  }

  /**
   * An option whose value, if it has one, follows {@code =}: a word behind it is none.
   *
   * @param absent the value where none is written
   */
  private static OptionSpec optional(String name, String absent, String label) {
    return OptionSpec.builder(name)
        .type(String.class)
        .arity("0..1")
        .fallbackValue(absent)
        .paramLabel(label)
        .build();
  }

  /** The arguments with the values that options have where none is written. */
  static String[] written(CommandSpec spec, List<String> args) {
    String[] written = args.toArray(new String[0]);
    for (int i = 0; i < written.length && !written[i].equals("--"); i++) {
      OptionSpec option = spec.findOption(written[i]);
      if (option != null && !option.fallbackValue().isEmpty()) {
        written[i] += "=" + option.fallbackValue();
      }
    }
    return written;
  }

  /** An option that takes all words up to the next option. */
  private static OptionSpec many(String name, String label) {
    return list(name, label, "1..*");
  }

  private static OptionSpec values(String name, String label) {
    return list(name, label, "1");
  }

  private static OptionSpec list(String name, String label, String arity) {
    return OptionSpec.builder(name)
        .type(List.class)
        .auxiliaryTypes(String.class)
        .arity(arity)
        .paramLabel(label)
        .build();
  }

  private static PositionalParamSpec positional(String label) {
    return PositionalParamSpec.builder()
        .type(List.class)
        .auxiliaryTypes(String.class)
        .index("0..*")
        .arity("0..*")
        .paramLabel(label)
        .build();
  }

  /** A parser that leaves values as they are written. */
  static CommandLine parser(CommandSpec spec) {
    return new CommandLine(spec)
        .setExpandAtFiles(false)
        .setInterpolateVariables(false)
        .setOverwrittenOptionsAllowed(true)
        .setTrimQuotes(false);
  }
}
