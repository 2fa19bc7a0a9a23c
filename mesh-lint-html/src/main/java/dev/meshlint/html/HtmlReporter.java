package dev.meshlint.html;

import dev.meshlint.core.catalog.Catalogue;
import dev.meshlint.core.finding.LintReport;
import dev.meshlint.core.report.ReportedMesh;
import dev.meshlint.core.report.Reporter;
import java.io.IOException;
import java.util.List;

/**
 * The report as one HTML file that people forward: summary, findings with their lines, what the rules say, and a picture of
 * the mesh. It loads nothing from anywhere, and the same report gives the same bytes.
 */
public final class HtmlReporter implements Reporter {
  private final Catalogue catalogue;
  private final List<ReportedMesh> meshes;

  /**
   * Makes a reporter.
   *
   * @param catalogue what there is to say about rules
   * @param meshes what is drawn; empty for a report without a picture
   */
  public HtmlReporter(Catalogue catalogue, List<ReportedMesh> meshes) {
    this.catalogue = catalogue;
    this.meshes = List.copyOf(meshes);
  }

  @Override
  public void write(LintReport report, Appendable out) throws IOException {
    Assets assets = Assets.load();
    Html html = new Html();
    html.raw("<!doctype html>\n").open("html", "lang", "en").line();
    writeHead(report, assets, html);
    html.open("body").line();
    html.element("a", "Skip to the findings", "class", "skip", "href", "#findings").line();
    SummarySection.write(report, html);
    html.open("main").line();
    new PictureSection(report.findings(), html).write(meshes);
    new FindingSection(report, catalogue).write(html);
    new RuleSection(report, catalogue).write(html);
    NotesSection.write(report, html);
    html.close("main").line();
    html.element("footer", "Made by mesh-lint. This file loads nothing from anywhere.").line();
    html.open("script").raw(assets.script()).close("script").line();
    html.close("body").line().close("html").line();
    out.append(html.toString());
  }

  private static void writeHead(LintReport report, Assets assets, Html html) {
    html.open("head").line().open("meta", "charset", "utf-8").line();
    html.open("meta", "http-equiv", "Content-Security-Policy", "content", assets.policy()).line();
    html.open("meta", "name", "viewport", "content", "width=device-width, initial-scale=1").line();
    html.open("meta", "name", "color-scheme", "content", "light dark").line();
    html.open("meta", "name", "generator", "content", "mesh-lint").line();
    html.open("link", "rel", "icon", "href", "data:,").line();
    html.element("title", "mesh-lint: " + Counts.found(report)).line();
    html.open("style").raw(assets.style()).close("style").line().close("head").line();
  }
}
