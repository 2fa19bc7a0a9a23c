package dev.meshlint.cli;

import dev.meshlint.core.LintRequest;
import dev.meshlint.core.MeshLint;
import dev.meshlint.core.baseline.Baseline;
import dev.meshlint.core.config.ConfigException;
import dev.meshlint.core.config.FailOn;
import dev.meshlint.core.config.LintConfig;
import dev.meshlint.core.engine.RuleSelection;
import dev.meshlint.core.engine.Stopwatch;
import dev.meshlint.core.finding.LintReport;
import dev.meshlint.core.finding.Skipped;
import dev.meshlint.core.render.Rendering;
import dev.meshlint.core.report.ReportFormat;
import dev.meshlint.core.report.ReportedMesh;
import dev.meshlint.core.value.NearMiss;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** {@code mesh-lint lint}, which is also what runs without a command. */
final class LintCommand {
  private static final long SILENT_MILLIS = 2000;

  private final LintOptions options;
  private final Console console;
  private final Preload preload;
  private final @Nullable Repairs repairs;
  private final Stopwatch stopwatch;
  private List<ReportedMesh> meshes = List.of();

  private LintCommand(LintOptions options, Console console, Preload preload) {
    this.options = options;
    this.console = console;
    this.preload = preload;
    this.stopwatch = options.statistics() ? new Stopwatch() : Stopwatch.OFF;
    Fixing fixing = options.fixing();
    this.repairs = fixing == null ? null : new Repairs(options, fixing, console);
  }

  static ExitCode run(Arguments arguments, Console console, Preload preload)
      throws UsageException, OutputException {
    LintOptions options = LintOptions.of(arguments);
    return options.watch()
        ? new Watch(console, options.quiet(), new LintCommand(options, console, preload)::files)
            .over(() -> new LintCommand(options, console, preload).run())
        : new LintCommand(options, console, preload).run();
  }

  /** What a run would read now. */
  private WatchedFiles files() {
    Path file = options.config() ? LintConfig.find(start()) : null;
    LintConfig config = LintConfig.DEFAULT;
    try {
      config = file == null ? config : LintConfig.load(file, console.directory());
    } catch (ConfigException e) {
      return WatchedFiles.now(options, console.directory(), file, LintConfig.DEFAULT);
    }
    return WatchedFiles.now(options, console.directory(), file, config);
  }

  private ExitCode run() throws UsageException, OutputException {
    LintConfig config;
    BaselineFile file;
    Baseline baseline;
    MeshLint linter;
    try {
      config = config();
      file = BaselineFile.of(options.baseline(), config, console.directory());
      baseline = file == null ? null : file.load(console);
      linter = linter(config, baseline);
    } catch (ConfigException e) {
      for (ConfigException.Problem problem : e.problems()) {
        console.say(problem.toString());
      }
      return ExitCode.FAILED;
    }
    LintReport report = lint(linter);
    if (file != null && !isUselessRun(report)) {
      report = file.conclude(baseline, report, console);
    }
    ExitCode code = code(report, Objects.requireNonNullElse(config.failOn(), FailOn.ERROR));
    if (!write(report)) {
      code = ExitCode.FAILED;
    }
    for (String error : report.errors()) {
      console.say("mesh-lint: " + error + maybeCommand(error));
    }
    if (isUselessRun(report) && report.errors().isEmpty()) {
      console.say("mesh-lint: " + nothingLinted(report));
    }
    return code;
  }

  private LintReport lint(MeshLint linter) throws UsageException, OutputException {
    Progress progress = Progress.start(console, SILENT_MILLIS);
    try {
      return repairs == null ? linter.lint(request()) : repairs.run(linter, request());
    } finally {
      progress.end();
    }
  }

  /** Whether a report shows the meshes themselves; only then are they kept. */
  private boolean wantsMeshes() {
    for (ReportTarget target : options.reports()) {
      if (target.format() == ReportFormat.HTML) {
        return true;
      }
    }
    return false;
  }

  /** Those of the files as they are where nothing is repaired, else those after the last repair. */
  private void keep(List<ReportedMesh> understood) {
    Fixing fixing = options.fixing();
    if (meshes.isEmpty() || fixing == null || !fixing.diff()) {
      meshes = understood;
    }
  }

