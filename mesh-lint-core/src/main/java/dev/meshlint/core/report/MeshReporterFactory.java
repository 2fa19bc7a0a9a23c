package dev.meshlint.core.report;

import dev.meshlint.core.catalog.Catalogue;
import java.util.List;
import java.util.ServiceLoader;

/**
 * Makes reporters that show the meshes besides what was found in them. Found through {@link java.util.ServiceLoader}, so that
 * what such a reporter needs is not on the path of other runs.
 */
public interface MeshReporterFactory {
  /** The name of its format, such as {@code html}. */
  String format();

  /**
   * A reporter for the reports of one run.
   *
   * @param catalogue what there is to say about rules
   * @param meshes the meshes of the run
   */
  Reporter reporter(Catalogue catalogue, List<ReportedMesh> meshes);

  /**
   * The factory for a format.
   *
   * @throws IllegalStateException if the loader sees none
   */
  static MeshReporterFactory of(ReportFormat format, ClassLoader loader) {
    for (MeshReporterFactory factory : ServiceLoader.load(MeshReporterFactory.class, loader)) {
      if (factory.format().equals(format.label())) {
        return factory;
      }
    }
    throw new IllegalStateException(
        "no report in " + format.name() + ": mesh-lint-" + format.label() + ".jar is missing");
  }
}
