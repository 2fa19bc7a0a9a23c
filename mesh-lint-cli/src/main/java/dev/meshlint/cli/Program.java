package dev.meshlint.cli;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Chooses the command and turns whatever goes wrong into one line and an exit code. */
final class Program {

  /** The names of the commands. */
  static final List<String> COMMANDS =
      List.of("lint", "rules", "explain", "schema", "config", "init", "completion", "man", "help");

  private Program() {}

  /** Runs the command line and gives the status of the process. Throws nothing. */
  @SuppressWarnings("CatchAndPrintStackTrace")
  static int run(String[] args, Console console) {
    ExitCode code;
    try {
      code = run(ArgumentFile.expand(args, console.directory()), console);
    } catch (UsageException e) {
      code = failed(console, e.line());
    } catch (OutputException e) {
      code =
          e.readerHasLeft()
              ? ExitCode.CLEAN
              : failed(console, "standard output cannot be written: " + e.reason());
    } catch (OutOfMemoryError e) {
      code = failed(console, "out of memory: give it more, as in MESH_LINT_JAVA_OPTIONS=-Xmx4g");
    } catch (RuntimeException | Error e) {
      code = failed(console, "internal error, please report it: " + describe(e));
    }
    return code.status();
  }

  private static ExitCode run(List<String> args, Console console)
      throws UsageException, OutputException {
    String command = args.isEmpty() || !COMMANDS.contains(args.get(0)) ? "" : args.get(0);
    if (command.equals("help")) {
      return Help.print(console);
    }
    Preload preload = command.isEmpty() || command.equals("lint") ? Preload.start() : null;
    List<String> rest = command.isEmpty() ? args : args.subList(1, args.size());
    Arguments arguments = Arguments.parse(Syntax.of(command), rest);
    if (arguments.has(Syntax.HELP)) {
      return Help.print(console);
    }
    if (arguments.has(Syntax.VERSION)) {
      return Help.printVersion(console);
    }
    if (preload != null) {
      return LintCommand.run(arguments, console, preload);
    }
    return switch (command) {
      case "rules" -> RulesCommand.run(arguments, console);
      case "explain" -> ExplainCommand.run(arguments, console);
      case "schema" -> SchemaCommand.run(arguments, console);
      case "config" -> ConfigCommand.run(arguments, console);
      case "init" -> InitCommand.run(arguments, console);
      case "completion" -> CompletionCommand.run(arguments, console);
      case "man" -> ManualPage.print(arguments, console);
      default -> throw new IllegalStateException(command);
    };
  }

  private static ExitCode failed(Console console, String line) {
    console.say("mesh-lint: " + line);
    return ExitCode.FAILED;
  }

  /** The error and where it came from, in one line. */
  private static String describe(Throwable error) {
    StringBuilder line = new StringBuilder(error.getClass().getName());
    @Nullable String message = error.getMessage();
    if (message != null) {
      line.append(": ").append(message.replace('\n', ' '));
    }
    StackTraceElement[] trace = error.getStackTrace();
    for (int i = 0; i < Math.min(3, trace.length); i++) {
      line.append(i == 0 ? " at " : " < ").append(trace[i]);
    }
    return line.toString();
  }
}
