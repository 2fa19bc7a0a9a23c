package dev.meshlint.html;

import dev.meshlint.core.catalog.Catalogue;
import dev.meshlint.core.catalog.RuleInfo;
import dev.meshlint.core.catalog.RuleText;
import dev.meshlint.core.catalog.RuleText.Example;
import dev.meshlint.core.finding.Finding;
import dev.meshlint.core.finding.LintReport;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the catalogue says of the rules that found something. */
final class RuleSection {
  private final LintReport report;
  private final Catalogue catalogue;

  RuleSection(LintReport report, Catalogue catalogue) {
    this.report = report;
    this.catalogue = catalogue;
  }

  void write(Html html) {
    Map<String, Integer> counts = new TreeMap<>();
    for (Finding finding : report.findings()) {
      counts.merge(finding.rule(), 1, Integer::sum);
    }
    if (counts.isEmpty()) {
      return;
    }
    html.open("section", "id", "rules", "aria-labelledby", "rules-title").line();
    html.element("h2", "What the rules say", "id", "rules-title").line();
    counts.forEach((rule, count) -> write(rule, count, html));
    html.close("section").line();
  }

  private void write(String id, int count, Html html) {
    RuleInfo info = catalogue.rule(id);
    RuleText text = catalogue.text(id);
    html.open("details", "id", Facts.anchor(id), "class", "rule").line();
    html.open("summary").element("code", id);
    html.element("span", info == null ? "" : info.title(), "class", "title");
    html.element("span", Counts.of(count, "finding"), "class", "count");
    html.close("summary").line();
    if (info != null && text != null) {
      write(info, text, html);
    }
    html.close("details").line();
  }

  private static void write(RuleInfo info, RuleText text, Html html) {
    html.open("div", "class", "text").line();
    paragraph("", text.why(), html);
    paragraph("Certain when", text.certain(), html);
    paragraph("Repair", text.fix(), html);
    for (Example example : text.examples()) {
      if (example.wrong() != null && example.correct() != null) {
        html.open("div", "class", "examples").line();
        example("Wrong", example.wrong(), html);
        example("Right", example.correct(), html);
        html.close("div").line();
        break;
      }
    }
    List<String> codes = info.equivalents();
    if (!codes.isEmpty()) {
      paragraph("In other tools", String.join(", ", codes), html);
    }
    for (String link : text.links()) {
      boolean web = link.startsWith("https://") || link.startsWith("http://");
      html.open("p");
      html.element(web ? "a" : "span", link, "href", link, "rel", "noreferrer").close("p").line();
    }
    html.close("div").line();
  }

  private static void paragraph(String title, String text, Html html) {
    if (!text.isBlank()) {
      html.open("p");
      if (!title.isEmpty()) {
        html.element("b", title).text(" ");
      }
      html.text(text.strip()).close("p").line();
    }
  }

  private static void example(String title, String manifest, Html html) {
    html.open("figure").element("figcaption", title);
    html.element("pre", manifest.strip(), "tabindex", "0").close("figure").line();
  }
}
