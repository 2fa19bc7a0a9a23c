package dev.meshlint.core.engine;

import dev.meshlint.core.catalog.RuleInfo;
import dev.meshlint.core.config.LintConfig;
import dev.meshlint.core.config.RuleConfig;
import dev.meshlint.core.config.RuleOverride;
import dev.meshlint.core.engine.FindingWriter.Written;
import dev.meshlint.core.finding.Certainty;
import dev.meshlint.core.finding.Finding;
import dev.meshlint.core.finding.LintReport;
import dev.meshlint.core.finding.Place;
import dev.meshlint.core.finding.SuppressedFinding;
import dev.meshlint.core.manifest.Located;
import dev.meshlint.core.manifest.ManifestFile;
import dev.meshlint.core.manifest.ManifestSet;
import dev.meshlint.core.manifest.Resource;
import dev.meshlint.core.manifest.Workers;
import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.schema.SchemaChecker;
import dev.meshlint.core.schema.SchemaContext;
import dev.meshlint.core.schema.SchemaProblem;
import dev.meshlint.core.source.SourceError;
import dev.meshlint.core.source.SourceFile;
import dev.meshlint.core.value.NearMiss;
import dev.meshlint.core.yaml.YamlProblem;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One run: gathers what each stage has to say and makes the report of it. The stages are called in the order of the
 * methods. Used by one thread.
 */
public final class LintRun {
  private static final String UNKNOWN_RULE = "configuration-unknown-rule";

  /** How many resources are worth a thread. */
  private static final int CHUNK = 256;

  private final RuleSet rules;
  private final LintConfig config;
  private final Path directory;
  private final SchemaChecker schemas;
  private final RuleLevels levels;
  private final int jobs;
  private final RuleRunner runner;
  private final List<Draft> drafts = new ArrayList<>();

  /**
   * Starts a run.
   *
   * @param rules the rules and their catalogue
   * @param schemas what the shape of resources is checked against
   * @param config what the configuration says about them
   * @param selection what the command line says about them
   * @param directory the folder that names of files are relative to
   * @param jobs how many threads to use at most
   * @param stopwatch what measures the rules
   */
  public LintRun(
      RuleSet rules,
      SchemaChecker schemas,
      LintConfig config,
      RuleSelection selection,
      Path directory,
      int jobs,
      Stopwatch stopwatch) {
    this.rules = rules;
    this.config = config;
    this.directory = directory;
    this.schemas = schemas;
    this.jobs = jobs;
    this.levels = new RuleLevels(rules.catalogue(), config, selection, directory);
    this.runner = new RuleRunner(rules.rules(), levels, jobs, stopwatch);
    addUnknownRules(config.rules());
    for (RuleOverride override : config.overrides()) {
      addUnknownRules(override.rules());
    }
  }

  /** A setting for a rule that does not exist has no effect, which is never what was meant. */
  private void addUnknownRules(List<RuleConfig> configured) {
    for (RuleConfig rule : configured) {
      Place place = rule.place();
      if (place != null && rules.catalogue().rule(rule.id()) == null) {
        Draft draft =
            new Draft(
                levels.info(UNKNOWN_RULE),
                place,
                "no rule is called \"" + rule.id() + "\", so the setting has no effect");
        draft.mesh = Draft.NO_MESH;
        didYouMean(draft, NearMiss.suggestion(rule.id(), rules.catalogue().ids()));
        drafts.add(draft);
      }
    }
  }

  /** Takes what is wrong with the files as such, some of it inside of these resources. */
  public void addFiles(List<ManifestFile> files, List<Resource> resources) {
    KeysByPlace keys = new KeysByPlace(resources);
    for (ManifestFile file : files) {
      for (YamlProblem problem : file.problems()) {
        Draft draft = draft(problem, keys, file.mesh());
        draft.help = problem.help();
        if (problem.relatedStart() >= 0) {
          Place related = new Place(problem.file(), problem.relatedStart(), problem.relatedEnd());
          draft.related(related, Objects.requireNonNullElse(problem.relatedMessage(), "here"));
        }
        drafts.add(draft);
      }
    }
  }

  private Draft draft(YamlProblem problem, KeysByPlace keys, int mesh) {
    RuleInfo rule = levels.info(problem.rule());
    Located key =
        problem.rule().equals(YamlProblem.DUPLICATE_KEY)
            ? keys.at(problem.file(), mesh, problem.start())
            : null;
    if (key != null) {
      return new Draft(rule, key, problem.message(), Certainty.CERTAIN, null);
    }
    Place place = new Place(problem.file(), problem.start(), problem.end());
    Draft draft = new Draft(rule, place, problem.message());
    draft.mesh = mesh;
    return draft;
  }

