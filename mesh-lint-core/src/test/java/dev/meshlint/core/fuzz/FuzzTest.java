package dev.meshlint.core.fuzz;

import static org.assertj.core.api.Assertions.fail;

import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Changes texts at random and looks whether anything breaks. {@code -Dfuzz.seconds=1800} looks for so long at each target,
 * {@code -Dfuzz.seed=17} starts elsewhere; a failure names the text, which then becomes a file beside
 * the seeds.
 */
class FuzzTest {
  private static final int TEXTS = 300;
  private static final long SECONDS = Long.getLong("fuzz.seconds", 0);
  private static final long SEED = Long.getLong("fuzz.seed", 1);

  @ParameterizedTest
  @EnumSource(Target.class)
  void nothing_breaks(Target target) {
    List<String> seeds = target.seeds();
    seeds.forEach(seed -> run(target, seed));
    Random random = new Random(SEED);
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
    for (int i = 0; i < TEXTS || System.nanoTime() < end; i++) {
      run(target, Mutator.mutated(seeds, random));
    }
  }

  private static void run(Target target, String text) {
    try {
      target.run(text);
    } catch (RuntimeException | Error e) {
      fail(target + " breaks on " + escaped(text), e);
    }
  }

  private static String escaped(String text) {
    StringBuilder escaped = new StringBuilder("\"");
    for (char c : text.toCharArray()) {
      boolean plain = c >= ' ' && c < 127 && c != '"' && c != '\\';
      escaped.append(plain ? String.valueOf(c) : "\\u%04x".formatted((int) c));
    }
    return escaped.append('"').toString();
  }
}
