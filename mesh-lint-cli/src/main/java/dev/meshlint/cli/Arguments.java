package dev.meshlint.cli;

import dev.meshlint.core.value.NearMiss;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The arguments of one command, taken apart. */
final class Arguments {
  /** What the library says of a flag with a value. */
  private static final String WITHOUT = " should be specified without ";

  private final CommandLine.ParseResult parsed;

  private Arguments(CommandLine.ParseResult parsed) {
    this.parsed = parsed;
  }

  /**
   * Takes them apart.
   *
   * @throws UsageException if they do not fit the command
   */
  static Arguments parse(CommandSpec spec, List<String> args) throws UsageException {
    try {
      return new Arguments(Syntax.parser(spec).parseArgs(Syntax.written(spec, args)));
    } catch (CommandLine.UnmatchedArgumentException e) {
      throw new UsageException(unknown(e.getUnmatched().get(0), spec));
    } catch (CommandLine.MissingParameterException e) {
      throw new UsageException(missing(e));
    } catch (CommandLine.ParameterException e) {
      throw new UsageException(wrong(e));
    }
  }

  boolean has(String option) {
    return parsed.hasMatchedOption(option);
  }

  /** The value of an option, the last one where it is given several times; null if it is not given. */
  @Nullable String value(String option) {
    return parsed.hasMatchedOption(option) ? last(parsed.matchedOption(option)) : null;
  }

  /** All values of an option, in the order in which they are given. */
  List<String> values(String option) {
    return parsed.hasMatchedOption(option)
        ? List.copyOf(parsed.matchedOption(option).stringValues())
        : List.of();
  }

  /**
   * All values of an option that takes lists separated by commas.
   *
   * @throws UsageException if it is given with nothing in them
   */
  List<String> lists(String option) throws UsageException {
    List<String> all = new ArrayList<>();
    for (String value : values(option)) {
      for (String one : value.split(",")) {
        if (!one.isBlank()) {
          all.add(one.strip());
        }
      }
    }
    if (all.isEmpty() && has(option)) {
      throw new UsageException("option \"" + option + "\" names nothing");
    }
    return all;
  }

  /** What is no option. */
  List<String> words() {
    return parsed.hasMatchedPositional(0) ? parsed.matchedPositional(0).stringValues() : List.of();
  }

  private static String last(OptionSpec option) {
    List<String> values = option.stringValues();
    return values.get(values.size() - 1);
  }

  private static String unknown(String argument, CommandSpec spec) {
    int equals = argument.indexOf('=');
    String name = equals < 0 ? argument : argument.substring(0, equals);
    List<String> names = new ArrayList<>();
    for (OptionSpec option : spec.options()) {
      names.addAll(List.of(option.names()));
    }
    if (names.contains(name)) {
      return "option \"" + name + "\" takes no value";
    }
    return "unknown option \"" + name + "\"" + didYouMean(NearMiss.suggestion(name, names));
  }

  private static String missing(CommandLine.MissingParameterException e) {
    if (e.getMissing().isEmpty() || !(e.getMissing().get(0) instanceof OptionSpec option)) {
      return wrong(e);
    }
    return "option \"" + option.longestName() + "\" needs a value: " + option.paramLabel();
  }

  private static String wrong(CommandLine.ParameterException e) {
    if (e.getArgSpec() instanceof OptionSpec option) {
      return "option \"" + option.longestName() + "\" takes no value";
    }
    String message = String.valueOf(e.getMessage()).replace('\'', '"');
    int without = message.indexOf(WITHOUT);
    if (without > 0) {
      return message.substring(0, without) + " takes no value";
    }
    int end = message.indexOf('\n');
    return end < 0 ? message : message.substring(0, end);
  }

  /** The end of a message: what was probably meant, if anything. */
  static String didYouMean(@Nullable String suggestion) {
    return suggestion == null ? "" : ": did you mean \"" + suggestion + "\"?";
  }
}
