package dev.meshlint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ManualPageTest {
  @Test
  void the_help_becomes_a_page() {
    assertThat(
            ManualPage.of(
                """
                mesh-lint finds mistakes.

                usage: mesh-lint PATH...
                       mesh-lint rules

                what is linted
                  --at DATE        judge as of this day
                  @FILE            more arguments

                exit status: 0 nothing, 1 findings

                examples  mesh-lint deploy
                          mesh-lint rules
                """))
        .isEqualTo(
            """
            .TH MESH-LINT 1
            .SH NAME
            mesh-lint \\- finds mistakes.
            .SH SYNOPSIS
            .nf
            mesh\\-lint PATH...
            mesh\\-lint rules
            .fi
            .SH WHAT IS LINTED
            .TP
            .B \\-\\-at DATE
            judge as of this day
            .TP
            .B @FILE
            more arguments
            .fi
            .SH EXIT STATUS
            0 nothing, 1 findings
            .fi
            .SH EXAMPLES
            .nf
            mesh\\-lint deploy
            mesh\\-lint rules
            """);
  }

  @Test
  void it_names_every_option() {
    String page = Cli.run("man").out();

    assertThat(Syntax.lint().options())
        .allSatisfy(option -> assertThat(page).contains(option.longestName().replace("-", "\\-")));
  }
}
