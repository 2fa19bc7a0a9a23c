package dev.meshlint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the command line says when it is not understood: one line, on standard error, status 2. */
class UsageTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --jbos 2 x         | unknown option "--jbos": did you mean "--jobs"?
          --frobnicate x     | unknown option "--frobnicate"
          -x a               | unknown option "-x"
          --jobs 0 x         | option "--jobs" takes a number of threads from 1 on, not "0"
          --jobs many x      | option "--jobs" takes a number of threads from 1 on, not "many"
          x --jobs           | option "--jobs" needs a value: N
          x --select --each  | option "--select" needs a value: RULES
          --each=yes x       | option "--each" takes no value
          --select , x       | option "--select" names nothing
          --select yaml-syntax --ignore yaml-* x | no rule is left: all that are selected are ignored
          --namespace A_b x  | option "--namespace" takes the name of a namespace, and "A_b" is none
          --world clsed x    | option "--world" takes open, default or closed, not "clsed": did you mean "closed"?
          --fail-on errors x | option "--fail-on" takes error, warning, info or never, not "errors": did you mean "error"?
          --at 2026-13-01 x  | option "--at" takes a date such as 2026-12-01, not "2026-13-01"
          x --report-only a --changed-since b | --report-only and --changed-since do not go together
          x --write-baseline --report-only a  | --write-baseline needs all findings: leave --report-only and --changed-since out
          --write-baseline=a --baseline b x   | --write-baseline writes the file that --baseline names: leave one of them out
          --write-baseline --diff x           | --diff changes nothing: leave --write-baseline out
          --stdin-filename a x                | --stdin-filename names the standard input: lint it with -
          --fix=some x       | option "--fix" takes safe or unsafe, not "some"
          --format jsno x    | option "--format" takes text, json, sarif, junit, checkstyle, github, gitlab, markdown or html, not "jsno": did you mean "json"?
          --format json= x   | option "--format" names no file after "json="
          --format text --format json x | two reports for standard output: give one of them a file, as in --format json=report.json
          explain            | explain needs a rule: its id or the code of another tool; "mesh-lint rules" lists them
          explain no-such-x  | unknown rule "no-such-x"
          rules --format xml | option "--format" takes text, json or markdown, not "xml"
          @nowhere.txt       | argument file "nowhere.txt" does not exist
          """)
  void a_mistake_gets_one_line(String line, String message) {
    Cli.Result result = Cli.run(line.split(" "));

    assertThat(result.err()).isEqualTo("mesh-lint: " + message + "\n");
    assertThat(result.out()).isEmpty();
    assertThat(result.status()).isEqualTo(2);
  }

  @Test
  void without_anything_to_lint_it_says_what_to_do() {
    Cli.Result result = Cli.run();

    assertThat(result.err())
        .isEqualTo(
            "mesh-lint: nothing to lint: name files or folders, as in \"mesh-lint deploy\"; --help says more\n");
    assertThat(result.status()).isEqualTo(2);
  }

  @Test
  void a_full_disk_is_told_and_a_reader_that_has_left_is_not() {
    Cli here = Cli.in(Path.of(""));

    Cli.Result full = here.lintInto("No space left on device", "--help");
    assertThat(full.err())
        .isEqualTo("mesh-lint: standard output cannot be written: No space left on device\n");
    assertThat(full.status()).isEqualTo(2);

    Cli.Result left = here.lintInto("Broken pipe", "--help");
    assertThat(left.err()).isEmpty();
    assertThat(left.status()).isZero();
  }
}
