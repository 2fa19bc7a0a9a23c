package dev.meshlint.cli;

import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** {@code mesh-lint completion}: a script that teaches bash and zsh the commands and options. */
final class CompletionCommand {
  private CompletionCommand() {}

  static ExitCode run(Arguments arguments, Console console) throws UsageException, OutputException {
    if (!arguments.words().isEmpty()) {
      throw new UsageException("completion takes no words: its script is for bash and zsh");
    }
    console.print(AutoComplete.bash("mesh-lint", new CommandLine(commands())));
    return ExitCode.CLEAN;
  }

  private static CommandSpec commands() {
    CommandSpec root = Syntax.lint().name("mesh-lint");
    for (String command : Program.COMMANDS) {
      if (!command.equals("help")) {
        root.addSubcommand(command, Syntax.of(command));
      }
    }
    return root;
  }
}
