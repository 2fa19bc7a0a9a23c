package dev.meshlint.core.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meshlint.core.fix.TextEdit;
import java.util.List;
import org.junit.jupiter.api.Test;

class SchemaCheckerTest {
  private static final String ROUTE =
      """
      apiVersion: networking.istio.io/v1
      kind: VirtualService
      metadata:
        name: backend
      spec:
        hosts: [backend]
        http:
          - route:
              - destination:
                  host: backend
      """;

  @Test
  void acceptsARoute() {
    assertThat(Shapes.lines(ROUTE)).isEmpty();
  }

  @Test
  void namesTheFieldThatWasMeant() {
    List<SchemaProblem> problems =
        Shapes.check(ROUTE.replace("hosts:", "host:"), SchemaContext.DEFAULT);

    assertThat(problems).hasSize(1);
    assertThat(problems.get(0).rule()).isEqualTo("schema-unknown-field");
    assertThat(problems.get(0).help()).isEqualTo("did you mean \"hosts\"?");
    assertThat(problems.get(0).fixes().get(0).safe()).isTrue();
  }

  @Test
  void saysWhereAMisplacedFieldBelongs() {
    List<SchemaProblem> problems =
        Shapes.check(
            ROUTE.replace(
                "            host: backend", "            host: backend\n            timeout: 5s"),
            SchemaContext.DEFAULT);

    assertThat(problems)
        .extracting(SchemaProblem::help)
        .containsExactly("it belongs further up, to \"http\"");
  }

  @Test
  void seesWhatIsMissing() {
    assertThat(Shapes.lines(ROUTE.replace("host: backend", "subset: v1")))
        .containsExactly("9 schema-missing-field \"destination\" needs \"host\": it is missing");
  }

  @Test
  void leavesBlanksOfATemplateToTheProgramThatFillsThem() {
    String blank = ROUTE.replace("host: backend", "host:");

    assertThat(Shapes.lines(blank.replace("name: backend", "name:"))).isEmpty();
    assertThat(Shapes.lines(blank))
        .containsExactly("9 schema-missing-field \"destination\" needs \"host\": it is missing");
  }

  @Test
  void takesAWordInBracketsForOneThatIsToBeReplaced() {
    String secret =
        """
        apiVersion: v1
        kind: Secret
        metadata:
          name: store
        data:
          token.json: [STORE_TOKEN]
        """;

    assertThat(Shapes.lines(secret)).isEmpty();
    assertThat(Shapes.lines(secret.replace("STORE_TOKEN", "c3RvcmU=")))
        .containsExactly("6 schema-wrong-type \"token.json\" must be text, not a list");
  }

  @Test
  void offersQuotesForTextThatYamlReadsAsSomethingElse() {
    List<SchemaProblem> problems =
        Shapes.check(ROUTE.replace("host: backend", "host: on"), SchemaContext.DEFAULT);

    assertThat(problems).hasSize(1);
    SchemaProblem problem = problems.get(0);
    assertThat(problem.rule()).isEqualTo("schema-wrong-type");
    assertThat(problem.message())
        .isEqualTo("\"host\" must be text: on without quotes is a boolean");
    assertThat(problem.fixes().get(0).edits()).extracting(TextEdit::text).containsExactly("\"on\"");
  }

  @Test
  void goesOnBehindAListThatIsMissing() {
    assertThat(
            Shapes.lines(
                """
                apiVersion: networking.istio.io/v1
                kind: VirtualService
                metadata:
                  name: backend
                spec:
                  hosts: [backend]
                  http:
                    route:
                      - destination:
                          hostname: backend
                """))
        .containsExactly(
            "8 schema-wrong-type \"http\" must be a list, not an object",
            "10 schema-unknown-field \"hostname\" is not a field of \"destination\": it is dropped");
  }

  @Test
  void takesNullForAbsent() {
    assertThat(Shapes.lines(ROUTE + "      timeout:\n")).isEmpty();
  }

  @Test
  void isQuietAboutPlaceholders() {
    assertThat(Shapes.lines(ROUTE.replace("host: backend", "host: ${BACKEND}"))).isEmpty();
    assertThat(Shapes.lines(ROUTE.replace("host: backend", "host: {{ backend }}"))).isEmpty();
  }

  @Test
  void wantsLabelsToBeText() {
    assertThat(
            Shapes.lines(
                ROUTE.replace(
                    "  name: backend\nspec",
                    "  name: backend\n  labels:\n    version: 1.10\nspec")))
        .containsExactly(
            "6 k8s-label-not-string label \"version\" must be text: 1.10 without quotes is a number");
  }

  @Test
  void namesTheGroupThatWasMeant() {
    assertThat(Shapes.lines(ROUTE.replace("networking.istio", "nnetworking.istio")))
        .containsExactly(
            "1 schema-unknown-kind the API group \"nnetworking.istio.io\" does not exist:"
                + " VirtualService is a kind of \"networking.istio.io\"");
  }

  @Test
  void knowsTheVersionsOfAKind() {
    assertThat(
            Shapes.lines(
                """
                apiVersion: networking.istio.io/v1
                kind: EnvoyFilter
                metadata:
                  name: filter
                """))
        .containsExactly(
            "1 schema-unknown-kind EnvoyFilter has no version \"v1\": it is served as"
                + " \"networking.istio.io/v1alpha3\"");
  }

  @Test
  void makesAListOfTheOneTextThatStandsInItsPlace() {
    SchemaProblem problem =
        Shapes.check(ROUTE.replace("[backend]", "backend"), SchemaContext.DEFAULT).get(0);

    assertThat(problem.rule()).isEqualTo("schema-wrong-type");
    assertThat(problem.help()).isEqualTo("write it as a list: [backend]");
    assertThat(problem.fixes().get(0).edits())
        .extracting(TextEdit::text)
        .containsExactly("[backend]");
  }

  @Test
  void aWordInUpperCaseIsNoPlaceholderWhereItIsAValueOfAFieldBelow() {
    String policy =
        """
        apiVersion: security.istio.io/v1
        kind: PeerAuthentication
        metadata: {name: one}
        spec:
          mtls: %s
        """;

    SchemaProblem problem = Shapes.check(policy.formatted("STRICT"), SchemaContext.DEFAULT).get(0);
    assertThat(problem.rule()).isEqualTo("schema-wrong-type");
    assertThat(problem.help()).isEqualTo("it belongs one level down, to \"mode\"");
    assertThat(Shapes.lines(policy.formatted("MTLS_SETTINGS"))).isEmpty();
  }

  @Test
  void anotherNameForAFieldOfAnotherTypeIsOneMistake() {
    SchemaProblem problem =
        Shapes.check(
                """
                apiVersion: gateway.networking.k8s.io/v1
                kind: HTTPRoute
                metadata: {name: one}
                spec:
                  parentRef: {name: edge}
                """,
                SchemaContext.DEFAULT)
            .get(0);

    assertThat(problem.help()).isEqualTo("did you mean \"parentRefs\", which is a list?");
    assertThat(problem.fixes()).isEmpty();
  }
}
