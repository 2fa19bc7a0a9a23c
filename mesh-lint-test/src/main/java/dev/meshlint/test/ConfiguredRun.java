package dev.meshlint.test;

import dev.meshlint.core.LintRequest;
import dev.meshlint.core.MeshLint;
import dev.meshlint.core.catalog.RuleInfo;
import dev.meshlint.core.config.LintConfig;
import dev.meshlint.core.finding.LintReport;
import dev.meshlint.core.report.ReportedMesh;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A run with the configuration that holds for its first path.
 *
 * @param report what was found
 * @param meshes what was linted
 * @param rules all rules
 */
record ConfiguredRun(LintReport report, List<ReportedMesh> meshes, List<RuleInfo> rules) {
  /** Lints files and folders, understood together, from the working directory. */
  static ConfiguredRun on(List<String> paths) {
    @Nullable Path file = LintConfig.find(Path.of(paths.isEmpty() ? "" : paths.get(0)));
    List<ReportedMesh> meshes = new ArrayList<>();
    MeshLint linter =
        MeshLint.builder()
            .config(file == null ? LintConfig.DEFAULT : LintConfig.load(file))
            .observer((report, all) -> meshes.addAll(all))
            .build();
    LintReport report = linter.lint(LintRequest.of(paths));
    return new ConfiguredRun(report, meshes, linter.rules().catalogue().rules());
  }
}
