package dev.meshlint.core;

import dev.meshlint.core.baseline.Baseline;
import dev.meshlint.core.baseline.Judged;
import dev.meshlint.core.config.LintConfig;
import dev.meshlint.core.engine.FixPasses;
import dev.meshlint.core.engine.LintRun;
import dev.meshlint.core.engine.RuleSelection;
import dev.meshlint.core.engine.RuleSet;
import dev.meshlint.core.engine.Stopwatch;
import dev.meshlint.core.engine.Stopwatch.Stage;
import dev.meshlint.core.finding.FixReport;
import dev.meshlint.core.finding.LintReport;
import dev.meshlint.core.manifest.ManifestLoader;
import dev.meshlint.core.manifest.ManifestOptions;
import dev.meshlint.core.manifest.ManifestSet;
import dev.meshlint.core.manifest.ManifestSet.MeshPart;
import dev.meshlint.core.mesh.Known;
import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.mesh.MeshSettings;
import dev.meshlint.core.mesh.World;
import dev.meshlint.core.render.Origins;
import dev.meshlint.core.report.ReportedMesh;
import dev.meshlint.core.rule.Rule;
import dev.meshlint.core.schema.SchemaChecker;
import dev.meshlint.core.schema.SchemaContext;
import dev.meshlint.core.source.SourceQuery;
import dev.meshlint.core.source.SourceSet;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Lints service-mesh manifests.
 *
 * <pre>{@code
 * LintReport report = MeshLint.withDefaults().lint(Path.of("deploy"));
 * }</pre>
 *
 * <p>Immutable, safe for use by several threads.
 */
public final class MeshLint {
  private final LintConfig config;
  private final List<String> context;
  private final RuleSelection selection;
  private final RuleSet rules;
  private final SchemaChecker shapes;
  private final @Nullable String namespace;
  private final Clock clock;
  private final boolean suppressions;
  private final @Nullable Baseline baseline;
  private final Path directory;
  private final int jobs;
  private final @Nullable BiConsumer<LintReport, List<ReportedMesh>> observer;
  private final Stopwatch stopwatch;

  private MeshLint(Builder builder) {
    this.config = builder.config;
    this.context = builder.context;
    this.selection = new RuleSelection(builder.select, builder.ignore);
    this.rules = builder.ruleSet();
    this.shapes = Preparation.shapes(config, builder.directory, builder.crds);
    Preparation.check(config, selection, rules.catalogue());
    this.namespace = builder.namespace;
    this.clock = builder.clock;
    this.suppressions = builder.suppressions;
    this.baseline =
        builder.baseline == null
            ? Preparation.baseline(config, builder.directory)
            : builder.baseline;
    this.directory = builder.directory;
    this.jobs = builder.jobs;
    this.observer = builder.observer;
    this.stopwatch = builder.stopwatch;
  }

  /** A linter with all rules on the class path, without configuration. */
  public static MeshLint withDefaults() {
    return builder().build();
  }

  /** A linter to be set up. */
  public static Builder builder() {
    return new Builder();
  }

  /** The rules that this linter knows, and what the catalogue says about them. */
  public RuleSet rules() {
    return rules;
  }

  /** Lints files and folders, understood together. */
  public LintReport lint(Path... paths) {
    return lint(LintRequest.of(paths));
  }

  /** Lints one text. */
  public LintReport lintText(String name, String yaml) {
    return lint(LintRequest.ofText(name, yaml));
  }

  /** Lints what the request names. Whatever is wrong with the input is part of the report. */
  public LintReport lint(LintRequest request) {
    SourceQuery query = Preparation.query(request, config, context, directory);
    long at = stopwatch.start();
    SourceSet found = Renderings.find(request, query, config, namespace);
    stopwatch.stop(Stage.FIND, at);
    SourceSet sources = request.focus().since() == null ? found : found.buffered();
    return linter(request, query, sources).lint(sources);
  }

  /**
   * Lints what the request names, repairs what can be repaired, and lints the result. Nothing is written: {@link
   * dev.meshlint.core.source.SourceWriter} does that.
   *
   * @param unsafe whether fixes are made that may change what the files mean
   */
  public FixReport fix(LintRequest request, boolean unsafe) {
    SourceQuery query = Preparation.query(request, config, context, directory);
    SourceSet sources = Renderings.find(request, query, config, namespace).buffered();
    return FixPasses.run(sources, unsafe, linter(request, query, sources)::lint);
  }

  private FocusedLinter.Linter linter(LintRequest request, SourceQuery query, SourceSet sources) {
    return FocusedLinter.of(request.focus(), query, sources, one -> lint(one, request.each()));
  }

