package dev.meshlint.cli;

import dev.meshlint.core.catalog.Catalogue;
import dev.meshlint.core.config.ConfigDescription;
import dev.meshlint.core.config.ConfigException;
import dev.meshlint.core.config.ConfigSchema;
import dev.meshlint.core.config.LintConfig;
import dev.meshlint.core.config.RuleConfig;
import dev.meshlint.core.config.RuleOverride;
import dev.meshlint.core.config.SuppressionEntry;
import dev.meshlint.core.engine.ConfigCheck;
import dev.meshlint.core.finding.Place;
import dev.meshlint.core.source.SourceFile;
import dev.meshlint.core.source.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code mesh-lint config show|validate}: what the configuration of a path says, and whether it is right. */
final class ConfigCommand {
  private static final String USAGE = "config takes \"show [PATH]\" or \"validate [PATH]\"";

  private final Console console;
  private final Catalogue catalogue = Catalogues.load();

  private ConfigCommand(Console console) {
    this.console = console;
  }

  static ExitCode run(Arguments arguments, Console console) throws UsageException, OutputException {
    List<String> words = arguments.words();
    if (words.isEmpty() || words.size() > 2) {
      throw new UsageException(USAGE);
    }
    ConfigCommand command = new ConfigCommand(console);
    Path start = command.start(words.size() > 1 ? words.get(1) : ".");
    return switch (words.get(0)) {
      case "show" -> command.show(start);
      case "validate" -> command.validate(start);
      default -> throw new UsageException(USAGE);
    };
  }

  private Path start(String word) throws UsageException {
    try {
      Path path = console.directory().resolve(word);
      if (Files.exists(path)) {
        return path;
      }
    } catch (InvalidPathException e) {
      throw new UsageException("path \"" + word + "\" does not exist");
    }
    throw new UsageException("path \"" + word + "\" does not exist");
  }

  /** A configuration file itself, or the one that holds for this file or folder. */
  private static @Nullable Path file(Path start) {
    boolean named =
        Files.isRegularFile(start) && start.getFileName().toString().contains("mesh-lint");
    return named ? start : LintConfig.find(start);
  }

  private ExitCode show(Path start) throws UsageException, OutputException {
    @Nullable Path file = file(start);
    try {
      LintConfig config =
          file == null ? LintConfig.DEFAULT : LintConfig.load(file, console.directory());
      SourceFile source = file == null ? null : new SourceFile(shown(file), WholeFile.text(file));
      console.print(ConfigDescription.of(source, config, catalogue));
      return ExitCode.CLEAN;
    } catch (ConfigException e) {
      e.problems().forEach(problem -> console.say(problem.toString()));
      return ExitCode.FAILED;
    } catch (IOException e) {
      throw new UsageException("\"" + file + "\" cannot be read");
    }
  }

  private ExitCode validate(Path start) throws UsageException, OutputException {
    @Nullable Path file = file(start);
    if (file == null) {
      throw new UsageException("there is no " + LintConfig.FILE + " to validate here or above");
    }
    List<String> problems = problems(file);
    if (problems.isEmpty()) {
      console.print(shown(file) + " is right\n");
      return ExitCode.CLEAN;
    }
    console.print(String.join("\n", problems) + "\n");
    return ExitCode.FINDINGS;
  }

  private List<String> problems(Path file) {
    List<String> problems = new ArrayList<>();
    try {
      LintConfig config = LintConfig.load(file, console.directory());
      addUnknown(config.rules(), problems);
      for (RuleOverride override : config.overrides()) {
        addUnknown(override.rules(), problems);
      }
      for (SuppressionEntry entry : config.suppressions()) {
        for (String rule : entry.rules()) {
          addUnknown(rule, entry.place(), problems);
        }
      }
      ConfigCheck.check(config, catalogue);
    } catch (ConfigException e) {
      e.problems().forEach(problem -> problems.add(problem.toString()));
    }
    return problems.isEmpty() ? refusedBySchema(file) : problems;
  }

  /** What the schema that editors use says of a file in which we find no mistake. */
  private List<String> refusedBySchema(Path file) {
    List<String> problems = new ArrayList<>();
    try {
      SourceFile source = new SourceFile(shown(file), Files.readString(file));
      ConfigSchema.judge(source).forEach(problem -> problems.add(problem.toString()));
    } catch (IOException e) {
      problems.add("\"" + shown(file) + "\" cannot be read");
    }
    return problems;
  }

  private void addUnknown(List<RuleConfig> rules, List<String> problems) {
    for (RuleConfig rule : rules) {
      addUnknown(rule.id(), rule.place(), problems);
    }
  }

  private void addUnknown(String rule, @Nullable Place place, List<String> problems) {
    if (catalogue.rule(rule) == null) {
      String message = Catalogues.unknown(rule, catalogue);
      problems.add(new ConfigException.Problem(place, message).toString());
    }
  }

  private String shown(Path file) {
    return LintConfig.shownName(file, console.directory());
  }
}
