package dev.meshlint.core.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.meshlint.core.source.SourceFile;
import dev.meshlint.core.yaml.YamlMapping.Entry;
import dev.meshlint.core.yaml.YamlScalar.Style;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** What holds for any text, and what must agree with another reader. */
class YamlFuzzTest {
  private static final String[] PIECES = {
    "\n",
    "\r\n",
    "\r",
    "\t",
    " ",
    "  ",
    ":",
    ": ",
    "-",
    "- ",
    "---\n",
    "\n---\n",
    "\n...\n",
    "%YAML 1.1\n",
    "%TAG",
    "#",
    " # mesh-lint: x",
    "'",
    "\"",
    "\\",
    "{",
    "}",
    "[",
    "]",
    ",",
    "&a ",
    "*a",
    "!!str ",
    "!x ",
    "!<y> ",
    "|\n",
    ">+2\n",
    "<<: *a",
    "<<: ",
    "? ",
    "@",
    "`",
    "%",
    "\uFEFF",
    "\u0085",
    "\u2028",
    "\u0000",
    "\uD800",
    "\uDC00",
    "\uD83D\uDE00",
    "{{ x }}",
    "${X}",
    "=",
    "~",
    "a",
    "key: value\n",
    "\\x4",
    "\\ud83d",
    "\\uD83D\\uDE00",
    "!!merge <<: {a: b}",
  };

  private static String noise(Random random) {
    StringBuilder text = new StringBuilder();
    int count = random.nextInt(30);
    for (int i = 0; i < count; i++) {
      text.append(PIECES[random.nextInt(PIECES.length)]);
    }
    return text.toString();
  }

  private static String document(Random random) {
    return switch (random.nextInt(3)) {
      case 0 -> RandomYaml.mapping(random);
      case 1 -> RandomYaml.sequence(random);
      default -> RandomYaml.flow(random);
    };
  }

  private static String mutated(Random random) {
    StringBuilder text = new StringBuilder(document(random));
    if (random.nextBoolean()) {
      text.append("\n---\n").append(document(random));
    }
    int changes = random.nextInt(6);
    for (int i = 0; i < changes; i++) {
      int at = random.nextInt(text.length() + 1);
      if (random.nextBoolean()) {
        text.insert(at, PIECES[random.nextInt(PIECES.length)]);
      } else {
        text.delete(at, Math.min(text.length(), at + 1 + random.nextInt(4)));
      }
    }
    return text.toString();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void anyTextGivesNodesAndProblemsInsideIt(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 4_000; i++) {
      String text = i % 4 == 0 ? noise(random) : mutated(random);
      try {
        check(text);
      } catch (RuntimeException | AssertionError failure) {
        fail("seed " + seed + ", text " + i + ":\n" + text, failure);
      }
    }
  }

  private static void check(String text) {
    SourceFile file = new SourceFile("x.yaml", text);
    YamlFile read = YamlReader.read(file, YamlLimits.DEFAULT, true);
    int end = 0;
    int index = -1;
    for (YamlDocument document : read.documents()) {
      assertThat(document.index()).isGreaterThan(index);
      index = document.index();
      checkNode(document.root(), end, text.length());
      end = document.root().end();
      embed(document.root());
    }
    for (YamlProblem problem : read.problems()) {
      assertThat(problem.start()).isBetween(0, problem.end());
      assertThat(problem.end()).isLessThanOrEqualTo(text.length());
      assertThat(problem.relatedStart()).isLessThanOrEqualTo(text.length());
      assertThat(problem.message()).isNotEmpty();
    }
    assertThat(read.problems()).doesNotHaveDuplicates();
    read.comments().forEach(comment -> assertThat(text.charAt(comment.start())).isEqualTo('#'));
  }

  /** Nodes nest and follow each other, but for those behind aliases, which lie elsewhere. */
  private static void checkNode(YamlNode node, int from, int to) {
    if (node.shared()) {
      return;
    }
    assertThat(node.start()).isBetween(from, node.end());
    assertThat(node.end()).isLessThanOrEqualTo(to);
    int at = node.start();
    if (node instanceof YamlSequence sequence) {
      for (YamlNode item : sequence.items()) {
        checkNode(item, at, node.end());
        at = item.shared() ? at : item.end();
      }
    } else if (node instanceof YamlMapping mapping) {
      for (Entry entry : mapping.entries()) {
        if (entry.merged()) {
          continue;
        }
        checkNode(entry.key(), at, node.end());
        at = entry.key().shared() ? at : entry.key().end();
        checkNode(entry.value(), at, node.end());
        at = entry.value().shared() ? at : entry.value().end();
      }
    } else {
      checkScalar((YamlScalar) node);
    }
  }

