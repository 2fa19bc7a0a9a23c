package dev.meshlint.cli;

import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** {@code mesh-lint completion}: a script that teaches bash and zsh the commands and options. */
final class CompletionCommand {
  private CompletionCommand() {}

  static ExitCode run(Arguments arguments, Console console) throws UsageException, OutputException {
    if (arguments.has(Syntax.HELP)) {
      return Help.print(console);
    }
    if (arguments.has(Syntax.VERSION)) {
      return Help.printVersion(console);
    }
    if (!arguments.words().isEmpty()) {
      throw new UsageException("completion takes no words: its script is for bash and zsh");
    }
    console.print(AutoComplete.bash("mesh-lint", new CommandLine(commands())));
    return ExitCode.CLEAN;
  }

  private static CommandSpec commands() {
    CommandSpec root = Syntax.lint().name("mesh-lint");
    root.addSubcommand("lint", Syntax.lint());
    root.addSubcommand("rules", Syntax.rules());
    root.addSubcommand("explain", Syntax.explain());
    root.addSubcommand("schema", Syntax.words("schema"));
    root.addSubcommand("config", Syntax.words("config"));
    root.addSubcommand("init", Syntax.words("init"));
    root.addSubcommand("completion", Syntax.words("completion"));
    root.addSubcommand("man", Syntax.words("man"));
    return root;
  }
}
