package dev.meshlint.core.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meshlint.core.MeshLint;
import dev.meshlint.core.engine.TestRules;
import dev.meshlint.core.finding.LintReport;
import dev.meshlint.core.fix.Fix;
import dev.meshlint.core.fix.TextEdit;
import dev.meshlint.core.manifest.Located;
import dev.meshlint.core.manifest.Resource;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.yaml.YamlMapping;
import dev.meshlint.core.yaml.YamlNode;
import dev.meshlint.core.yaml.YamlScalar;
import dev.meshlint.core.yaml.YamlSequence;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A canary in every place where secrets are kept must not come out of any report. */
class SecretsTest {
  private static final String CANARY = "canary-9f8e7d";
  private static final String ENCODED =
      Base64.getEncoder().encodeToString(CANARY.getBytes(StandardCharsets.UTF_8));

  /** A key with the canary in it, as base64 of PEM: its header takes up whole groups of base64. */
  private static final String ENCODED_KEY =
      Base64.getEncoder()
          .encodeToString(
              ("-----BEGIN PRIVATE KEY-----\n\n\n" + CANARY + "\n-----END PRIVATE KEY-----\n")
                  .getBytes(StandardCharsets.UTF_8));

  private static final String TOKEN = "eyJhbGciOi.eyJjYW5hcnki.c2lnbmF0dXJl";

  static List<String> manifests() {
    return List.of(
        secret("data: {password: " + ENCODED + "}"),
        secret("stringData:\n  password: " + CANARY),
        secret("stringData:\n  config: |\n    user: me\n    password: " + CANARY),
        secret("stringData:\n  config: '{\"password\": \"" + CANARY + "\"}'"),
        "{\"apiVersion\":\"v1\",\"kind\":\"Secret\",\"metadata\":{\"name\":\"a\"},\"data\":{\"a\":\""
            + ENCODED
            + "\"}}",
        "apiVersion: v1\nkind: List\nitems:\n- apiVersion: v1\n  kind: Secret\n  metadata: {name: a}\n"
            + "  data: {a: "
            + ENCODED
            + "}\n",
        """
        apiVersion: v1
        kind: Secret
        metadata:
          name: a
          annotations:
            kubectl.kubernetes.io/last-applied-configuration: '{"data":{"a":"ENCODED"}}'
        """
            .replace("ENCODED", ENCODED),
        """
        apiVersion: v1
        kind: ConfigMap
        metadata: {name: a}
        data:
          key.pem: |
            -----BEGIN RSA PRIVATE KEY-----
            CANARY
            -----END RSA PRIVATE KEY-----
        """
            .replace("CANARY", CANARY),
        """
        apiVersion: security.istio.io/v1
        kind: RequestAuthentication
        metadata: {name: a, namespace: b}
        spec:
          jwtRules:
            - issuer: https://issuer.example.com
              jwks: '{"keys": [{"k": "CANARY"}]}'
        """
            .replace("CANARY", CANARY),
        """
        apiVersion: v1
        kind: Pod
        metadata: {name: a}
        spec:
          containers:
            - name: a
              image: a
              env:
                - name: DB_PASSWORD
                  value: CANARY
                - {name: AUTHORIZATION, value: Bearer TOKEN}
        """
            .replace("CANARY", CANARY)
            .replace("TOKEN", TOKEN),
        """
        apiVersion: helm.toolkit.fluxcd.io/v2
        kind: HelmRelease
        metadata: {name: a}
        spec:
          values:
            key: KEY
            other: |
              FIRST
              REST
              end: of the key
        """
            .replace("KEY", ENCODED_KEY)
            .replace("FIRST", ENCODED_KEY.substring(0, 36))
            .replace("REST", ENCODED_KEY.substring(36)),
        """
        apiVersion: networking.istio.io/v1alpha3
        kind: EnvoyFilter
        metadata: {name: a, namespace: b}
        spec:
          configPatches:
            - applyTo: HTTP_FILTER
              patch:
                operation: MERGE
                value:
                  typed_config:
                    hmac_secret: {inline_string: CANARY}
                    generic_secret:
                      secret: {inline_bytes: ENCODED}
                    inline_code: 'local h = {authorization = "Basic ENCODED"}'
        """
            .replace("CANARY", CANARY)
            .replace("ENCODED", ENCODED),
        """
        apiVersion: extensions.istio.io/v1alpha1
        kind: WasmPlugin
        metadata: {name: a, namespace: b}
        spec:
          url: oci://puller:CANARY@registry.example.com/filter:1
          imagePullSecret: registry
          pluginConfig: {api_key: CANARY, upstream: {accessToken: CANARY}}
          vmConfig: {env: [{name: SERVICE_TOKEN, valueFrom: HOST}, {name: ADMIN_PASSWORD, value: CANARY}]}
        """
            .replace("CANARY", CANARY),
        """
        apiVersion: networking.istio.io/v1
        kind: VirtualService
        metadata: {name: a, namespace: b}
        spec:
          hosts: [a]
          http:
            - headers: {request: {set: {authorization: Bearer CANARY, x-api-key: CANARY}}}
              redirect: {uri: "/login?api_key=CANARY&next=1"}
        """
            .replace("CANARY", CANARY),
        """
        apiVersion: networking.istio.io/v1
        kind: Gateway
        metadata:
          name: a
          annotations:
            example.com/database: postgres://user:CANARY@db.example.com:5432/a
            example.com/settings: '{"user": "me", "password": "CANARY"}'
            kubectl.kubernetes.io/last-applied-configuration: '{"spec":{"x":"CANARY"}}'
        spec:
          servers: [{port: {number: 443, name: https, protocol: HTTPS}, tls: {mode: SIMPLE, privateKey: CANARY}}]
        """
            .replace("CANARY", CANARY),
        """
        apiVersion: v1
        kind: ConfigMap
        metadata: {name: a}
        data:
          application.properties: |
            db.user=me
            db.password = CANARY
            client_secret: "CANARY"
          settings.json: '{"apiKey":"CANARY"}'
        """
            .replace("CANARY", CANARY),
        // Broken on the secret's own line, and before it.
        secret("stringData: {password: " + CANARY),
        secret("stringData:\n  password: \"" + CANARY + "\n  other: 1"),
        secret("stringData:\n  a: [\n  password: " + CANARY),
        secret("stringData:\n  password: " + CANARY + "\n  password: " + CANARY));
  }

