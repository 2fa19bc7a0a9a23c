package dev.meshlint.core.promql;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PromqlTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "1",
        ".5",
        "0x1F",
        "1_000_000",
        "1e-3",
        "-Inf",
        "nan",
        "5m",
        "1h30m",
        "up",
        "job:requests:rate5m",
        ":node_memory:sum",
        "up{}",
        "up{job=\"a\",}",
        "{job=\"a\"}",
        "{\"metric.name\", \"label.name\"=~\"a.*\"}",
        "{__name__=~\"istio_.+\"}",
        "up{on=\"a\", by='b', sum=`c`, offset!~\"d\"}",
        "up[5m]",
        "up[300]",
        "up[5m] offset 1h @ 1e9",
        "up @ start() offset -1w",
        "up @ end()",
        "max_over_time(rate(up[5m])[1h:])",
        "max_over_time(rate(up[5m])[1h:1m] offset 1d)",
        "(up)[5m:]",
        "rate(up[step() * 2 + 1m])",
        "rate(up[5m] anchored)",
        "up offset (1h - 5m)",
        "sum(up)",
        "sum by (job) (up)",
        "sum(up) by (job,)",
        "SUM WITHOUT (job, sum, on) (up)",
        "sum by () (up)",
        "sum by (\"label.name\") (up)",
        "topk(3, up)",
        "count_values(\"version\", build_version)",
        "limitk(2, up)",
        "sum",
        "and",
        "offset",
        "start",
        "a and on (job) b unless c or d",
        "a == bool on(job) b",
        "a * on(job) group_left(version) b",
        "a * ignoring(job) group_right b",
        "a + ignoring() b",
        "a - on(job) fill(0) b",
        "a </ 5",
        "a atan2 b",
        "1 == bool 2",
        "-up",
        "+-up",
        "2 ^ -1",
        "time()",
        "hour()",
        "label_join(up, \"a\", \"-\", \"b\", \"c\")",
        "info(up)",
        "info(up, {})",
        "info(up, {__name__=~\"build_info|target_info\"})",
        "integral(up[5m]) + integral(up[5m], 60)",
        "label_replace(up, \"a\", \"$1\", \"b\", \"(.*)\")",
        "holt_winters(up[5m], 0.5, 0.5)",
        "histogram_quantile(0.9, sum by (le) (rate(a_bucket[5m])))",
        "vector(1) # a comment\n  + vector(2)",
        "absent(up{job=\"a\"} == 1)",
        "up{a=\"\\\"\\n\\x41\\u00e9\\101\"}"
      })
  void reads(String text) {
    assertThat(Promql.parse(text))
        .satisfies(
            parsed -> {
              assertThat(parsed.problems()).isEmpty();
              assertThat(parsed.foreign()).isFalse();
              assertThat(parsed.expression()).isNotNull();
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "a + b * c | (+ a{} (* b{} c{}))",
        "a - b - c | (- (- a{} b{}) c{})",
        "2 ^ 3 ^ 2 | (^ 2.0 (^ 3.0 2.0))",
        "-a ^ b | (minus (^ a{} b{}))",
        "-a * b | (* (minus a{}) b{})",
        "a or b and c == d + e | (or a{} (and b{} (== c{} (+ d{} e{}))))",
        "a unless b and c | (and (unless a{} b{}) c{})",
        "-a offset 5m | (minus a{} offset 300.0)",
        "a + b[5m] offset 1h | (+ a{} (range b{} 300.0 offset 3600.0))",
        "a + b offset 5m * 2 | (+ a{} (* b{} offset 300.0 2.0))",
        "Sum(a) By (x) / 2 | (/ (sum by[x] a{}) 2.0)",
        "a / on(x) group_left(y) b * c | (* (/ on[x]LEFT[y] a{} b{}) c{})",
        "sum{a='b'} | sum{a='b'}",
        "rate(a[1h30m]) | (call rate (range a{} 5400.0))",
        "a[5m:1m] @ start() | (subquery a{} 300.0 60.0 @ (call start))"
      })
  void binds(String text, String expected) {
    Expression expression = Promql.parse(text).expression();

    assertThat(expression).isNotNull().extracting(Dump::of).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "~~ | ~~ | there is no expression",
        "sum(rate(a[5m]) | ( | \"(\" is never closed",
        "rate(a[5m) | ) | \")\" cannot close \"[\"",
        "a) | ) | \")\" closes nothing",
        "a + | + | an operand has to follow \"+\"",
        "a b | b | an operator has to follow, not \"b\"",
        "a{job=b} | b | has to be a string in quotes",
        "a{job==\"b\"} | == | has to follow the label",
        "a{\"b\", \"c\"} | \"b\" | named twice",
        "a{b=\"c\" d=\"e\"} | d | \",\" or \"}\" has to follow",
        "a{b=\"c} | \"c} | never closed",
        "a[5] offset | offset | a duration such as",
        "a[5min] | 5min | not a unit",
        "a[5m5m] | 5m5m | each unit may stand once",
        "a[] | ] | a duration such as",
        "1.5h | 1.5h | neither a number nor a duration",
        "rate(a[0s]) | 0s | longer than 0",
        "a offset 1m offset 2m | offset | twice",
        "sum(a) offset 5m | offset | only follow a selector",
        "a @ b | b | a time has to follow",
        "rate(a) | a | needs a range vector, and this is an instant vector: a range such as",
        "sum(a[5m]) | a[5m] | needs an instant vector, and this is a range vector",
        "rate(sum(a)[5m]) | sum(a)[5m] | needs a subquery",
        "rate(a offset 1m [5m]) | a offset 1m | after the range",
        "abs() | abs() | takes 1 argument, not 0",
        "round(a, 1, 2) | round(a, 1, 2) | at most 2 arguments, not 3",
        "topk(a) | topk(a) | takes 2 arguments, not 1",
        "topk(b, a) | b | the parameter of \"topk\" needs a scalar",
        "sum(a,) | , | no comma may stand after the last argument",
        "sum() | sum() | nothing to aggregate",
        "sum by job (a) | job | \"(\" has to follow \"by\"",
        "Rate(a[5m]) | Rate | there is no function \"Rate\"",
        "histogram_quantil(0.9, a) | histogram_quantil | there is no function",
        "a and 1 | and | an instant vector on both sides",
        "1 > 2 | > | > bool",
        "a + bool b | + | may only follow a comparison",
        "a and on(x) group_left b | and | takes no \"group_left\"",
        "a * on(x) group_left(x) b | x | taken over and matched on",
        "1 + on(x) a | 1 + on(x) a | between two instant vectors",
        "a[5m] + 1 | a[5m] | needs scalars or instant vectors",
        "-\"a\" | -\"a\" | a sign may only stand before",
        "a{b=~\"(\"} | \"(\" | is no regular expression",
        "{a=\"\"} | {a=\"\"} | a series without labels",
        "{a=~\".*\", b!=\"c\"} | {a=~\".*\", b!=\"c\"} | a series without labels",
        "{} | {} | a series without labels",
        "a{b=\"\\d\"} | \\d | is no escape",
        "a ! b | ! | has no meaning here",
        "info(a, b) | b | takes matchers of labels in braces",
        "info(a, b, c) | info(a, b, c) | at most 2 arguments, not 3",
        "on | on | is a keyword",
        "1m + | + | an operand has to follow",
        "a{x:y=\"b\"} | x:y | the name of a label"
      })
  void says_what_is_wrong_and_where(String text, String place, String message) {
    ParsedPromql parsed = Promql.parse(text == null ? "" : text);

    assertThat(parsed.foreign()).isFalse();
    assertThat(parsed.problems())
        .first()
        .satisfies(
            problem -> {
              assertThat(problem.message()).contains(message);
              assertThat(
                      (text == null ? "" : text)
                          .substring(problem.span().start(), problem.span().end()))
                  .isEqualTo(place == null ? "" : place);
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "rate({app=\"shop\"} |= \"error\" [5m])",
        "{app=\"shop\"} != \"error\"",
        "sum(rate(a[$__rate_interval]))",
        "a > ${limit}",
        "a > {{ .Values.limit }}",
        "a > <limit>",
        "a > @limit@",
        "sum(a) default 0",
        "a if b",
        "rate(a[5i])",
        "a > 10Ki",
        "a > 1.5GB",
        "with (x = a) x + x",
        "range_median(a)",
        "label_set(a, \"b\", \"c\")",
        "rollup_rate(a[5m])",
        "a{b=\"c\" or d=\"e\"} keep_metric_names"
      })
  void leaves_other_languages_alone(String text) {
    assertThat(Promql.parse(text)).returns(true, ParsedPromql::foreign);
  }

  @Test
  void a_function_that_is_like_no_other_may_be_newer_than_this_table() {
    assertThat(Promql.parse("frobnicate(up)").problems())
        .singleElement()
        .returns(PromqlProblem.Kind.UNKNOWN_FUNCTION, PromqlProblem::kind);
  }

  @Test
  void two_bars_are_of_no_language() {
    assertThat(Promql.parse("a || b")).returns(false, ParsedPromql::foreign);
    assertThat(Promql.parse("{app=\"a\"} | json")).returns(true, ParsedPromql::foreign);
  }

  @Test
  void a_pattern_is_read_only_when_it_is_used() {
    assertThat(Promql.parse("label_replace(up, \"a\", \"$1\", \"b\", \"(\")").problems())
        .singleElement()
        .returns(PromqlProblem.Kind.EVALUATION, PromqlProblem::kind);
  }

  @Test
  void a_misspelt_function_comes_with_the_one_that_was_meant() {
    assertThat(Promql.parse("increse(up[5m])").problems())
        .singleElement()
        .returns("increase", PromqlProblem::suggestion);
  }

  @Test
  void several_mistakes_of_type_are_all_found() {
    assertThat(Promql.parse("rate(a) + sum(b[5m])").problems()).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"(", "-", "sum(", "2^", "a[5m:", "a[("})
  void nesting_without_end_is_a_problem_and_no_crash(String part) {
    assertThat(Promql.parse(part.repeat(100_000)).problems()).hasSize(1);
  }

  @Test
  void a_long_chain_of_operators_is_no_nesting() {
    assertThat(Promql.parse("a" + " + a".repeat(50_000)).problems()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"sum(sum(a)[5m])", "abs(a)[5m] + 1", "rate(sum(a)[5m]) / 2"})
  void a_range_that_may_not_be_there_is_one_mistake(String text) {
    assertThat(Promql.parse(text).problems()).hasSize(1);
  }
}