  private static void checkScalar(YamlScalar scalar) {
    String source = Yaml.source(scalar);
    switch (scalar.style()) {
      case PLAIN -> {
        if (source.chars().noneMatch(c -> c == '\n' || c == '\r' || c == 0x85)) {
          assertThat(source).isEqualTo(scalar.text());
        }
      }
      case SINGLE_QUOTED -> assertThat(source).startsWith("'").endsWith("'");
      case DOUBLE_QUOTED -> assertThat(source).startsWith("\"").endsWith("\"");
      case LITERAL -> assertThat(source).startsWith("|");
      case FOLDED -> assertThat(source).startsWith(">");
    }
  }

  private static void embed(YamlNode root) {
    List<YamlNode> nodes = new ArrayList<>(List.of(root));
    for (int i = 0; i < nodes.size() && i < 50; i++) {
      if (nodes.get(i) instanceof YamlMapping mapping) {
        mapping.entries().forEach(entry -> nodes.add(entry.value()));
      } else if (nodes.get(i) instanceof YamlSequence sequence) {
        nodes.addAll(sequence.items());
      } else if (nodes.get(i) instanceof YamlScalar scalar) {
        YamlFile embedded = YamlReader.readEmbedded(scalar, YamlLimits.DEFAULT);
        for (YamlDocument document : embedded.documents()) {
          assertThat(document.root().start()).isBetween(scalar.start(), document.root().end());
          assertThat(document.root().end()).isLessThanOrEqualTo(scalar.end());
          if (scalar.style() == Style.LITERAL) {
            checkNode(document.root(), scalar.start(), scalar.end());
          }
        }
        for (YamlProblem problem : embedded.problems()) {
          assertThat(problem.start()).isBetween(scalar.start(), problem.end());
          assertThat(problem.end()).isLessThanOrEqualTo(scalar.end());
        }
      }
    }
  }

  @Test
  void treesAreThoseOfTheEngine() {
    long seed = 4;
    Random random = new Random(seed);
    LoadSettings settings = LoadSettings.builder().build();
    for (int i = 0; i < 4_000; i++) {
      String text = document(random);
      // The engine adds a line break to a block scalar that ends the text without one.
      String whole = text.endsWith("\n") ? text : text + "\n";
      YamlFile read = Yaml.read(whole);
      assertThat(read.problems()).as("seed %s, text %s:%n%s", seed, i, whole).isEmpty();
      assertThat(Yaml.show(read.documents().get(0).root()))
          .as("seed %s, text %s:%n%s", seed, i, whole)
          .isEqualTo(show(new Compose(settings).composeString(whole).orElseThrow()));
    }
  }

  @Test
  void valuesAreThoseOfTheEngine() {
    long seed = 5;
    Random random = new Random(seed);
    LoadSettings settings = LoadSettings.builder().setSchema(new CoreSchema()).build();
    for (int i = 0; i < 4_000; i++) {
      String text = document(random);
      assertThat(value(Yaml.read(text).documents().get(0).root()))
          .as("seed %s, text %s:%n%s", seed, i, text)
          .isEqualTo(value(new Load(settings).loadFromString(text)));
    }
  }

  private static String show(Node node) {
    StringJoiner joiner;
    if (node instanceof MappingNode mapping) {
      joiner = new StringJoiner(", ", "{", "}");
      mapping
          .getValue()
          .forEach(
              tuple -> joiner.add(show(tuple.getKeyNode()) + ": " + show(tuple.getValueNode())));
      return joiner.toString();
    }
    if (node instanceof SequenceNode sequence) {
      joiner = new StringJoiner(", ", "[", "]");
      sequence.getValue().forEach(item -> joiner.add(show(item)));
      return joiner.toString();
    }
    return ((ScalarNode) node).getValue();
  }

  /** A tree as plain objects; the random documents hold no scalar that YAML 1.1 and 1.2 read otherwise. */
  private static @Nullable Object value(@Nullable Object from) {
    if (from instanceof YamlMapping mapping) {
      Map<@Nullable Object, @Nullable Object> values = new HashMap<>();
      mapping.entries().forEach(entry -> values.put(value(entry.key()), value(entry.value())));
      return values;
    }
    if (from instanceof YamlSequence sequence) {
      return values(sequence.items());
    }
    if (from instanceof YamlScalar scalar) {
      return switch (scalar.type()) {
        case NULL -> null;
        case BOOLEAN -> scalar.bool();
        case INTEGER -> scalar.integer();
        case NUMBER -> scalar.number();
        case STRING -> withoutLastBreak(scalar.text());
      };
    }
    if (from instanceof Map<?, ?> map) {
      Map<@Nullable Object, @Nullable Object> values = new HashMap<>();
      map.forEach((key, inner) -> values.put(value(key), value(inner)));
      return values;
    }
    if (from instanceof List<?> list) {
      return values(list);
    }
    if (from instanceof Integer number) {
      return number.longValue();
    }
    return from instanceof String text ? withoutLastBreak(text) : from;
  }

  private static List<@Nullable Object> values(List<?> items) {
    List<@Nullable Object> values = new ArrayList<>();
    items.forEach(item -> values.add(value(item)));
    return values;
  }

  /** The engine adds a line break to a block scalar that ends the text without one. */
  private static String withoutLastBreak(String text) {
    return text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
  }
}
