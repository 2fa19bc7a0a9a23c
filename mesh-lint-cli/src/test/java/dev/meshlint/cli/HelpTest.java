package dev.meshlint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.Model.OptionSpec;

class HelpTest {

  @ParameterizedTest
  @ValueSource(strings = {"help", "--help", "-h", "lint --help", "rules -h", "explain --help x"})
  void it_is_printed_wherever_it_is_asked_for(String line) {
    Cli.Result result = Cli.run(line.split(" "));

    assertThat(result.out()).isEqualTo(Help.TEXT);
    assertThat(result.err()).isEmpty();
    assertThat(result.status()).isZero();
  }

  @Test
  void it_fits_on_a_screen() {
    assertThat(Help.TEXT.lines())
        .hasSizeLessThanOrEqualTo(40)
        .allMatch(line -> line.length() <= 80);
  }

  @Test
  void it_names_every_option_and_every_command() {
    List<String> names =
        Syntax.lint().options().stream().map(OptionSpec::names).flatMap(Arrays::stream).toList();

    assertThat(names).isNotEmpty().allSatisfy(name -> assertThat(Help.TEXT).contains(name));
    assertThat(Program.COMMANDS).allSatisfy(name -> assertThat(Help.TEXT).contains(name));
  }

  @ParameterizedTest
  @ValueSource(strings = {"--version", "-V", "rules --version"})
  void the_version_is_one_line(String line) {
    Cli.Result result = Cli.run(line.split(" "));

    assertThat(result.out()).matches("mesh-lint \\S.*\\n");
    assertThat(result.status()).isZero();
  }
}
