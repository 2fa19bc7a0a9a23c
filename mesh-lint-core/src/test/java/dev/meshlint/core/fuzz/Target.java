package dev.meshlint.core.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meshlint.core.MeshLint;
import dev.meshlint.core.config.ConfigException;
import dev.meshlint.core.config.LintConfig;
import dev.meshlint.core.finding.Finding;
import dev.meshlint.core.promql.ParsedPromql;
import dev.meshlint.core.promql.Promql;
import dev.meshlint.core.value.Cidr;
import dev.meshlint.core.value.GatewayHostname;
import dev.meshlint.core.value.GepDuration;
import dev.meshlint.core.value.Glob;
import dev.meshlint.core.value.GoDuration;
import dev.meshlint.core.value.Hosts;
import dev.meshlint.core.value.HttpUrl;
import dev.meshlint.core.value.IpAddress;
import dev.meshlint.core.value.IstioDuration;
import dev.meshlint.core.value.IstioPrincipal;
import dev.meshlint.core.value.Labels;
import dev.meshlint.core.value.LinkerdDuration;
import dev.meshlint.core.value.NamespacedHost;
import dev.meshlint.core.value.NearMiss;
import dev.meshlint.core.value.OperationValues;
import dev.meshlint.core.value.Pem;
import dev.meshlint.core.value.Placeholders;
import dev.meshlint.core.value.PortRanges;
import dev.meshlint.core.value.PrincipalPattern;
import dev.meshlint.core.value.PrometheusDuration;
import dev.meshlint.core.value.Quantity;
import dev.meshlint.core.value.Re2;
import dev.meshlint.core.value.ServiceHost;
import dev.meshlint.core.value.SpiffeId;
import dev.meshlint.core.value.Version;
import dev.meshlint.core.value.WildcardText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is fuzzed. A target throws for a text on which something is wrong, and else does nothing. */
public enum Target {
  /** The reader of YAML, against itself and against the engine. */
  YAML,

  /** Expressions of Prometheus. */
  PROMQL,

  /** Regular expressions. */
  RE2,

  /** Durations in all their grammars. */
  DURATIONS,

  /** Hosts, names, labels and who may call. */
  HOSTS,

  /** Addresses, ports and amounts. */
  NUMBERS,

  /** Certificates and keys. */
  PEM,

  /** The configuration: wrong ones are told as such, with their mistakes. */
  CONFIGURATION,

  /** Comments and annotations that suppress: no finding gets lost. */
  SUPPRESSIONS,

  /** Everything from bytes to findings but the rules: reading, schemas, suppressions. */
  SCHEMAS;

  /** The texts in {@code src/test/resources/fuzz}, those on which something broke once among them. */
  List<String> seeds() {
    Path folder = Path.of("src/test/resources/fuzz", name().toLowerCase(Locale.ROOT));
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().map(Target::text).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Path file) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Looks at one text. */
  public void run(String text) {
    switch (this) {
      case YAML -> YamlTarget.check(text);
      case PROMQL -> promql(text);
      case RE2 -> re2(text);
      case DURATIONS -> durations(text);
      case HOSTS -> hosts(text);
      case NUMBERS -> numbers(text);
      case PEM -> pem(text);
      case CONFIGURATION -> configuration(text);
      case SUPPRESSIONS -> SuppressionsTarget.check(text);
      case SCHEMAS -> schemas(text);
    }
  }

  private static void promql(String text) {
    ParsedPromql parsed = Promql.parse(text);
    if (parsed.expression() == null) {
      assertThat(parsed.problems()).isNotEmpty();
    }
    parsed
        .problems()
        .forEach(problem -> assertThat(problem.span().end()).isLessThanOrEqualTo(text.length()));
  }

  private static void re2(String text) {
    assertThat(Re2.problem(text) == null).isEqualTo(Re2.isValid(text));
    Re2.istioProblem(text);
    Re2.linkerdProblem(text);
  }

  private static void durations(String text) {
    // Some that can be read are refused all the same, such as negative ones.
    told(GoDuration.nanos(text), GoDuration.problem(text));
    told(GepDuration.nanos(text), GepDuration.problem(text));
    if (LinkerdDuration.problem(text) != null) {
      assertThat(LinkerdDuration.millis(text)).isNull();
    }
    told(PrometheusDuration.millis(text), PrometheusDuration.problem(text));
    Long nanos = GoDuration.nanos(text);
    if (nanos != null && nanos >= 0) {
      assertThat(GoDuration.nanos(GoDuration.format(nanos))).isEqualTo(nanos);
    }
    IstioDuration.problem(text);
    IstioDuration.orZeroProblem(text);
    IstioDuration.wholeSecondsProblem(text);
    GepDuration.rewrite(text);
    LinkerdDuration.rewrite(text);
  }

  private static void hosts(String text) {
    Hosts.fullNameProblem(text);
    Hosts.wildcardNameProblem(text);
    assertThat(Hosts.matches(text, text)).isEqualTo(Hosts.matches(text, text));
    Hosts.isSubsetOf(text, "*.example.com");
    Hosts.isSubsetOf("a.example.com", text);
    GatewayHostname.problem(text);
    GatewayHostname.intersection(text, "*.example.com");
    ServiceHost.parse(text, "cluster.local");
    NamespacedHost.parse(text);
    NamespacedHost.gatewayProblem(text);
    NamespacedHost.sidecarProblem(text);
    Labels.keyProblem(text);
    Labels.annotationKeyProblem(text);
    Labels.valueProblem(text);
    IstioPrincipal.problem(text);
    PrincipalPattern.parse(text);
    SpiffeId.problem(text);
    HttpUrl.problem(text);
    OperationValues.hostProblem(text);
    OperationValues.pathProblem(text);
    OperationValues.methodProblem(text);
    WildcardText.parse(text);
    Version.parse(text);
    Placeholders.inName(text);
    NearMiss.suggestion(text, List.of("backend", "backend-v2", text + "x"));
    assertThat(Glob.matches(text, text.replace('*', 'a'))).isTrue();
  }

  private static void numbers(String text) {
    told(Cidr.parse(text), Cidr.problem(text));
    told(IpAddress.parse(text), IpAddress.problem(text));
    told(Quantity.parse(text), Quantity.problem(text));
    Cidr.orAddressProblem(text);
    PortRanges.problem(text);
  }

  private static void pem(String text) {
    Pem.read(text)
        .forEach(
            block -> {
              block.content();
              block.isPlaceholder();
            });
  }

  private static void configuration(String text) {
    try {
      LintConfig.parse(".mesh-lint.yaml", text);
    } catch (ConfigException e) {
      assertThat(e.problems()).isNotEmpty();
    }
  }

  private static void schemas(String text) {
    for (Finding finding : Linter.PLAIN.lintText("x.yaml", text).findings()) {
      assertThat(finding.rule()).as(finding.message()).isNotEqualTo("internal-error");
      assertThat(finding.place().end()).isLessThanOrEqualTo(text.length());
    }
  }

  /** What cannot be read has a problem. */
  private static void told(@Nullable Object value, @Nullable String problem) {
    if (value == null) {
      assertThat(problem).isNotNull();
    }
  }

  /** Made when it is first needed. */
  private static final class Linter {
    static final MeshLint PLAIN = MeshLint.withDefaults();
  }
}
