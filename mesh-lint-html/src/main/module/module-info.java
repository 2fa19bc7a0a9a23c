import dev.meshlint.core.report.MeshReporterFactory;
import dev.meshlint.html.HtmlReporterFactory;

/** The report as one HTML file with a picture of the mesh. */
module dev.meshlint.html {
  requires transitive dev.meshlint.core;
  // The layout kernel needs it. It has no module of its own that could say so.
  requires com.google.common;
  requires org.eclipse.elk.alg.layered;
  requires org.eclipse.elk.core;
  requires org.eclipse.elk.graph;
  requires org.eclipse.emf.common;

  exports dev.meshlint.html;

  provides MeshReporterFactory with
      HtmlReporterFactory;
}
