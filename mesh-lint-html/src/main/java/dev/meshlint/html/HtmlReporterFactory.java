package dev.meshlint.html;

import dev.meshlint.core.catalog.Catalogue;
import dev.meshlint.core.report.MeshReporterFactory;
import dev.meshlint.core.report.ReportedMesh;
import dev.meshlint.core.report.Reporter;
import java.util.List;

/** Makes {@link HtmlReporter}s for those who find them through {@link java.util.ServiceLoader}. */
public final class HtmlReporterFactory implements MeshReporterFactory {
  /** Makes the factory. */
  public HtmlReporterFactory() {}

  @Override
  public String format() {
    return "html";
  }

  @Override
  public Reporter reporter(Catalogue catalogue, List<ReportedMesh> meshes) {
    return new HtmlReporter(catalogue, meshes);
  }
}
