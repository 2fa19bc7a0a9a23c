package dev.meshlint.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The page as such: complete in itself, safe to open, the same for the same input. */
class HtmlReporterTest {
  private static final String ROUTE =
      """
      apiVersion: networking.istio.io/v1
      kind: VirtualService
      metadata: {name: books, namespace: library}
      spec:
        hosts: [books]
        http:
          - timeuot: 5s
            route: [{destination: {host: books, subset: v2}}]
      """;

  @Test
  void a_page_shows_findings_their_lines_and_what_the_rules_say() {
    String page = Pages.of(ROUTE);

    assertThat(page)
        .startsWith("<!doctype html>")
        .contains("<h1>2 errors and 1 info</h1>")
        .contains("<h4>&quot;timeuot&quot; is not a field of &quot;http&quot;: it is dropped</h4>")
        .contains("<mark>timeuot</mark>: 5s")
        .contains("<del>timeuot</del><ins>timeout</ins>")
        .contains("href=\"#rule-schema-unknown-field\"", "id=\"rule-schema-unknown-field\"")
        .contains("<option value=\"istio-undefined-subset\">istio-undefined-subset (1)</option>");
  }

  @Test
  void a_page_without_findings_says_so() {
    assertThat(Pages.of("apiVersion: v1\nkind: Namespace\nmetadata: {name: library}\n"))
        .contains("<h1>No findings</h1>", "Nothing was found.");
  }

  @Test
  void the_same_input_gives_the_same_page() {
    assertThat(Pages.of(ROUTE)).isEqualTo(Pages.of(ROUTE));
  }

  @Test
  void a_page_loads_nothing() {
    String page =
        Pages.of(ROUTE)
            .replace("<link rel=\"icon\" href=\"data:,\">", "")
            .replace("url(#arrow-", "");

    assertThat(page)
        .doesNotContain("<link", "<img", "<iframe", " src=", "url(", "@import", "import(");
    assertThat(page).doesNotContainPattern(" on[a-z]+=\"").doesNotContain(" style=\"");
  }

  @Test
  void the_policy_allows_exactly_the_style_and_the_script_of_the_page() throws Exception {
    String page = Pages.of(ROUTE);

    assertThat(page)
        .contains("content=\"default-src &#39;none&#39;;")
        .contains("style-src " + quoted(hash(between(page, "<style>", "</style>"))))
        .contains("script-src " + quoted(hash(between(page, "<script>", "</script>"))));
  }

  private static String quoted(String hash) {
    return "&#39;sha256-" + hash + "&#39;";
  }

  private static String hash(String text) throws Exception {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-256").digest(bytes));
  }

  private static String between(String page, String start, String end) {
    Matcher matcher = Pattern.compile("(?s)" + start + "(.*?)" + Pattern.quote(end)).matcher(page);
    assertThat(matcher.find()).isTrue();
    return matcher.group(1);
  }

  @Test
  void a_page_on_200_workloads_is_small_and_shows_the_broken_route() {
    String page = Pages.of(GeneratedMesh.of(200));

    assertThat(page.length()).isLessThan(2_000_000);
    assertThat(page)
        .containsPattern("<path class=\"wire traffic error\"[^>]* data-label=\"next 10 %\"")
        .contains("data-title=\"next\"", "no such subset of catalogue");
  }

  /** Four of every workload. */
  @Test
  void a_page_with_many_findings_is_small_too() {
    String manifests =
        GeneratedMesh.of(200)
            .replace(
                "  rules:", "  rulez: []\n  rles: []\n  actoin: ALLOW\n  seletor: {}\n  rules:");
    String page = Pages.of(manifests);

    assertThat(page.split("<article", -1).length).isGreaterThan(800);
    assertThat(page.length()).isLessThan(2_000_000);
  }

  @Test
  void namespaces_with_nothing_in_them_are_left_out_unless_something_was_found() {
    String page =
        Pages.of(
            ROUTE
                + """
                ---
                apiVersion: v1
                kind: Namespace
                metadata: {name: quiet}
                ---
                apiVersion: v1
                kind: Namespace
                metadata: {name: mistaken, labels: {istio-injection: enable}}
                """);

    assertThat(page).contains("data-title=\"mistaken\"", "data-title=\"library\"");
    assertThat(page).doesNotContain("data-title=\"quiet\"");
  }

  @Test
  void nothing_from_a_manifest_becomes_markup() {
    String evil = "\"><script>alert(1)</script>'&--><!--]]></style>\u0000\ud800\u202e";
    String page =
        Pages.onEveryLine(
            evil + ".yaml", ROUTE.replace("books", "\"<script>alert(2)</script>\""), evil);

    String rest = page.replaceFirst("(?s)<script>.*?</script>", "");
    assertThat(rest).doesNotContain("<script>alert", "alert(1)</script", "<!--", "]]></style");
    assertThat(rest.chars()).doesNotContain(0, 0xd800, 0x202e);
    assertThat(page.split("<script", -1)).hasSize(2);
  }
}