  private static String secret(String rest) {
    return "apiVersion: v1\nkind: Secret\nmetadata: {name: a}\n" + rest + "\n";
  }

  /** Quotes every scalar of every resource in message, help, related place and fix. */
  private static void blab(YamlNode node, Resource resource, Findings out) {
    if (node instanceof YamlMapping mapping) {
      for (YamlMapping.Entry entry : mapping.entries()) {
        blab(entry.value(), resource, out);
      }
    } else if (node instanceof YamlSequence sequence) {
      for (YamlNode item : sequence.items()) {
        blab(item, resource, out);
      }
    } else if (node instanceof YamlScalar scalar) {
      Located at = new Spot(resource, scalar);
      TextEdit edit =
          new TextEdit(node.file(), node.start(), node.end(), "'" + scalar.text() + "'");
      out.report(at, "value \"" + scalar.text() + "\" is wrong")
          .help("write " + scalar.text())
          .related(at, "here is " + scalar.text())
          .related(resource, "it holds " + scalar.text())
          .fix(new Fix("quote it", true, List.of(edit)));
      out.report(resource, "somewhere is " + scalar.text());
    }
  }

  private record Spot(Resource resource, YamlNode node) implements Located {}

  @ParameterizedTest
  @MethodSource("manifests")
  void no_report_shows_a_secret(String manifest) throws IOException {
    MeshLint lint =
        MeshLint.builder()
            .ruleSet(
                TestRules.none()
                    .onMesh(
                        "test-blab",
                        (mesh, out) -> mesh.resources().forEach(r -> blab(r.node(), r, out)))
                    .set())
            .build();
    LintReport report = lint.lintText("a.yaml", manifest);
    assertThat(report.findings()).isNotEmpty();

    for (Reporter reporter : Samples.reporters()) {
      StringBuilder out = new StringBuilder();
      reporter.write(report, out);

      assertThat(out.toString())
          .as(reporter.getClass().getSimpleName())
          .isNotEmpty()
          .doesNotContain(CANARY, ENCODED, TOKEN, ENCODED.substring(0, 16));
    }
  }
}
