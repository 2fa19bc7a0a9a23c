package dev.meshlint.core.config;

import dev.meshlint.core.mesh.Known;
import dev.meshlint.core.mesh.World;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The configuration of a run, as {@code .mesh-lint.yaml} holds it. Immutable.
 *
 * @param folder the folder of the configuration file, to which its paths are relative; null if there is no file
 * @param include globs of files to lint; none means all
 * @param exclude globs of files not to lint
 * @param context files and folders that are read for resolution only
 * @param crds files and folders with CustomResourceDefinitions or schemas
 * @param world how much of the world the files hold; null if not set
 * @param known what exists outside the files
 * @param failOn from which severity on findings fail the run; null if not set
 * @param preview whether preview rules run
 * @param targets versions in use by component
 * @param rules what is set for each rule
 * @param overrides what is set for some resources, later ones winning
 */
public record LintConfig(
    @Nullable Path folder,
    List<String> include,
    List<String> exclude,
    List<String> context,
    List<String> crds,
    @Nullable World world,
    Known known,
    @Nullable FailOn failOn,
    boolean preview,
    Map<String, String> targets,
    List<RuleConfig> rules,
    List<RuleOverride> overrides) {
  /** The name of the configuration file. */
  public static final String FILE = ".mesh-lint.yaml";

  /** No configuration: everything as the catalogue has it. */
  public static final LintConfig DEFAULT =
      new LintConfig(
          null,
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          null,
          Known.NOTHING,
          null,
          false,
          Map.of(),
          List.of(),
          List.of());

  /** Makes the collections unmodifiable. */
  public LintConfig {
    include = List.copyOf(include);
    exclude = List.copyOf(exclude);
    context = List.copyOf(context);
    crds = List.copyOf(crds);
    targets = Map.copyOf(targets);
    rules = List.copyOf(rules);
    overrides = List.copyOf(overrides);
  }

  /** With another world. */
  public LintConfig withWorld(@Nullable World value) {
    return new LintConfig(
        folder, include, exclude, context, crds, value, known, failOn, preview, targets, rules,
        overrides);
  }

  /** With preview rules switched on or off. */
  public LintConfig withPreview(boolean value) {
    return new LintConfig(
        folder, include, exclude, context, crds, world, known, failOn, value, targets, rules,
        overrides);
  }
}
