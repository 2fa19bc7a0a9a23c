package dev.meshlint.core.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meshlint.core.catalog.Catalogue;
import dev.meshlint.core.finding.LintReport;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** The formats that build servers, editors and hosting services read. */
class ServiceReportersTest {
  private static String write(Reporter reporter, LintReport report) throws IOException {
    StringBuilder out = new StringBuilder();
    reporter.write(report, out);
    return out.toString();
  }

  private static Document xml(String text) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(text)));
  }

  @Test
  void githubShowsAnnotationsOnLines() throws IOException {
    assertThat(write(new GithubReporter(), Samples.report()))
        .isEqualTo(
            """
            ::error file=deploy/route.yaml,line=12,endLine=12,col=17,endColumn=19,\
            title=istio-undefined-subset::subset "v2" of host "backend" is not defined: \
            DestinationRule production/backend has v1 (did you mean "v1"?)
            ::notice file=deploy/rule.yaml,line=1,endLine=1,col=1,endColumn=5,\
            title=istio-unknown-host::host is not in view
            """);
    assertThat(write(new GithubReporter(), Samples.empty())).isEmpty();
  }

  @Test
  void checkstyleListsErrorsByFile() throws IOException {
    assertThat(write(new CheckstyleReporter(), Samples.report()))
        .isEqualTo(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <checkstyle version="8.0">
              <file name="deploy/route.yaml">
                <error line="12" column="17" severity="error" message="subset &quot;v2&quot; of host \
            &quot;backend&quot; is not defined: DestinationRule production/backend has v1" \
            source="mesh-lint.istio-undefined-subset"/>
              </file>
              <file name="deploy/rule.yaml">
                <error line="1" column="1" severity="info" message="host is not in view" \
            source="mesh-lint.istio-unknown-host"/>
              </file>
            </checkstyle>
            """);
  }

  @Test
  void junitFailsForErrorsAndPassesForInformation() throws Exception {
    Document document = xml(write(new JunitReporter(), Samples.report()));

    assertThat(document.getElementsByTagName("testcase").getLength()).isEqualTo(2);
    assertThat(document.getElementsByTagName("failure").getLength()).isEqualTo(1);
    Element failure = (Element) document.getElementsByTagName("failure").item(0);
    assertThat(failure.getAttribute("type")).isEqualTo("error");
    assertThat(failure.getTextContent()).startsWith("deploy/route.yaml:12:17: subset \"v2\"");
  }

  @Test
  void aCleanRunIsOnePassedCase() throws Exception {
    Document document = xml(write(new JunitReporter(), Samples.empty()));

    assertThat(document.getElementsByTagName("testcase").getLength()).isEqualTo(1);
    assertThat(document.getElementsByTagName("failure").getLength()).isZero();
  }

  @Test
  void gitlabGetsFingerprintsThatOutliveMovedLines() throws IOException {
    JsonNode nodes = new ObjectMapper().readTree(write(new GitlabReporter(), Samples.report()));

    assertThat(nodes.get(0).get("severity").asString()).isEqualTo("major");
    assertThat(nodes.get(0).get("location").get("path").asString()).isEqualTo("deploy/route.yaml");
    assertThat(nodes.get(0).get("location").get("lines").get("begin").asInt()).isEqualTo(12);
    assertThat(nodes.get(0).get("fingerprint").asString()).hasSize(32);
    assertThat(nodes.get(0).get("fingerprint").asString())
        .isNotEqualTo(nodes.get(1).get("fingerprint").asString());
  }

  @Test
  void markdownEscapesWhatTablesMean() throws IOException {
    assertThat(write(new MarkdownReporter(), Samples.report()))
        .contains("1 error, 1 info in 3 files, 7 resources; 1 suppressed")
        .contains("| error | deploy/route.yaml:12 | subset \"v2\"")
        .contains("| `istio-undefined-subset` |");
  }

  @Test
  void sarifCarriesRulesPlacesAndSuppressions() throws IOException {
    JsonNode run =
        new ObjectMapper()
            .readTree(write(new SarifReporter(Catalogue.of(List.of())), Samples.report()))
            .get("runs")
            .get(0);

    assertThat(run.get("tool").get("driver").get("rules").get(0).get("id").asString())
        .isEqualTo("istio-undefined-subset");
    JsonNode result = run.get("results").get(0);
    assertThat(result.get("level").asString()).isEqualTo("error");
    JsonNode region = result.get("locations").get(0).get("physicalLocation").get("region");
    assertThat(region.get("startLine").asInt()).isEqualTo(12);
    assertThat(region.get("endColumn").asInt()).isEqualTo(19);
    assertThat(result.get("relatedLocations").get(0).get("message").get("text").asString())
        .isEqualTo("DestinationRule production/backend");
    assertThat(run.get("results").get(2).get("suppressions").get(0).get("kind").asString())
        .isEqualTo("inSource");
  }

  @Test
  void everyFormatCarriesEveryFinding() throws IOException {
    LintReport report = Samples.report();
    for (Reporter reporter : Samples.reporters()) {
      assertThat(write(reporter, report))
          .as(reporter.getClass().getSimpleName())
          .contains("istio-undefined-subset", "istio-unknown-host", "host is not in view");
    }
  }
}
