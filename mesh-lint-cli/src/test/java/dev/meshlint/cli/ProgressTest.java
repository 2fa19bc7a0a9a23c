package dev.meshlint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class ProgressTest {
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private final CountDownLatch first = new CountDownLatch(1);

  @Test
  void those_who_watch_a_terminal_see_a_line_that_goes_away() throws InterruptedException {
    Progress progress = Progress.start(console(true), 0);
    first.await();
    progress.end();

    assertThat(text()).startsWith("\rlinting, 0 s ...").endsWith("\r\u001b[K").doesNotContain("\n");
  }

  @Test
  void others_and_those_of_short_runs_see_nothing() {
    Progress.start(console(false), 0).end();
    Progress.start(console(true), Long.MAX_VALUE).end();

    assertThat(text()).isEmpty();
  }

  private String text() {
    return said.toString(StandardCharsets.UTF_8);
  }

  private Console console(boolean terminal) {
    OutputStream err =
        new OutputStream() {
          @Override
          public void write(int b) {
            said.write(b);
            first.countDown();
          }
        };
    return new Console(
        InputStream.nullInputStream(),
        OutputStream.nullOutputStream(),
        err,
        Map.of(),
        Path.of(""),
        false,
        terminal);
  }
}
