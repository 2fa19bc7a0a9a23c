package dev.meshlint.core.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meshlint.core.finding.LintReport;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

class JsonReporterTest {
  private static String json(LintReport report) throws IOException {
    StringBuilder out = new StringBuilder();
    new JsonReporter().write(report, out);
    return out.toString();
  }

  @Test
  void the_report_keeps_its_keys_and_their_order() throws IOException {
    assertThat(json(Samples.report()))
        .isEqualTo(
            """
            {"version":1,"findings":[
            {"rule":"istio-undefined-subset","severity":"error","certainty":"certain",\
            "evidence":"same-object","case":null,"category":"correctness",\
            "message":"subset \\"v2\\" of host \\"backend\\" is not defined: \
            DestinationRule production/backend has v1",\
            "file":"deploy/route.yaml","line":12,"column":17,"endLine":12,"endColumn":19,\
            "resource":{"apiVersion":"networking.istio.io/v1","kind":"VirtualService",\
            "namespace":"production","name":"backend"},"mesh":"deploy",\
            "path":"spec.http[0].route[0].destination.subset","equivalents":["IST0101","KIA1107"],\
            "related":[{"file":"deploy/rule.yaml","line":1,"column":7,\
            "message":"DestinationRule production/backend"}],"help":"did you mean \\"v1\\"?",\
            "fixes":[{"description":"use subset \\"v1\\"","safe":false,\
            "edits":[{"file":"deploy/route.yaml","startLine":12,"startColumn":17,"endLine":12,\
            "endColumn":19,"text":"v1"}]}]},
            {"rule":"istio-unknown-host","severity":"info","certainty":"unresolved",\
            "evidence":null,"case":"mirror","category":"correctness",\
            "message":"host is not in view",\
            "file":"deploy/rule.yaml","line":1,"column":1,"endLine":1,"endColumn":5,\
            "resource":null,"mesh":null,"path":null,"equivalents":[],"related":[],"help":null,\
            "fixes":[]}],\
            "summary":{"files":3,"skipped":4,"resources":7,"errors":1,"warnings":0,"infos":1,\
            "suppressed":1,"repaired":0,"known":0,"gone":0}}
            """);
  }

  @Test
  void an_empty_report_is_complete() throws IOException {
    assertThat(json(Samples.empty()))
        .isEqualTo(
            """
            {"version":1,"findings":[],"summary":{"files":1,"skipped":0,"resources":2,\
            "errors":0,"warnings":0,"infos":0,"suppressed":0,"repaired":0,"known":0,"gone":0}}
            """);
  }

  @Test
  void any_text_comes_back_as_it_was() throws IOException {
    String awkward = "\"\\/\b\f\n\r\t\u0000\u001f\u007f\u2028\u2029é😀";
    StringBuilder out = new StringBuilder();
    new JsonText(out).beginArray().value(awkward).value("\ud800").endArray();

    JsonNode node = new ObjectMapper().readTree(out.toString());

    assertThat(node.get(0).asString()).isEqualTo(awkward);
    assertThat(out.toString()).contains("\\ud800").doesNotContain("\u2028", "\u0000");
  }
}