  /** Checks the shape of resources and marks what is wrong in them, so that no rule reads it. */
  public void checkShapes(List<Resource> resources, SchemaContext context) {
    int chunks = (resources.size() + CHUNK - 1) / CHUNK;
    List<List<Draft>> found = new ArrayList<>(Collections.nCopies(chunks, List.of()));
    Workers.run(
        chunks,
        jobs,
        () ->
            i -> {
              int to = Math.min((i + 1) * CHUNK, resources.size());
              found.set(i, shapes(resources.subList(i * CHUNK, to), context));
            });
    found.forEach(drafts::addAll);
  }

  private List<Draft> shapes(List<Resource> resources, SchemaContext context) {
    List<Draft> found = new ArrayList<>();
    for (Resource resource : resources) {
      schemas.check(
          resource,
          context,
          problem -> {
            if (!resource.origin().context()) {
              found.add(draft(problem));
            }
          });
    }
    return found;
  }

  private Draft draft(SchemaProblem problem) {
    RuleInfo rule = levels.info(problem.rule());
    Draft draft = new Draft(rule, problem.at(), problem.message(), Certainty.CERTAIN, null);
    String caseName = problem.caseName();
    draft.caseName = caseName != null && rule.cases().containsKey(caseName) ? caseName : null;
    draft.help = problem.help();
    Located related = problem.related();
    if (related != null) {
      draft.related(related, Objects.requireNonNullElse(problem.relatedMessage(), "here"));
    }
    draft.fixes.addAll(problem.fixes());
    return draft;
  }

  /** Asks the rules about a mesh. */
  public void askRules(Mesh mesh) {
    drafts.addAll(runner.run(mesh));
  }

  /**
   * Makes the report: writes the findings, takes out what is suppressed, puts them in order.
   *
   * @param today the day on which suppressions must hold; null if none counts
   */
  public LintReport report(ManifestSet manifests, @Nullable LocalDate today) {
    FindingWriter writer = new FindingWriter(levels, schemas, manifests);
    Suppressions suppressions = today == null ? null : suppressions(manifests, today);
    List<Finding> kept = new ArrayList<>();
    List<SuppressedFinding> suppressed = new ArrayList<>();
    for (Written written : writer.write(drafts)) {
      SuppressedFinding covered = suppressions == null ? null : suppressions.cover(written);
      if (covered == null) {
        kept.add(written.finding());
      } else {
        suppressed.add(writer.hide(covered));
      }
    }
    List<Draft> problems = suppressions == null ? List.of() : suppressions.problems();
    for (Written written : writer.write(problems)) {
      kept.add(written.finding());
    }
    kept.sort(Finding.ORDER);
    suppressed.sort(Comparator.comparing(SuppressedFinding::finding, Finding.ORDER));
    return new LintReport(
        kept,
        suppressed,
        manifests.skipped(),
        messages(manifests.errors()),
        manifests.fileCount(),
        manifests.linted().size());
  }

  /** Whether a rule may have found something in this run. */
  public boolean mayFind(String rule) {
    return levels.mayRun(levels.info(rule));
  }

  private Suppressions suppressions(ManifestSet manifests, LocalDate today) {
    Map<SourceFile, List<Resource>> byFile = new IdentityHashMap<>();
    for (Resource resource : manifests.linted()) {
      byFile.computeIfAbsent(resource.file(), file -> new ArrayList<>()).add(resource);
    }
    ConfiguredSuppressions configured =
        new ConfiguredSuppressions(config, rules.catalogue(), directory, today);
    Suppressions suppressions = new Suppressions(rules.catalogue(), levels, configured);
    for (ManifestFile file : manifests.files()) {
      SourceFile source = file.yaml().file();
      suppressions.add(file.yaml(), byFile.getOrDefault(source, List.of()), file.mesh(), today);
    }
    return suppressions;
  }

  private static List<String> messages(List<SourceError> errors) {
    List<String> messages = new ArrayList<>(errors.size());
    for (SourceError error : errors) {
      messages.add(error.message());
    }
    return messages;
  }

  static void didYouMean(Draft draft, @Nullable String near) {
    if (near != null) {
      draft.help("did you mean \"" + near + "\"?");
    }
  }
}
