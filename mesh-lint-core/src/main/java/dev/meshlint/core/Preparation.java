package dev.meshlint.core;

import dev.meshlint.core.baseline.Baseline;
import dev.meshlint.core.catalog.Catalogue;
import dev.meshlint.core.config.LintConfig;
import dev.meshlint.core.engine.ConfigCheck;
import dev.meshlint.core.engine.RuleSelection;
import dev.meshlint.core.manifest.ManifestSet.MeshPart;
import dev.meshlint.core.mesh.Known;
import dev.meshlint.core.schema.BuiltInSchemas;
import dev.meshlint.core.schema.OtherSchemas;
import dev.meshlint.core.schema.SchemaChecker;
import dev.meshlint.core.schema.user.UserSchemas;
import dev.meshlint.core.source.Source;
import dev.meshlint.core.source.SourceQuery;
import dev.meshlint.core.source.SourceSet;
import dev.meshlint.core.value.NearMiss;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a linter does once, before it lints anything. */
final class Preparation {
  private Preparation() {}

  /**
   * The shapes of all kinds, those that users bring included.
   *
   * @param crds files and folders with definitions, beside those of the configuration
   * @throws IllegalArgumentException if definitions cannot be read
   */
  static SchemaChecker shapes(LintConfig config, Path directory, List<String> crds) {
    return new SchemaChecker(BuiltInSchemas.load(), others(config, directory, crds));
  }

  private static OtherSchemas others(LintConfig config, Path directory, List<String> crds) {
    Path folder = config.folder() == null ? directory : config.folder();
    List<Path> paths = new ArrayList<>();
    config.crds().forEach(path -> paths.add(folder.resolve(path)));
    crds.forEach(path -> paths.add(directory.resolve(path)));
    if (paths.isEmpty()) {
      return OtherSchemas.NONE;
    }
    try {
      return UserSchemas.read(paths);
    } catch (IOException e) {
      throw new IllegalArgumentException("crds: " + e.getMessage(), e);
    }
  }

  /** The baseline that the configuration names; null if it names none. */
  static @Nullable Baseline baseline(LintConfig config, Path directory) {
    Path file = config.baselineFrom(directory);
    return file == null ? null : Baseline.load(String.valueOf(config.baseline()), file);
  }

  /** What a request means to the search for files. */
  static SourceQuery query(
      LintRequest request, LintConfig config, List<String> context, Path directory) {
    List<String> allContext = new ArrayList<>(config.contextFrom(directory));
    allContext.addAll(context);
    return SourceQuery.of(directory.toAbsolutePath(), request.paths())
        .given(request.texts())
        .context(allContext)
        .automaticContext(request.projectContext())
        .projectFolder(config.folder())
        .include(config.include())
        .exclude(config.exclude())
        .each(request.each())
        .meshes(config.meshesFrom(directory))
        .standardInput(request.standardInput(), request.standardInputName())
        .build();
  }

  /** What exists outside of the files of a mesh. */
  static Known known(MeshPart part, boolean each, LintConfig config) {
    boolean configured = !each && part.number() < config.meshes().size();
    return configured
        ? config.known().and(config.meshes().get(part.number()).known())
        : config.known();
  }

  /** Whether nothing is read beside what is linted. */
  static boolean isAlone(SourceSet sources, LintConfig config) {
    return sources.projectRoot() == null
        && config.context().isEmpty()
        && sources.sources().stream().noneMatch(Source::context);
  }

  /**
   * Checks that what is said about rules fits the rules that there are.
   *
   * @throws IllegalArgumentException if the selection names a rule that does not exist
   * @throws dev.meshlint.core.config.ConfigException if the configuration sets what a rule does not have
   */
  static void check(LintConfig config, RuleSelection selection, Catalogue catalogue) {
    ConfigCheck.check(config, catalogue);
    for (String pattern : selection.unknown(catalogue)) {
      String near = NearMiss.suggestion(pattern, catalogue.ids());
      String meant = near == null ? "" : ": did you mean \"" + near + "\"?";
      throw new IllegalArgumentException("no rule is called \"" + pattern + "\"" + meant);
    }
  }
}
