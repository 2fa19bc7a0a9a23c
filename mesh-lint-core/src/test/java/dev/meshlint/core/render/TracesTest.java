package dev.meshlint.core.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meshlint.core.finding.Place;
import dev.meshlint.core.source.SourceFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The way back from what was rendered to what it was made of. Places are written as the text that stands there. */
class TracesTest {
  private static final SourceFile TEMPLATE =
      new SourceFile(
          "templates/route.yaml",
          """
          {{- if .Values.mesh }}
          apiVersion: networking.istio.io/v1
          kind: VirtualService
          metadata:
            name: {{ .Release.Name }}-books
          spec:
            hosts: [books]
            http:
            {{- range .Values.routes }}
            - route:
              - destination:
                  host: {{ .host | quote }}
                  subset: {{ .subset }}
            {{- end }}
            - timeout: 5s
              route:
              - destination:
                  host: readers
            - timeout: 5s # the last
              fault: {{ toYaml .Values.fault | nindent 6 }}
          {{- end }}
          """);

  private static final SourceFile FROM_TEMPLATE =
      new SourceFile(
          "templates/route.yaml",
          """
          ---
          # Source: shop/templates/route.yaml
          apiVersion: networking.istio.io/v1
          kind: VirtualService
          metadata:
            name: shop-books
          spec:
            hosts: [books]
            http:
            - route:
              - destination:
                  host: "books"
                  subset: v1
            - timeout: 5s
              route:
              - destination:
                  host: readers
            - timeout: 5s # the last
              fault:
                abort:
                  percentage: 5
          """);

  /** The line and the text of what is found for a text, of which only what stands before {@code /} is meant. */
  private static String trace(Origins.Trace trace, SourceFile rendered, String text) {
    int end = text.indexOf('/');
    String all = text.replace("/", "\n");
    int start = rendered.text().indexOf(all);
    assertThat(start).isNotNegative();
    Place place = trace.of(new Place(rendered, start, start + (end < 0 ? all.length() : end)));
    return place.line() + ":" + place.file().text().substring(place.start(), place.end());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '@',
      value = {
        "[books]@7:[books]",
        "VirtualService@3:VirtualService",
        "shop-books@5:{{ .Release.Name }}-books",
        "v1/  - timeout@13:{{ .subset }}",
        "subset@13:subset: {{ .subset }}",
        "readers@18:readers",
        "5s # the last@19:5s # the last",
        "percentage@20:fault: {{ toYaml .Values.fault | nindent 6 }}",
      })
  void a_line_is_found_in_its_template(String rendered, String original) {
    assertThat(trace(new TemplateTrace(FROM_TEMPLATE, TEMPLATE), FROM_TEMPLATE, rendered))
        .isEqualTo(original);
  }

  @Test
  void a_value_that_the_template_computes_is_the_expression() {
    SourceFile rendered = new SourceFile("a", "---\nkind: Service\nsubset: v1\n");
    SourceFile template = new SourceFile("a", "kind: Service\nsubset: {{ .Values.subset }}\n");

    assertThat(trace(new TemplateTrace(rendered, template), rendered, "v1"))
        .isEqualTo("2:{{ .Values.subset }}");
  }

  @Test
  void what_the_template_does_not_have_at_all_is_its_beginning() {
    SourceFile rendered = new SourceFile("a", "---\nhost: books\n");
    SourceFile template = new SourceFile("a", "{{ include \"library.route\" . }}\n");

    assertThat(trace(new TemplateTrace(rendered, template), rendered, "books")).isEqualTo("1:");
  }

  private static final SourceFile ORIGIN =
      new SourceFile(
          "base/books.yaml",
          """
          apiVersion: v1
          kind: Service
          metadata: {name: books}
          spec: {selector: {app: books}, ports: [{port: 80, name: http}, {name: grpc, port: 81}]}
          ---
          apiVersion: networking.istio.io/v1
          kind: VirtualService
          metadata: {name: books}
          spec:
            hosts: ["books"]   # quoted here
            http:
              - route: [{destination: {host: books, subset: v9}}]
          """);

  private static final SourceFile BUILT =
      new SourceFile(
          "base/books.yaml",
          """
          ---
          apiVersion: networking.istio.io/v1
          kind: VirtualService
          metadata:
            annotations:
              config.kubernetes.io/origin: |
                path: ../base/books.yaml
            name: eu-books
          spec:
            hosts:
            - books
            http:
            - route:
              - destination:
                  host: books
                  subset: v9
              timeout: 0.5us
          ---
          apiVersion: v1
          kind: Service
          metadata:
            name: eu-books
          spec:
            ports:
            - name: added
              port: 1
            - name: grpc
              port: 99
          """);

  @ParameterizedTest
  @CsvSource(
      delimiter = '@',
      value = {
        "books/  http@10:\"books\"",
        "v9@12:v9",
        "subset@12:subset",
        "eu-books/spec:/  ports@3:books",
        "99@4:81",
      })
  void a_node_is_found_in_the_file_it_comes_from(String rendered, String original) {
    assertThat(trace(new NodeTrace(BUILT, ORIGIN), BUILT, rendered)).isEqualTo(original);
  }

  @Test
  void what_a_patch_put_in_is_where_it_was_put() {
    assertThat(trace(new NodeTrace(BUILT, ORIGIN), BUILT, "0.5us"))
        .isEqualTo("12:route: [{destination: {host: books, subset: v9}}]");
  }

  @Test
  void a_resource_that_the_file_does_not_hold_is_its_beginning() {
    SourceFile other = new SourceFile("base/other.yaml", "kind: Gateway\nmetadata: {name: x}\n");

    assertThat(trace(new NodeTrace(BUILT, other), BUILT, "v9")).isEqualTo("1:");
  }
}