  private LintConfig config() {
    if (!options.config()) {
      return LintConfig.DEFAULT;
    }
    @Nullable Path file = LintConfig.find(start());
    if (file == null) {
      return LintConfig.DEFAULT;
    }
    if (options.verbose()) {
      console.say("mesh-lint: configuration " + file);
    }
    return LintConfig.load(file, console.directory());
  }

  /** Where the search for the configuration starts: at the first path that is one. */
  private Path start() {
    String first = options.named().get(0);
    String start = first.equals("-") ? options.stdinName() : first;
    try {
      return start == null ? console.directory() : console.directory().resolve(start);
    } catch (InvalidPathException e) {
      return console.directory();
    }
  }

  private MeshLint linter(LintConfig config, @Nullable Baseline baseline) throws UsageException {
    MeshLint.Builder builder =
        MeshLint.builder()
            .ruleSet(preload.rules())
            .config(config.withBaseline(null))
            .context(options.context())
            .crds(options.crds())
            .select(options.select())
            .ignore(options.ignore())
            .namespace(options.namespace())
            .clock(options.clock())
            .suppressions(options.suppressions())
            .baseline(baseline)
            .stopwatch(stopwatch)
            .directory(console.directory());
    if (options.world() != null) {
      builder.world(options.world());
    }
    if (options.preview()) {
      builder.preview(true);
    }
    if (options.jobs() > 0) {
      builder.jobs(options.jobs());
    }
    if (wantsMeshes()) {
      builder.observer((any, understood) -> keep(understood));
    }
    try {
      MeshLint linter = builder.build();
      RuleSelection selection = new RuleSelection(options.select(), options.ignore());
      if (selection.leavesNone(linter.rules().catalogue())) {
        throw new UsageException("no rule is left: all that are selected are ignored");
      }
      return linter;
    } catch (IllegalArgumentException e) {
      throw new UsageException(String.valueOf(e.getMessage()));
    }
  }

  private LintRequest request() {
    LintRequest request =
        LintRequest.of(options.paths())
            .withStandardInput(console::in, options.stdinName())
            .withFocus(options.focus());
    for (Rendering rendering : options.renderings()) {
      request = request.withRendering(rendering);
    }
    if (options.each()) {
      request = request.withEachAlone();
    }
    return options.projectContext() ? request : request.withoutProjectContext();
  }

  private ExitCode code(LintReport report, FailOn configured) {
    if (report.hasFailed() || isUselessRun(report)) {
      return ExitCode.FAILED;
    }
    FailOn failOn = Objects.requireNonNullElse(options.failOn(), configured);
    return failOn.fails(report) ? ExitCode.FINDINGS : ExitCode.CLEAN;
  }

  /** Whether nothing was linted: mostly a wrong path, and a check that checks nothing must not succeed. */
  private boolean isUselessRun(LintReport report) {
    return report.isEmpty() && !options.allowEmpty();
  }

  /** Writes the reports; answers whether all files could be written. */
  private boolean write(LintReport report) throws UsageException, OutputException {
    try {
      Console target = repairs == null ? console : repairs.reportConsole();
      return new Reports(options, target, meshes, stopwatch).write(report, isUselessRun(report));
    } catch (OutputException e) {
      if (!e.readerHasLeft()) {
        throw e;
      }
      return true;
    }
  }

  private String nothingLinted(LintReport report) {
    Map<String, Integer> reasons = new TreeMap<>();
    for (Skipped skipped : report.skipped()) {
      reasons.merge(skipped.reason(), 1, Integer::sum);
    }
    StringBuilder line = new StringBuilder("nothing was linted: no manifest in ");
    List<String> named = options.named();
    line.append(String.join(", ", named.subList(0, Math.min(3, named.size()))));
    if (named.size() > 3) {
      line.append(", ...");
    }
    String separator = "; skipped: ";
    for (Map.Entry<String, Integer> reason : reasons.entrySet()) {
      line.append(separator).append(reason.getValue());
      line.append(" (").append(reason.getKey()).append(')');
      separator = ", ";
    }
    return line.append(" (--allow-empty if that is right)").toString();
  }

  /** The end of the message about a path that does not exist and looks like a misspelt command. */
  private String maybeCommand(String error) {
    String first = options.named().get(0);
    if (!error.equals("path \"" + first + "\" does not exist")) {
      return "";
    }
    @Nullable String command = NearMiss.suggestion(first, Program.COMMANDS);
    return command == null ? "" : ": did you mean the command \"" + command + "\"?";
  }
}
