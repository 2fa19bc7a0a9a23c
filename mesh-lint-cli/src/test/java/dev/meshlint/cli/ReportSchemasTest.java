package dev.meshlint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ObjectNode;

/** Reports for programs are as their schemas say: ours for JSON, that of OASIS for SARIF. */
class ReportSchemasTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path ROOT = Path.of("..");

  private static Schema sarifSchema() throws IOException {
    try (InputStream stream =
        ReportSchemasTest.class.getResourceAsStream("/schema/sarif-schema-2.1.0.json")) {
      return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
          .getSchema(JSON.readTree(Objects.requireNonNull(stream).readAllBytes()));
    }
  }

  private static Schema reportSchema() throws IOException {
    Path file = ROOT.resolve("docs/schema/report.schema.json");
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(JSON.readTree(Files.readString(file)));
  }

  private static List<JsonNode> reports(String format) {
    List<JsonNode> reports = new ArrayList<>();
    reports.add(JSON.readTree(GoldenMesh.lint("--format", format)));
    for (String example :
        List.of("online-shop", "online-shop-correct", "linkerd-library", "cilium-newsroom")) {
      String[] arguments = {"--each", "--at", "2026-11-25", "--format", format, example};
      reports.add(JSON.readTree(Cli.in(ROOT.resolve("examples")).lint(arguments).out()));
    }
    return reports;
  }

  @Test
  void sarif_is_valid_against_the_schema_of_oasis() throws IOException {
    Schema schema = sarifSchema();
    for (JsonNode report : reports("sarif")) {
      assertThat(schema.validate(report)).isEmpty();
    }
  }

  @Test
  void json_is_valid_against_the_published_schema() throws IOException {
    Schema schema = reportSchema();
    for (JsonNode report : reports("json")) {
      assertThat(schema.validate(report)).isEmpty();
    }
  }

  /** Else the schema would describe less than there is. */
  @Test
  void the_published_schema_knows_every_key() throws IOException {
    JsonNode schema =
        JSON.readTree(Files.readString(ROOT.resolve("docs/schema/report.schema.json")));
    closeObjects(schema);
    Schema closed =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(schema);
    for (JsonNode report : reports("json")) {
      assertThat(closed.validate(report)).isEmpty();
    }
  }

  private static void closeObjects(JsonNode schema) {
    if (schema instanceof ObjectNode object && object.has("properties")) {
      object.put("additionalProperties", false);
    }
    schema.forEach(ReportSchemasTest::closeObjects);
  }

  @Test
  void a_schema_refuses_what_is_wrong() throws IOException {
    ObjectNode report = (ObjectNode) JSON.readTree(GoldenMesh.lint("--format", "json"));
    ((ObjectNode) report.get("findings").get(0)).put("line", 0);
    report.remove("summary");

    assertThat(reportSchema().validate(report)).hasSize(2);

    ObjectNode sarif = (ObjectNode) JSON.readTree(GoldenMesh.lint("--format", "sarif"));
    ((ObjectNode) sarif.at("/runs/0/results/0")).put("level", "fatal");
    assertThat(sarifSchema().validate(sarif)).isNotEmpty();
  }

  @Test
  void sarif_says_of_rules_and_results_what_code_scanning_shows() {
    JsonNode run = JSON.readTree(GoldenMesh.lint("--format", "sarif")).at("/runs/0");

    for (JsonNode rule : run.at("/tool/driver/rules")) {
      assertThat(rule.at("/help/text").asString()).isNotBlank();
      assertThat(rule.at("/help/markdown").asString()).contains("**Repair:**");
      assertThat(rule.at("/properties/problem.severity").asString()).isNotBlank();
    }
    for (JsonNode result : run.get("results")) {
      assertThat(result.at("/partialFingerprints/meshLint~1v1").asString()).hasSize(32);
      assertThat(run.at("/tool/driver/rules/" + result.get("ruleIndex").asInt() + "/id"))
          .isEqualTo(result.get("ruleId"));
    }
    assertThat(run.get("results").findValues("suppressions"))
        .anySatisfy(
            suppressions ->
                assertThat(suppressions.at("/0/kind").asString()).isEqualTo("inSource"));
    assertThat(run.get("results").findValues("deletedRegion")).isNotEmpty();
    assertThat(run.at("/results").findValues("relatedLocations"))
        .anySatisfy(related -> assertThat(related.at("/0/id").asInt()).isEqualTo(1));
  }
}
