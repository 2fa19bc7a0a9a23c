package dev.meshlint.core.yaml;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Makes random documents that are valid and use most ways of writing YAML. */
public final class RandomYaml {
  private static final String[] PLAIN = {
    "a", "v1", "two words", "10.0.0.0/8", "5s", "true", "80", "http://host:80/x?y=z", "a-b_c",
        "x#y", "::1",
    "\u00e4\u00f6", "\uD83D\uDE00", "~", "0x1F", "=", "<<x", "it's", "a \"b\" c", "-1", "--x", ".b",
  };
  private static final String[] QUOTED = {
    "", " ", "a", "true", "a: b", "# x", "{a}", "\uD83D\uDE00 x", "- a", "*", "@"
  };

  private final Random random;
  private final StringBuilder out = new StringBuilder();
  private final String lineBreak;

  private RandomYaml(Random random) {
    this.random = random;
    this.lineBreak = random.nextInt(8) == 0 ? "\r\n" : "\n";
  }

  /** A document whose root is a block mapping. */
  public static String mapping(Random random) {
    RandomYaml yaml = new RandomYaml(random);
    yaml.blockMapping(0, 4);
    return yaml.text();
  }

  /** A document whose root is a block sequence. */
  public static String sequence(Random random) {
    RandomYaml yaml = new RandomYaml(random);
    yaml.blockSequence(0, 4);
    return yaml.text();
  }

  /** A document whose root is a flow collection. */
  public static String flow(Random random) {
    RandomYaml yaml = new RandomYaml(random);
    yaml.flowCollection(3, 0);
    yaml.line();
    return yaml.text();
  }

  private String text() {
    boolean cut = random.nextInt(10) == 0 && out.toString().endsWith(lineBreak);
    return cut ? out.substring(0, out.length() - lineBreak.length()) : out.toString();
  }

  private void blockMapping(int indent, int depth) {
    boolean first = true;
    for (String key : keys(1 + random.nextInt(5))) {
      if (!first) {
        between(indent);
        blanks(indent);
      }
      first = false;
      out.append(key).append(':');
      value(indent, depth - 1, true);
    }
  }

  private void blockSequence(int indent, int depth) {
    int count = 1 + random.nextInt(4);
    for (int i = 0; i < count; i++) {
      if (i > 0) {
        between(indent);
        blanks(indent);
      }
      out.append('-');
      int kind = depth <= 1 ? 0 : random.nextInt(5);
      if (kind == 0 || kind > 2) {
        value(indent, depth - 1, false);
      } else {
        int spaces = 1 + random.nextInt(3);
        blanks(spaces);
        if (kind == 1) {
          blockMapping(indent + 1 + spaces, depth - 1);
        } else {
          blockSequence(indent + 1 + spaces, depth - 1);
        }
      }
    }
  }

  /** A value behind {@code key:} or {@code -}, up to the end of its last line. */
  private void value(int indent, int depth, boolean afterKey) {
    switch (depth <= 0 ? random.nextInt(6) : random.nextInt(10)) {
      case 0 -> line();
      case 1, 2 -> {
        blanks(1 + random.nextInt(2));
        out.append(PLAIN[random.nextInt(PLAIN.length)]);
        line();
      }
      case 3 -> {
        out.append(' ');
        quoted();
        line();
      }
      case 4 -> {
        out.append(' ');
        flowCollection(Math.max(depth, 1), indent);
        line();
      }
      case 5 -> blockScalar(indent);
      case 6, 7 -> {
        line();
        int inner = indent + 1 + random.nextInt(4);
        between(inner);
        blanks(inner);
        blockMapping(inner, depth);
      }
      default -> {
        line();
        int inner = afterKey && random.nextBoolean() ? indent : indent + 1 + random.nextInt(3);
        between(inner);
        blanks(inner);
        blockSequence(inner, depth);
      }
    }
  }

  private void blockScalar(int indent) {
    out.append(' ').append(random.nextBoolean() ? '|' : '>');
    out.append(new String[] {"", "-", "+"}[random.nextInt(3)]);
    line();
    int inner = indent + 1 + random.nextInt(3);
    int lines = random.nextInt(4);
    for (int i = 0; i < lines; i++) {
      if (i > 0 && random.nextInt(4) == 0) {
        out.append(lineBreak);
      }
      blanks(i > 0 && random.nextInt(4) == 0 ? inner + 2 : inner);
      out.append(
          new String[] {"text", "# no comment", "a: b", "- \uD83D\uDE00", "'x"}[random.nextInt(5)]);
      out.append(lineBreak);
    }
  }

  private void flowCollection(int depth, int indent) {
    boolean mapping = random.nextBoolean();
    out.append(mapping ? '{' : '[');
    int count = random.nextInt(4);
    List<String> keys = keys(count);
    for (int i = 0; i < count; i++) {
      if (i > 0) {
        out.append(',');
        flowSpace(indent);
      } else if (random.nextInt(3) == 0) {
        flowSpace(indent);
      }
      if (mapping) {
        out.append(keys.get(i)).append(": ");
      }
      flowValue(depth - 1, indent);
    }
    if (count > 0 && random.nextInt(5) == 0) {
      out.append(',');
    }
    if (random.nextInt(3) == 0) {
      flowSpace(indent);
    }
    out.append(mapping ? '}' : ']');
  }

  private void flowValue(int depth, int indent) {
    switch (random.nextInt(depth > 0 ? 4 : 3)) {
      case 0 -> quoted();
      case 3 -> flowCollection(depth, indent);
      default -> out.append(new String[] {"a", "80", "x y", "true"}[random.nextInt(4)]);
    }
  }

  private void flowSpace(int indent) {
    if (random.nextInt(5) == 0) {
      out.append(random.nextInt(3) == 0 ? "  # comment, [" : "").append(lineBreak);
      blanks(indent + 1 + random.nextInt(3));
    } else {
      out.append(' ');
    }
  }

  private void quoted() {
    String text = QUOTED[random.nextInt(QUOTED.length)];
    char quote = random.nextBoolean() ? '"' : '\'';
    out.append(quote).append(text).append(quote);
  }

  private void between(int indent) {
    int kind = random.nextInt(8);
    if (kind == 0) {
      out.append(lineBreak);
    } else if (kind == 1) {
      blanks(random.nextBoolean() ? indent : 0);
      out.append("# comment").append(lineBreak);
    }
  }

  private void line() {
    int kind = random.nextInt(8);
    out.append(kind == 0 ? "  # comment: 'x" : kind == 1 ? " " : "").append(lineBreak);
  }

  private void blanks(int count) {
    out.append(" ".repeat(count));
  }

  private List<String> keys(int count) {
    Set<String> names = new HashSet<>();
    List<String> keys = new ArrayList<>();
    while (keys.size() < count) {
      String name = "k" + random.nextInt(100);
      if (names.add(name)) {
        int style = random.nextInt(8);
        keys.add(style == 0 ? "\"" + name + "\"" : style == 1 ? "'" + name + "'" : name);
      }
    }
    return keys;
  }
}
