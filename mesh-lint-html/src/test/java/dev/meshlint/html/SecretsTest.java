package dev.meshlint.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A canary in every place where secrets are kept is on no page, though every line of its file is shown. */
class SecretsTest {
  private static final String CANARY = "canary-4b1d9c";
  private static final String ENCODED =
      Base64.getEncoder().encodeToString(CANARY.getBytes(StandardCharsets.UTF_8));

  static List<String> manifests() {
    return List.of(
        "apiVersion: v1\nkind: Secret\nmetadata: {name: a}\ndata: {a: " + ENCODED + "}\n",
        """
        apiVersion: v1
        kind: Secret
        metadata: {name: a}
        stringData:
          config: |
            user: me
            anything: CANARY
            more: CANARY
        """,
        """
        apiVersion: v1
        kind: ConfigMap
        metadata: {name: a}
        data:
          key.pem: |
            -----BEGIN RSA PRIVATE KEY-----
            CANARY
            CANARY
            -----END RSA PRIVATE KEY-----
          app.properties: |
            password=CANARY
        """,
        """
        apiVersion: networking.istio.io/v1alpha3
        kind: EnvoyFilter
        metadata: {name: a, namespace: b}
        spec:
          configPatches:
            - patch: {value: {typed_config: {token_secret: {inline_string: CANARY}}}}
        """,
        """
        apiVersion: extensions.istio.io/v1alpha1
        kind: WasmPlugin
        metadata: {name: a, namespace: b}
        spec:
          url: https://puller:CANARY@modules.example.com/a.wasm
          pluginConfig: {client_secret: CANARY}
        """,
        """
        apiVersion: security.istio.io/v1
        kind: RequestAuthentication
        metadata: {name: a, namespace: b}
        spec:
          jwtRules:
            - issuer: a
              jwks: '{"keys": [{"k": "CANARY"}]}'
        """,
        """
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: a
          annotations:
            kubectl.kubernetes.io/last-applied-configuration: '{"value":"CANARY"}'
            example.com/database: mysql://root:CANARY@db/a
        spec:
          template:
            spec:
              containers:
                - name: a
                  env: [{name: DB_PASSWORD, value: CANARY}]
        """);
  }

  @ParameterizedTest
  @MethodSource("manifests")
  void no_page_shows_a_secret(String manifest) {
    String page = Pages.onEveryLine("a.yaml", manifest.replace("CANARY", CANARY), "a mistake");

    assertThat(page).contains("<article").doesNotContain(CANARY, ENCODED);
  }
}
