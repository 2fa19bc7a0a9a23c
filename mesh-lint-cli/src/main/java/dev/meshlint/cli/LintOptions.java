package dev.meshlint.cli;

import dev.meshlint.core.Focus;
import dev.meshlint.core.config.FailOn;
import dev.meshlint.core.mesh.World;
import dev.meshlint.core.render.Rendering;
import dev.meshlint.core.value.DnsNames;
import dev.meshlint.core.value.NearMiss;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The options of {@code lint}, checked one by one.
 *
 * @param paths what to lint: files, folders, globs, {@code -}
 * @param renderings what kustomize and helm make manifests of
 * @param reports which reports are written, and where
 * @param failOn from which severity on findings fail the run; null to leave it to the configuration
 * @param select the rules that run; empty for those of the configuration
 * @param ignore the rules that do not run
 * @param context paths that are read for resolution only
 * @param projectContext whether the project around single files is read
 * @param crds files and folders with definitions or schemas, beside those of the configuration
 * @param world how much of the world the files hold; null to leave it to the configuration
 * @param namespace the namespace of resources that name none, or null
 * @param clock the day against which certificates are judged
 * @param each whether every path is a mesh of its own
 * @param config whether a configuration is looked for
 * @param preview whether preview rules run
 * @param allowEmpty whether a run in which nothing was linted is a success
 * @param jobs how many threads at most; 0 to leave it to the machine
 * @param colours when the text for people is coloured
 * @param statistics whether findings are counted by rule
 * @param stdinName the name of what {@code -} reads, or null
 * @param focus what is reported of all that is found
 * @param suppressions whether findings may be suppressed
 * @param baseline the file with findings that are known; null to leave it to the configuration
 * @param fixing whether and how findings are repaired; null if they are not
 * @param watch whether it is linted again when files change
 * @param quiet whether nothing but findings is said
 * @param verbose whether more is said about the run
 */
