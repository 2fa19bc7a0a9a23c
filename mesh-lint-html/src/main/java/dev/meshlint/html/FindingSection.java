package dev.meshlint.html;

import dev.meshlint.core.catalog.Catalogue;
import dev.meshlint.core.finding.Finding;
import dev.meshlint.core.finding.LintReport;
import dev.meshlint.core.finding.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** The findings file by file, and what they can be filtered by. */
final class FindingSection {
  private final LintReport report;
  private final Catalogue catalogue;

  FindingSection(LintReport report, Catalogue catalogue) {
    this.report = report;
    this.catalogue = catalogue;
  }

  void write(Html html) {
    html.open("section", "id", "findings", "aria-labelledby", "findings-title").line();
    html.element("h2", "Findings", "id", "findings-title").line();
    if (report.findings().isEmpty()) {
      html.element("p", "Nothing was found.", "class", "none").line();
    } else {
      writeFilters(html);
      writeFiles(html);
    }
    html.close("section").line();
  }

  private void writeFilters(Html html) {
    html.open("form", "class", "filters script", "id", "filters", "aria-label", "Filter findings")
        .line();
    html.open("div", "class", "chips", "role", "group", "aria-label", "Severity").line();
    for (Severity severity : List.of(Severity.ERROR, Severity.WARNING, Severity.INFO)) {
      int count = report.count(severity);
      if (count > 0) {
        html.open(
            "button",
            "type",
            "button",
            "class",
            "chip " + severity.label(),
            "aria-pressed",
            "true",
            "data-severity",
            severity.label());
        html.text(severity.label()).text(" ").element("b", Integer.toString(count));
        html.close("button").line();
      }
    }
    html.close("div").line();
    writeChoice("mesh", "Mesh", finding -> Facts.mesh(finding, catalogue), html);
    writeChoice("part", "Path", Facts::part, html);
    writeChoice("namespace", "Namespace", Facts::namespace, html);
    writeChoice("rule", "Rule", Finding::rule, html);
    html.open("label").element("span", "Search");
    html.open("input", "type", "search", "id", "search", "placeholder", "text, name, file");
    html.close("label").line();
    html.open("button", "type", "reset", "class", "plain").text("Show all").close("button").line();
    html.open("output", "id", "shown", "aria-live", "polite").close("output").line();
    html.close("form").line();
  }

  private void writeChoice(String key, String label, Function<Finding, String> value, Html html) {
    Map<String, Integer> counts = new TreeMap<>();
    for (Finding finding : report.findings()) {
      counts.merge(value.apply(finding), 1, Integer::sum);
    }
    if (counts.size() < 2) {
      return;
    }
    html.open("label").element("span", label).open("select", "data-filter", key);
    html.element("option", "all", "value", "*");
    counts.forEach(
        (name, count) ->
            html.element(
                "option", (name.isEmpty() ? "none" : name) + " (" + count + ")", "value", name));
    html.close("select").close("label").line();
  }

  private void writeFiles(Html html) {
    Map<String, List<Integer>> files = new TreeMap<>();
    for (int i = 0; i < report.findings().size(); i++) {
      String file = report.findings().get(i).place().file().name();
      files.computeIfAbsent(file, any -> new ArrayList<>()).add(i);
    }
    FindingCard card = new FindingCard(catalogue);
    for (Map.Entry<String, List<Integer>> file : files.entrySet()) {
      html.open("section", "class", "file").line();
      html.open("h3").element("span", file.getKey(), "class", "name");
      html.element("span", Counts.of(file.getValue().size(), "finding"), "class", "count");
      html.close("h3").line();
      for (int number : file.getValue()) {
        card.write(report.findings().get(number), number, html);
      }
      html.close("section").line();
    }
  }
}
