package dev.meshlint.benchmarks;

import dev.meshlint.core.config.LintConfig;
import dev.meshlint.core.engine.LintRun;
import dev.meshlint.core.engine.RuleSelection;
import dev.meshlint.core.engine.RuleSet;
import dev.meshlint.core.engine.Stopwatch;
import dev.meshlint.core.finding.LintReport;
import dev.meshlint.core.manifest.ManifestLoader;
import dev.meshlint.core.manifest.ManifestOptions;
import dev.meshlint.core.manifest.ManifestSet;
import dev.meshlint.core.manifest.ManifestSet.MeshPart;
import dev.meshlint.core.mesh.Known;
import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.mesh.MeshSettings;
import dev.meshlint.core.mesh.World;
import dev.meshlint.core.report.JsonReporter;
import dev.meshlint.core.schema.BuiltInSchemas;
import dev.meshlint.core.schema.SchemaChecker;
import dev.meshlint.core.schema.SchemaContext;
import dev.meshlint.core.source.SourceFinder;
import dev.meshlint.core.source.SourceQuery;
import dev.meshlint.core.source.SourceSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Each stage of a run by itself, on a generated repository, warm, in one thread; and the engine's events of the same bytes to
 * measure them by. Meshes are new for every call of the rules: views remember what rules ask.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgsAppend = "-Xmx3g")
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 7, time = 2)
@SuppressWarnings("NullAway.Init") // JMH calls read() first
public class StageBenchmark {
  private final RuleSet rules = RuleSet.load(StageBenchmark.class.getClassLoader());
  private final SchemaChecker schemas = new SchemaChecker(BuiltInSchemas.load());
  private Path folder;
  private SourceSet sources;
  private ManifestSet manifests;
  private Mesh mesh;
  private LintRun asked;
  private LintReport report;

  /** How large the repository is. */
  @Param("M")
  public Size size = Size.M;

  /** Writes and reads the repository. */
  @Setup
  public void read() throws IOException {
    folder = Files.createTempDirectory("mesh-lint-benchmark").resolve(size.name());
    size.writeTo(folder);
    sources = SourceFinder.find(SourceQuery.of(folder, List.of(folder.toString())).build());
    manifests = load();
    mesh = mesh();
    asked = rules();
    report = report();
  }

  /** Makes the mesh anew. */
  @Setup(Level.Invocation)
  public void forget() {
    mesh = mesh();
  }

  private LintRun run() {
    return new LintRun(
        rules, schemas, LintConfig.DEFAULT, RuleSelection.DEFAULT, folder, 1, Stopwatch.OFF);
  }

  /** What the library takes to parse the same files into events. */
  @Benchmark
  public long events() throws IOException {
    return EngineEvents.count(folder);
  }

  /** Reading and parsing. */
  @Benchmark
  public ManifestSet load() {
    return ManifestLoader.load(sources, ManifestOptions.DEFAULT.withJobs(1));
  }

  /** Checking shapes. */
  @Benchmark
  public LintRun shapes() {
    LintRun run = run();
    run.checkShapes(manifests.resources(), SchemaContext.DEFAULT);
    return run;
  }

  /** Understanding the resources together. */
  @Benchmark
  public Mesh mesh() {
    MeshSettings settings =
        new MeshSettings(World.DEFAULT, Known.NOTHING, Instant.EPOCH, Map.of(), true);
    MeshPart part = manifests.meshes().get(0);
    return Mesh.of(part.resources(), part.kustomizations(), settings);
  }

  /** Asking the rules about a mesh that nobody has asked before. */
  @Benchmark
  public LintRun rules() {
    LintRun run = run();
    run.askRules(mesh);
    return run;
  }

  /** Making the report of what they said. */
  @Benchmark
  public LintReport report() {
    return asked.report(manifests, null);
  }

  /** Writing it as JSON. */
  @Benchmark
  public int json() throws IOException {
    StringBuilder out = new StringBuilder();
    new JsonReporter().write(report, out);
    return out.length();
  }
}
