package dev.meshlint.core.report;

import dev.meshlint.core.baseline.Fingerprints;
import dev.meshlint.core.catalog.Catalogue;
import dev.meshlint.core.engine.Redactor;
import dev.meshlint.core.finding.BaselineUse;
import dev.meshlint.core.finding.Finding;
import dev.meshlint.core.finding.LintReport;
import dev.meshlint.core.finding.Place;
import dev.meshlint.core.finding.Related;
import dev.meshlint.core.finding.SuppressedFinding;
import dev.meshlint.core.fix.Fix;
import dev.meshlint.core.fix.TextEdit;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The report as SARIF 2.1.0, as GitHub code scanning and other services read it: rules with their help, related places, safe fixes,
 * fingerprints that do not change when lines move. Source: the OASIS standard SARIF 2.1.0.
 */
public final class SarifReporter implements Reporter {
  private final Catalogue catalogue;

  /** Makes a reporter that takes the texts of rules from this catalogue. */
  public SarifReporter(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  @Override
  public void write(LintReport report, Appendable out) throws IOException {
    Map<String, Integer> rules = new LinkedHashMap<>();
    List<Result> all = results(report);
    all.forEach(result -> rules.putIfAbsent(result.finding().rule(), rules.size()));
    JsonText json = new JsonText(out);
    json.beginObject();
    json.key("$schema").value("https://json.schemastore.org/sarif-2.1.0.json");
    json.key("version").value("2.1.0").key("runs").beginArray().beginObject();
    json.key("tool").beginObject().key("driver").beginObject();
    json.key("name").value("mesh-lint");
    String version = SarifReporter.class.getPackage().getImplementationVersion();
    if (version != null) {
      json.key("semanticVersion").value(version);
    }
    json.key("rules").beginArray();
    for (String rule : rules.keySet()) {
      json.newLine();
      SarifRules.write(rule, catalogue, json);
    }
    json.endArray().endObject().endObject();
    json.key("columnKind").value("utf16CodeUnits");
    json.key("invocations").beginArray().beginObject();
    json.key("executionSuccessful").value(!report.hasFailed());
    json.endObject().endArray();
    json.key("results").beginArray();
    Redactor redactor = new Redactor();
    Fingerprints fingerprints = new Fingerprints();
    boolean someSuppressed = all.size() > report.findings().size();
    for (Result result : all) {
      Finding finding = result.finding();
      json.newLine().beginObject();
      json.key("ruleId").value(finding.rule());
      json.key("ruleIndex").value(rules.getOrDefault(finding.rule(), 0));
      writeResult(finding, redactor, json);
      json.key("partialFingerprints").beginObject();
      json.key("meshLint/v1").value(fingerprints.of(finding)).endObject();
      if (someSuppressed) {
        writeSuppressions(result, json);
      }
      if (report.baseline() != null) {
        json.key("baselineState").value(result.suppression() == null ? "new" : "unchanged");
      }
      json.endObject();
    }
    json.endArray().endObject().endArray().endObject();
    out.append('\n');
  }

  /**
   * A finding, and why it is not reported to people.
   *
   * @param suppression how it is suppressed, as SARIF has it; null if it is not
   * @param reason why; may be empty
   */
  private record Result(Finding finding, @Nullable String suppression, String reason) {}

  private static List<Result> results(LintReport report) {
    List<Result> results = new ArrayList<>();
    for (Finding finding : report.findings()) {
      results.add(new Result(finding, null, ""));
    }
    for (SuppressedFinding one : report.suppressed()) {
      String kind = one.inSource() ? "inSource" : "external";
      results.add(new Result(one.finding(), kind, one.reason()));
    }
    BaselineUse baseline = report.baseline();
    for (Finding finding : baseline == null ? List.<Finding>of() : baseline.known()) {
      results.add(new Result(finding, "external", "listed in the baseline"));
    }
    return results;
  }

  private static void writeResult(Finding finding, Redactor redactor, JsonText json)
      throws IOException {
    json.key("level").value(SarifRules.level(finding.severity()));
    String help = finding.help() == null ? "" : " (" + finding.help() + ")";
    json.text("message", finding.message() + help);
    json.key("locations").beginArray().beginObject();
    writePlace(finding.place(), json);
    if (finding.resource() != null) {
      json.key("logicalLocations").beginArray().beginObject();
      json.key("fullyQualifiedName").value(finding.resource() + " " + finding.path());
      json.endObject().endArray();
    }
    json.endObject().endArray();
    json.key("relatedLocations").beginArray();
    for (int i = 0; i < finding.related().size(); i++) {
      Related related = finding.related().get(i);
      json.beginObject().key("id").value(i + 1);
      writePlace(related.place(), json);
      json.text("message", related.message());
      json.endObject();
    }
    json.endArray();
    writeFixes(finding, redactor, json);
  }

  /** As soon as one result says whether it is suppressed, all must. Source: SARIF 2.1.0, 3.27.23. */
  private static void writeSuppressions(Result result, JsonText json) throws IOException {
    json.key("suppressions").beginArray();
    if (result.suppression() != null) {
      json.beginObject().key("kind").value(result.suppression());
      if (!result.reason().isEmpty()) {
        json.key("justification").value(result.reason());
      }
      json.endObject();
    }
    json.endArray();
  }

  private static void writePlace(Place place, JsonText json) throws IOException {
    json.key("physicalLocation").beginObject();
    json.key("artifactLocation").beginObject();
    json.key("uri").value(uri(place.file().name()));
    json.key("uriBaseId").value("%SRCROOT%").endObject();
    json.key("region");
    writeRegion(place, json);
    json.endObject();
  }

  private static void writeRegion(Place place, JsonText json) throws IOException {
    json.beginObject();
    json.key("startLine").value(place.line()).key("startColumn").value(place.column());
    json.key("endLine").value(place.endLine()).key("endColumn").value(place.endColumn());
    json.endObject();
  }

  private static void writeFixes(Finding finding, Redactor redactor, JsonText json)
      throws IOException {
    json.key("fixes").beginArray();
    for (Fix fix : finding.fixes()) {
      if (!fix.safe()) {
        continue;
      }
      json.beginObject();
      json.text("description", fix.description());
      json.key("artifactChanges").beginArray();
      for (TextEdit edit : fix.edits()) {
        Place place = new Place(edit.file(), edit.start(), edit.end());
        json.beginObject().key("artifactLocation").beginObject();
        json.key("uri").value(uri(edit.file().name()));
        json.key("uriBaseId").value("%SRCROOT%").endObject();
        json.key("replacements").beginArray().beginObject().key("deletedRegion");
        writeRegion(place, json);
        json.text("insertedContent", redactor.hide(edit.text(), place));
        json.endObject().endArray().endObject();
      }
      json.endArray().endObject();
    }
    json.endArray();
  }

  private static String uri(String name) {
    StringBuilder uri = new StringBuilder();
    for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xff);
      boolean plain = c < 0x80 && (Character.isLetterOrDigit(c) || "/._-~+@=,".indexOf(c) >= 0);
      if (plain) {
        uri.append(c);
      } else {
        uri.append('%')
            .append(Integer.toHexString(0x100 | c).substring(1).toUpperCase(Locale.ROOT));
      }
    }
    return uri.toString();
  }
}
