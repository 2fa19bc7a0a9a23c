package dev.meshlint.core.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LabelsTest {
  private static final Pattern NAME = Pattern.compile("([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]");
  private static final Pattern SUBDOMAIN =
      Pattern.compile("[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*");

  @ParameterizedTest
  @ValueSource(strings = {"app", "app.kubernetes.io/name", "A_b.c-1", "1", "istio-injection"})
  void acceptsKeys(String key) {
    assertThat(Labels.keyProblem(key)).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "'', it is empty",
    "a/b/c, 'it has more than one \"/\"'",
    "/a, 'the prefix before \"/\" is missing'",
    "a/, 'the name after \"/\" is missing'",
    "Istio.io/rev, 'in the prefix before \"/\", it must be lower case'",
    "a b, 'a blank is not allowed, only letters, digits, \"-\", \"_\" and \".\"'",
    "-a, it must begin and end with a letter or digit"
  })
  void saysWhatIsWrongWithAKey(String key, String problem) {
    assertThat(Labels.keyProblem(key)).isEqualTo(problem);
  }

  @Test
  void limitsLengths() {
    assertThat(Labels.isKey("a".repeat(63))).isTrue();
    assertThat(Labels.keyProblem("a".repeat(64))).contains("has 64 characters");
    assertThat(Labels.keyProblem("a/" + "a".repeat(64))).startsWith("the name after");
    assertThat(Labels.isKey("a".repeat(253) + "/a")).isTrue();
    assertThat(Labels.keyProblem("a".repeat(254) + "/a")).contains("has 254 characters");
    assertThat(Labels.isValue("a".repeat(63))).isTrue();
    assertThat(Labels.isValue("a".repeat(64))).isFalse();
    assertThat(Labels.unboundedValueProblem("a".repeat(64))).isNull();
    assertThat(Labels.isValue("")).isTrue();
  }

  @Test
  void allowsUpperCaseInThePrefixOfAnAnnotation() {
    assertThat(Labels.annotationKeyProblem("Example.io/Name")).isNull();
  }

  @Test
  void agreesWithThePatternsOfKubernetes() {
    long seed = 31;
    Random random = new Random(seed);
    for (int i = 0; i < 50_000; i++) {
      String text = Names.text(random, "aZ0-_./", 6);
      int slash = text.indexOf('/');
      String name = text.substring(slash + 1);
      boolean key =
          NAME.matcher(name).matches()
              && (slash < 0 || SUBDOMAIN.matcher(text.substring(0, slash)).matches());
      assertThat(Labels.isKey(text)).as("seed %d: %s", seed, text).isEqualTo(key);
      assertThat(Labels.isValue(text))
          .as("seed %d: %s", seed, text)
          .isEqualTo(text.isEmpty() || NAME.matcher(text).matches());
      assertThat(DnsNames.isSubdomain(text))
          .as("seed %d: %s", seed, text)
          .isEqualTo(SUBDOMAIN.matcher(text).matches());
    }
  }

  @Test
  void selectsByLabelsAndExpressions() {
    LabelSelector selector =
        new LabelSelector(
            Map.of("app", "backend"),
            List.of(
                new LabelSelector.Requirement(
                    "version", LabelSelector.Operator.IN, List.of("v1", "v2")),
                new LabelSelector.Requirement(
                    "legacy", LabelSelector.Operator.DOES_NOT_EXIST, List.of())));
    assertThat(selector.matches(Map.of("app", "backend", "version", "v1"))).isTrue();
    assertThat(selector.matches(Map.of("app", "backend", "version", "v3"))).isFalse();
    assertThat(selector.matches(Map.of("app", "backend"))).isFalse();
    assertThat(selector.matches(Map.of("app", "backend", "version", "v1", "legacy", ""))).isFalse();
    assertThat(LabelSelector.EVERYTHING.matches(Map.of())).isTrue();
  }

  @Test
  void eachOperatorIsTheOppositeOfItsNegation() {
    long seed = 32;
    Random random = new Random(seed);
    for (int i = 0; i < 5_000; i++) {
      Map<String, String> carried = new HashMap<>();
      for (int n = random.nextInt(4); n > 0; n--) {
        carried.put(Names.text(random, "ab", 1), Names.text(random, "xy", 1));
      }
      String key = Names.text(random, "ab", 1);
      List<String> values = List.of(Names.text(random, "xy", 1), Names.text(random, "xy", 1));
      assertThat(requirement(key, LabelSelector.Operator.IN, values).matches(carried))
          .as("seed %d", seed)
          .isEqualTo(values.contains(carried.getOrDefault(key, "absent")))
          .isNotEqualTo(requirement(key, LabelSelector.Operator.NOT_IN, values).matches(carried));
      assertThat(requirement(key, LabelSelector.Operator.EXISTS, List.of()).matches(carried))
          .as("seed %d", seed)
          .isEqualTo(carried.containsKey(key))
          .isNotEqualTo(
              requirement(key, LabelSelector.Operator.DOES_NOT_EXIST, List.of()).matches(carried));
      LabelSelector own = LabelSelector.ofLabels(carried);
      assertThat(own.matches(carried)).isTrue();
    }
  }

  @Test
  void readsOperatorsAsTheyAreWritten() {
    assertThat(LabelSelector.Operator.parse("NotIn")).isEqualTo(LabelSelector.Operator.NOT_IN);
    assertThat(LabelSelector.Operator.parse("notin")).isNull();
    assertThat(LabelSelector.Operator.DOES_NOT_EXIST).hasToString("DoesNotExist");
  }

  private static LabelSelector.Requirement requirement(
      String key, LabelSelector.Operator operator, List<String> values) {
    return new LabelSelector.Requirement(key, operator, values);
  }
}
