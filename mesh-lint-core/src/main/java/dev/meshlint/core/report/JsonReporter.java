package dev.meshlint.core.report;

import dev.meshlint.core.engine.Redactor;
import dev.meshlint.core.finding.BaselineUse;
import dev.meshlint.core.finding.Evidence;
import dev.meshlint.core.finding.Finding;
import dev.meshlint.core.finding.LintReport;
import dev.meshlint.core.finding.Place;
import dev.meshlint.core.finding.Related;
import dev.meshlint.core.finding.ResourceId;
import dev.meshlint.core.finding.Severity;
import dev.meshlint.core.fix.Fix;
import dev.meshlint.core.fix.TextEdit;
import java.io.IOException;

/**
 * The report as JSON, version 1. Keys keep their order; within version 1 keys may be added, never removed or changed in
 * meaning. Lines and columns count from 1, columns in UTF-16 code units, ends are exclusive.
 */
public final class JsonReporter implements Reporter {
  private static final int VERSION = 1;

  @Override
  public void write(LintReport report, Appendable out) throws IOException {
    JsonText json = new JsonText(out);
    Redactor redactor = new Redactor();
    json.beginObject().key("version").value(VERSION).key("findings").beginArray();
    for (Finding finding : report.findings()) {
      json.newLine();
      write(finding, redactor, json);
    }
    json.endArray().key("summary");
    writeSummary(report, json);
    json.endObject();
    out.append('\n');
  }

  private static void write(Finding finding, Redactor redactor, JsonText json) throws IOException {
    Evidence evidence = finding.evidence();
    Place place = finding.place();
    json.beginObject();
    json.key("rule").value(finding.rule());
    json.key("severity").value(finding.severity().label());
    json.key("certainty").value(finding.certainty().label());
    json.key("evidence").value(evidence == null ? null : evidence.label());
    json.key("case").value(finding.caseName());
    json.key("category").value(finding.category());
    json.key("message").value(finding.message());
    json.key("file").value(place.file().name());
    json.key("line").value(place.line());
    json.key("column").value(place.column());
    json.key("endLine").value(place.endLine());
    json.key("endColumn").value(place.endColumn());
    json.key("resource");
    writeResource(finding, json);
    json.key("mesh").value(finding.mesh());
    json.key("path").value(finding.path());
    json.key("equivalents").beginArray();
    for (String code : finding.equivalents()) {
      json.value(code);
    }
    json.endArray().key("related").beginArray();
    for (Related related : finding.related()) {
      writeRelated(related, json);
    }
    json.endArray().key("help").value(finding.help());
    json.key("fixes").beginArray();
    for (Fix fix : finding.fixes()) {
      writeFix(fix, redactor, json);
    }
    json.endArray().endObject();
  }

  private static void writeResource(Finding finding, JsonText json) throws IOException {
    ResourceId resource = finding.resource();
    if (resource == null) {
      json.value((String) null);
      return;
    }
    json.beginObject();
    json.key("apiVersion").value(resource.apiVersion());
    json.key("kind").value(resource.kind());
    json.key("namespace").value(resource.namespace());
    json.key("name").value(resource.name());
    json.endObject();
  }

  private static void writeRelated(Related related, JsonText json) throws IOException {
    json.beginObject();
    json.key("file").value(related.place().file().name());
    json.key("line").value(related.place().line());
    json.key("column").value(related.place().column());
    json.key("message").value(related.message());
    json.endObject();
  }

  private static void writeFix(Fix fix, Redactor redactor, JsonText json) throws IOException {
    json.beginObject();
    json.key("description").value(fix.description());
    json.key("safe").value(fix.safe());
    json.key("edits").beginArray();
    for (TextEdit edit : fix.edits()) {
      Place place = new Place(edit.file(), edit.start(), edit.end());
      json.beginObject();
      json.key("file").value(edit.file().name());
      json.key("startLine").value(place.line());
      json.key("startColumn").value(place.column());
      json.key("endLine").value(place.endLine());
      json.key("endColumn").value(place.endColumn());
      json.key("text").value(redactor.hide(edit.text(), place));
      json.endObject();
    }
    json.endArray().endObject();
  }

  private static void writeSummary(LintReport report, JsonText json) throws IOException {
    json.beginObject();
    json.key("files").value(report.files());
    json.key("skipped").value(report.skipped().size());
    json.key("resources").value(report.resources());
    json.key("errors").value(report.count(Severity.ERROR));
    json.key("warnings").value(report.count(Severity.WARNING));
    json.key("infos").value(report.count(Severity.INFO));
    json.key("suppressed").value(report.suppressed().size());
    json.key("repaired").value(report.repaired());
    BaselineUse baseline = report.baseline();
    json.key("known").value(baseline == null ? 0 : baseline.known().size());
    json.key("gone").value(baseline == null ? 0 : baseline.gone().size());
    json.endObject();
  }
}
