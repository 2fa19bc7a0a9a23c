package dev.meshlint.core.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meshlint.core.MeshLint;
import dev.meshlint.core.engine.TestRules;
import dev.meshlint.core.finding.Finding;
import dev.meshlint.core.finding.LintReport;
import dev.meshlint.core.fix.Fix;
import dev.meshlint.core.fix.TextEdit;
import dev.meshlint.core.manifest.Located;
import dev.meshlint.core.manifest.Resource;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.source.SourceFile;
import dev.meshlint.core.yaml.YamlMapping;
import dev.meshlint.core.yaml.YamlNode;
import dev.meshlint.core.yaml.YamlScalar;
import dev.meshlint.core.yaml.YamlSequence;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
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

  /** One of every kind that can hold a secret. */
  private static final Path KINDS = Path.of("src/test/resources/secrets");

  static List<String> manifests() throws IOException {
    List<String> manifests = new ArrayList<>(broken());
    try (Stream<Path> files = Files.list(KINDS)) {
      for (Path file : files.sorted().toList()) {
        manifests.add(
            Files.readString(file)
                .replace("ENCODED_KEY", ENCODED_KEY)
                .replace("ENCODED", ENCODED)
                .replace("CANARY", CANARY));
      }
    }
    return manifests;
  }

  private static List<String> broken() {
    return List.of(
        "{\"apiVersion\":\"v1\",\"kind\":\"Secret\",\"metadata\":{\"name\":\"a\"},\"data\":{\"a\":\""
            + ENCODED
            + "\"}}",
        // An encoded key that begins in one line and goes on in others.
        """
        apiVersion: helm.toolkit.fluxcd.io/v2
        kind: HelmRelease
        metadata: {name: a}
        spec:
          values:
            other: |
              FIRST
              REST
              end: of the key
        """
            .replace("FIRST", ENCODED_KEY.substring(0, 36))
            .replace("REST", ENCODED_KEY.substring(36)),
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
    LintReport blabbed = lint.lintText("a.yaml", manifest);

    for (LintReport report : List.of(blabbed, onEveryLine(new SourceFile("a.yaml", manifest)))) {
      for (Reporter reporter : Samples.reporters()) {
        StringBuilder out = new StringBuilder();
        reporter.write(report, out);

        assertThat(out.toString())
            .as(reporter.getClass().getSimpleName())
            .doesNotContain(CANARY, ENCODED, TOKEN, ENCODED.substring(0, 16));
      }
    }
  }

  private static LintReport onEveryLine(SourceFile file) {
    List<Finding> findings = new ArrayList<>();
    for (int line = 1; line <= file.lineCount(); line++) {
      String text = file.lineText(line);
      findings.add(Samples.on(file, file.lineStart(line), file.lineStart(line) + text.length()));
    }
    return new LintReport(findings, List.of(), List.of(), List.of(), 1, 1);
  }
}
