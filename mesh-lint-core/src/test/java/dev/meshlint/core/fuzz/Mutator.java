package dev.meshlint.core.fuzz;

import java.util.List;
import java.util.Random;

/** Changes texts a little, as a fuzzer does: what comes out is mostly wrong, and wrong in a way that nobody thought of. */
public final class Mutator {
  private static final String[] PIECES = {
    "",
    " ",
    "\n",
    "\n  ",
    "\t",
    ":",
    ": ",
    "- ",
    "-",
    "*",
    "&a ",
    "*a",
    "!!str ",
    "!",
    "|\n",
    ">-\n",
    "'",
    "\"",
    "{",
    "}",
    "[",
    "]",
    ",",
    "#",
    " # ",
    "\n---\n",
    "\n...\n",
    "%YAML 1.1\n",
    "<<: ",
    "? ",
    "@",
    "`",
    "\\",
    "\\u",
    "\\ud800",
    "\uD83D",
    "\uDE00",
    "\uD83D\uDE00",
    "\0",
    "\uFEFF",
    "\u0085",
    "\u2028",
    "é",
    "(",
    ")",
    "(?",
    "(?P<",
    "+",
    "{1000}",
    "{0,}",
    "|",
    "^",
    "$",
    "[[:",
    ":]",
    "\\p{",
    "\\Q",
    ".",
    "..",
    "/",
    "//",
    "0",
    "00",
    "-1",
    "1e9",
    "9223372036854775808",
    "99999999999999999999",
    "0x",
    "1_0",
    "s",
    "ms",
    "h",
    "m",
    "Ki",
    "%",
    "=",
    "==",
    "=~",
    "!=",
    "~",
    "null",
    "on",
    "::",
    "::/0",
    "256",
    "/33",
    "svc.cluster.local",
    "spiffe://",
    "${X}",
    "{{ x }}",
    "by(",
    "offset ",
    "[5m]",
    "[5m:]",
    "mesh-lint: ignore ",
    " until ",
    " -- "
  };

  private Mutator() {}

  /**
   * A text made from one of these, and perhaps a piece of another.
   *
   * @param seeds what to start from; at least one
   */
  public static String mutated(List<String> seeds, Random random) {
    StringBuilder text = new StringBuilder(seeds.get(random.nextInt(seeds.size())));
    for (int changes = 1 + random.nextInt(5); changes > 0; changes--) {
      int at = random.nextInt(text.length() + 1);
      int end = Math.min(text.length(), at + 1 + random.nextInt(1 + random.nextInt(12)));
      switch (random.nextInt(7)) {
        case 0 -> text.delete(at, end);
        case 1 -> text.insert(at, text.substring(at, end));
        case 2 -> text.insert(at, text.substring(at, end).repeat(random.nextInt(40)));
        case 3 -> text.replace(at, end, PIECES[random.nextInt(PIECES.length)]);
        case 4 -> {
          String other = seeds.get(random.nextInt(seeds.size()));
          int from = random.nextInt(other.length() + 1);
          text.insert(at, other, from, Math.min(other.length(), from + random.nextInt(60)));
        }
        case 5 -> text.insert(at, (char) random.nextInt(random.nextBoolean() ? 128 : 0x10000));
        default -> text.insert(at, PIECES[random.nextInt(PIECES.length)]);
      }
    }
    return text.toString();
  }
}
