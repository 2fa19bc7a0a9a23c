package dev.meshlint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** In a process of its own: what a pipe can and cannot do is known to the operating system only. */
class StandardInputTest {

  @Test
  void a_pipe_is_read_to_its_end() throws IOException, InterruptedException {
    Cli.Result result =
        Forked.in(Path.of(""))
            .withInput(
                """
                apiVersion: v1
                kind: Service
                metadata: {name: orders}
                spec:
                  ports: [{port: 80}]
                """)
            .lint("-");

    assertThat(result.status()).as(result.err()).isZero();
    assertThat(result.out()).contains("in 1 file, 1 resource");
  }
}
