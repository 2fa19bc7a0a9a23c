package dev.meshlint.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.meshlint.core.LintRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page on the example application in a real browser, where there is a Chromium on the PATH. */
class BrowserTest {
  private static final String SHOWN = "document.querySelectorAll('.finding:not([hidden])').length";
  private static final String BROKEN = "document.querySelector('svg.mesh path.wire.traffic.error')";

  @TempDir Path folder;

  @Test
  void the_page_works_and_asks_for_nothing() throws Exception {
    Path program = Browser.find();
    assumeTrue(program != null, "there is no Chromium on the PATH");
    Path page = folder.resolve("report.html");
    Files.writeString(page, Pages.of(LintRequest.of(Path.of("../examples/online-shop"))));

    try (Browser browser = Browser.open(program, folder.resolve("profile"), page)) {
      int all = Integer.parseInt(browser.evaluate(SHOWN));
      assertThat(all).isGreaterThan(10);

      assertThat(browser.evaluate(choose("rule", "istio-undefined-subset"))).isEqualTo("1");
      assertThat(browser.evaluate("document.getElementById('shown').textContent"))
          .isEqualTo("1 of " + all + " shown");
      assertThat(browser.evaluate(choose("rule", "*"))).isEqualTo(Integer.toString(all));
      assertThat(browser.evaluate(search("consecutive5xxError"))).isEqualTo("1");
      assertThat(browser.evaluate(search(""))).isEqualTo(Integer.toString(all));
      int errors =
          Integer.parseInt(
              browser.evaluate(
                  "(document.querySelector('#filters [data-severity=\"warning\"]').click(), "
                      + SHOWN
                      + ")"));
      assertThat(errors).isBetween(1, all - 1);

      assertThat(browser.evaluate(BROKEN + ".getBoundingClientRect().width > 0")).isEqualTo("true");
      assertThat(
              browser.evaluate(BROKEN + ".closest('.stage').getBoundingClientRect().height > 200"))
          .isEqualTo("true");

      assertThat(browser.complaints()).isEmpty();
      assertThat(browser.requests()).containsExactly(page.toUri().toString());
    }
  }

  /** Chooses a value of a filter; the number of findings that are then shown. */
  private static String choose(String filter, String value) {
    return "((choice) => { choice.value = '%s'; choice.dispatchEvent(new Event('change')); return %s; })"
            .formatted(value, SHOWN)
        + "(document.querySelector('[data-filter=\""
        + filter
        + "\"]'))";
  }

  private static String search(String words) {
    return "((field) => { field.value = '%s'; field.dispatchEvent(new Event('input')); return %s; })"
            .formatted(words, SHOWN)
        + "(document.getElementById('search'))";
  }
}