  private LintReport lint(SourceSet sources, boolean each) {
    World world = Objects.requireNonNullElse(config.world(), World.DEFAULT);
    ManifestOptions options =
        ManifestOptions.DEFAULT
            .withMemory(Runtime.getRuntime().maxMemory())
            .withJobs(jobs)
            .withNamespace(namespace)
            .withClosed(world == World.CLOSED);
    long at = stopwatch.start();
    ManifestSet manifests = ManifestLoader.load(sources, options);
    at = stopwatch.stop(Stage.READ, at);
    LintRun run = new LintRun(rules, shapes, config, selection, directory, jobs, stopwatch);
    run.addFiles(manifests.files(), manifests.resources());
    run.checkShapes(manifests.resources(), new SchemaContext(config.targets()));
    at = stopwatch.stop(Stage.SHAPES, at);
    List<ReportedMesh> meshes = new ArrayList<>(0);
    for (MeshPart part : manifests.meshes()) {
      Known known = Preparation.known(part, each, config);
      boolean alone = context.isEmpty() && Preparation.isAlone(sources, config);
      MeshSettings settings =
          new MeshSettings(world, known, clock.instant(), config.targets(), alone);
      Mesh mesh = Mesh.of(part.resources(), part.kustomizations(), settings, jobs);
      at = stopwatch.stop(Stage.MESH, at);
      run.askRules(mesh);
      at = stopwatch.stop(Stage.RULES, at);
      if (observer != null) {
        meshes.add(new ReportedMesh(part.name(), mesh));
      }
    }
    LocalDate today = LocalDate.ofInstant(clock.instant(), clock.getZone());
    LintReport report = Origins.trace(run.report(manifests, suppressions ? today : null));
    stopwatch.stop(Stage.REPORT, at);
    if (baseline != null) {
      report = baseline.apply(report, Judged.of(sources, run::mayFind));
    }
    if (observer != null) {
      observer.accept(report, meshes);
    }
    return report;
  }

  /** Sets up a linter. Used by one thread. */
  public static final class Builder {
    private LintConfig config = LintConfig.DEFAULT;
    private @Nullable RuleSet ruleSet;
    private final List<Rule> rules = new ArrayList<>();
    private List<String> context = List.of();
    private List<String> crds = List.of();
    private List<String> select = List.of();
    private List<String> ignore = List.of();
    private @Nullable String namespace;
    private Clock clock = Clock.systemUTC();
    private boolean suppressions = true;
    private @Nullable Baseline baseline;
    private Path directory = Path.of("");
    private int jobs = Runtime.getRuntime().availableProcessors();
    private @Nullable BiConsumer<LintReport, List<ReportedMesh>> observer;
    private Stopwatch stopwatch = Stopwatch.OFF;

    private Builder() {}

    /** The configuration. The methods below overrule it. */
    public Builder config(LintConfig value) {
      config = value;
      return this;
    }

    /** How much of the world the files hold. */
    public Builder world(World value) {
      config = config.withWorld(value);
      return this;
    }

    /** Whether preview rules run. */
    public Builder preview(boolean value) {
      config = config.withPreview(value);
      return this;
    }

    /** More files and folders that are read for resolution only. */
    public Builder context(List<String> paths) {
      context = List.copyOf(paths);
      return this;
    }

    /** Files and folders with CustomResourceDefinitions or JSON Schemas, beside those of the configuration. */
    public Builder crds(List<String> paths) {
      crds = List.copyOf(paths);
      return this;
    }

    /** The rules that run, also those that are off by default: ids, prefixes such as {@code istio-*}, categories. */
    public Builder select(List<String> patterns) {
      select = List.copyOf(patterns);
      return this;
    }

    /** The rules that do not run. */
    public Builder ignore(List<String> patterns) {
      ignore = List.copyOf(patterns);
      return this;
    }

    /** More rules, besides those on the class path. */
    public Builder rules(List<? extends Rule> more) {
      rules.addAll(more);
      return this;
    }

    /** These rules and this catalogue instead of those on the class path. */
    public Builder ruleSet(RuleSet value) {
      ruleSet = value;
      return this;
    }

    /** The namespace of resources that name none. */
    public Builder namespace(@Nullable String value) {
      namespace = value;
      return this;
    }

    /** The clock against which certificates and expiry dates are judged. */
    public Builder clock(Clock value) {
      clock = value;
      return this;
    }

    /** Whether comments, annotations and the configuration may suppress findings; true unless set. */
    public Builder suppressions(boolean value) {
      suppressions = value;
      return this;
    }

    /** Findings that are known and not reported; null for those of the configuration's baseline, if it has one. */
    public Builder baseline(@Nullable Baseline value) {
      baseline = value;
      return this;
    }

    /** The folder to which paths are relative; the working directory if not set. */
    public Builder directory(Path value) {
      directory = value;
      return this;
    }

    /**
     * Takes the meshes of every run as they were understood, with its report: for reports that show more than findings. Meshes
     * are large: without this nobody keeps them.
     */
    public Builder observer(BiConsumer<LintReport, List<ReportedMesh>> value) {
      observer = value;
      return this;
    }

    /** Measures the time of stages and rules, over all runs; without it nothing is measured. */
    public Builder stopwatch(Stopwatch value) {
      stopwatch = value;
      return this;
    }

    /** How many threads to use at most. The report does not depend on it. */
    public Builder jobs(int value) {
      if (value < 1) {
        throw new IllegalArgumentException("at least one job is needed, not " + value);
      }
      jobs = value;
      return this;
    }

    /**
     * The linter.
     *
     * @throws IllegalArgumentException if {@code select} or {@code ignore} name a rule that does not exist, or if one of the
     *     {@code crds} cannot be read
     * @throws dev.meshlint.core.config.ConfigException if the configuration sets a case or an option that its rule does not
     *     have, or if its baseline cannot be read
     */
    public MeshLint build() {
      return new MeshLint(this);
    }

    private RuleSet ruleSet() {
      RuleSet base = ruleSet == null ? RuleSet.load(MeshLint.class.getClassLoader()) : ruleSet;
      return rules.isEmpty() ? base : base.with(rules);
    }
  }
}