record LintOptions(
    List<String> paths,
    List<Rendering> renderings,
    List<ReportTarget> reports,
    @Nullable FailOn failOn,
    List<String> select,
    List<String> ignore,
    List<String> context,
    boolean projectContext,
    List<String> crds,
    @Nullable World world,
    @Nullable String namespace,
    Clock clock,
    boolean each,
    boolean config,
    boolean preview,
    boolean allowEmpty,
    int jobs,
    Colours colours,
    boolean statistics,
    @Nullable String stdinName,
    Focus focus,
    boolean suppressions,
    @Nullable BaselineFile baseline,
    @Nullable Fixing fixing,
    boolean watch,
    boolean quiet,
    boolean verbose) {

  /**
   * Reads them.
   *
   * @throws UsageException if one of them makes no sense
   */
  static LintOptions of(Arguments arguments) throws UsageException {
    List<String> paths = arguments.words();
    List<Rendering> renderings = renderings(arguments);
    if (paths.isEmpty() && renderings.isEmpty()) {
      if (arguments.has(Syntax.REPORT_ONLY)) {
        throw new UsageException(
            "nothing to lint: name the paths before --report-only, which takes all that follow");
      }
      throw new UsageException(
          "nothing to lint: name files or folders, as in \"mesh-lint deploy\"; --help says more");
    }
    return new LintOptions(
        paths,
        renderings,
        ReportTarget.of(arguments.values(Syntax.FORMAT)),
        failOn(arguments.value(Syntax.FAIL_ON)),
        arguments.lists(Syntax.SELECT),
        arguments.lists(Syntax.IGNORE),
        arguments.values(Syntax.CONTEXT),
        !arguments.has(Syntax.NO_CONTEXT),
        arguments.values(Syntax.CRDS),
        world(arguments.value(Syntax.WORLD)),
        namespace(arguments.value(Syntax.NAMESPACE)),
        clock(arguments.value(Syntax.AT)),
        arguments.has(Syntax.EACH),
        !arguments.has(Syntax.NO_CONFIG),
        arguments.has(Syntax.PREVIEW),
        arguments.has(Syntax.ALLOW_EMPTY),
        jobs(arguments.value(Syntax.JOBS)),
        Colours.of(arguments),
        arguments.has(Syntax.STATISTICS),
        stdinName(arguments),
        focus(arguments),
        !arguments.has(Syntax.NO_SUPPRESSIONS),
        BaselineFile.of(arguments),
        Fixing.of(arguments),
        watch(arguments),
        arguments.has(Syntax.QUIET),
        arguments.has(Syntax.VERBOSE));
  }

  private static List<Rendering> renderings(Arguments arguments) throws UsageException {
    List<Rendering> renderings = new ArrayList<>();
    for (String folder : arguments.values(Syntax.KUSTOMIZE)) {
      renderings.add(Rendering.ofKustomize(folder));
    }
    List<String> values = arguments.values(Syntax.VALUES);
    List<String> charts = arguments.values(Syntax.HELM);
    if (charts.isEmpty() && !values.isEmpty()) {
      throw new UsageException("--values are those of a chart: name it with --helm");
    }
    for (String chart : charts) {
      renderings.add(Rendering.ofHelm(chart, values));
    }
    return renderings;
  }

  private static @Nullable String stdinName(Arguments arguments) throws UsageException {
    String name = arguments.value(Syntax.STDIN_FILENAME);
    if (name != null && !arguments.words().contains("-")) {
      throw new UsageException("--stdin-filename names the standard input: lint it with -");
    }
    return name;
  }

  private static Focus focus(Arguments arguments) throws UsageException {
    List<String> files = arguments.values(Syntax.REPORT_ONLY);
    String commit = arguments.value(Syntax.CHANGED_SINCE);
    if (commit != null && !files.isEmpty()) {
      throw new UsageException("--report-only and --changed-since do not go together");
    }
    if (arguments.has(Syntax.WRITE_BASELINE) && (commit != null || !files.isEmpty())) {
      throw new UsageException(
          "--write-baseline needs all findings: leave --report-only and --changed-since out");
    }
    return new Focus(files, commit);
  }

  private static boolean watch(Arguments arguments) throws UsageException {
    boolean watch = arguments.has(Syntax.WATCH);
    if (watch && arguments.words().contains("-")) {
      throw new UsageException("--watch watches files, and standard input is none");
    }
    boolean writes =
        arguments.has(Syntax.WRITE_BASELINE)
            || (arguments.has(Syntax.FIX) && !arguments.has(Syntax.DIFF));
    if (watch && writes) {
      throw new UsageException(
          "--watch changes nothing: leave --fix and --write-baseline out, --diff shows repairs");
    }
    return watch;
  }

  /** What is linted, as it is named: paths first. */
  List<String> named() {
    List<String> named = new ArrayList<>(paths);
    renderings.forEach(one -> named.add(one.path()));
    return named;
  }

  /** Whether standard output is a diff and nothing else. */
  boolean showsDiff() {
    return fixing != null && fixing.diff();
  }

  private static @Nullable FailOn failOn(@Nullable String value) throws UsageException {
    if (value == null) {
      return null;
    }
    FailOn failOn = FailOn.of(value);
    if (failOn == null) {
      throw notOneOf(Syntax.FAIL_ON, value, List.of("error", "warning", "info", "never"));
    }
    return failOn;
  }

  private static @Nullable World world(@Nullable String value) throws UsageException {
    if (value == null) {
      return null;
    }
    for (World world : World.values()) {
      if (world.name().toLowerCase(Locale.ROOT).equals(value)) {
        return world;
      }
    }
    throw notOneOf(Syntax.WORLD, value, List.of("open", "default", "closed"));
  }

  private static @Nullable String namespace(@Nullable String value) throws UsageException {
    String problem = value == null ? null : DnsNames.labelProblem(value);
    if (problem != null) {
      throw new UsageException(
          "option \"--namespace\" takes the name of a namespace, and \"" + value + "\" is none");
    }
    return value;
  }

  private static Clock clock(@Nullable String value) throws UsageException {
    if (value == null) {
      return Clock.systemUTC();
    }
    try {
      return Clock.fixed(
          LocalDate.parse(value).atStartOfDay(ZoneOffset.UTC).toInstant(), ZoneOffset.UTC);
    } catch (DateTimeParseException e) {
      throw new UsageException(
          "option \"--at\" takes a date such as 2026-12-01, not \"" + value + "\"");
    }
  }

  private static int jobs(@Nullable String value) throws UsageException {
    if (value == null) {
      return 0;
    }
    try {
      int jobs = Integer.parseInt(value);
      if (jobs > 0) {
        return jobs;
      }
    } catch (NumberFormatException e) {
      throw notJobs(value);
    }
    throw notJobs(value);
  }

  private static UsageException notJobs(String value) {
    return new UsageException(
        "option \"--jobs\" takes a number of threads from 1 on, not \"" + value + "\"");
  }

  /** The message for a value that is none of a few. */
  static UsageException notOneOf(String option, String value, List<String> allowed) {
    String last = allowed.get(allowed.size() - 1);
    String others = String.join(", ", allowed.subList(0, allowed.size() - 1));
    return new UsageException(
        "option \""
            + option
            + "\" takes "
            + others
            + " or "
            + last
            + ", not \""
            + value
            + "\""
            + Arguments.didYouMean(NearMiss.suggestion(value, allowed)));
  }
}
