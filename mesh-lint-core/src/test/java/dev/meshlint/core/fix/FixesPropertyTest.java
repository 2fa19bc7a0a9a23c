package dev.meshlint.core.fix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.meshlint.core.source.SourceFile;
import dev.meshlint.core.yaml.RandomYaml;
import dev.meshlint.core.yaml.YamlFile;
import dev.meshlint.core.yaml.YamlLimits;
import dev.meshlint.core.yaml.YamlMapping;
import dev.meshlint.core.yaml.YamlMapping.Entry;
import dev.meshlint.core.yaml.YamlNode;
import dev.meshlint.core.yaml.YamlReader;
import dev.meshlint.core.yaml.YamlScalar;
import dev.meshlint.core.yaml.YamlSequence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** In random documents, a fix changes the tree as it says and nothing else. */
class FixesPropertyTest {
  private static final int ROUNDS = 6_000;
  private static final String[] TEXTS = {
    "a",
    "v2",
    "true",
    "80",
    "1e3",
    "",
    " ",
    "a ",
    "a: b",
    "a:",
    "#x",
    "a #b",
    "[a",
    "{x}",
    "a, b",
    "'",
    "it's",
    "\"",
    "\\",
    "*x",
    "&x",
    "!x",
    "%x",
    "@x",
    "`x",
    "|",
    ">",
    "- a",
    "-",
    "-a",
    "--- a",
    "...",
    "?",
    "? x",
    ":",
    ":x",
    "~",
    "null",
    "y",
    "a\nb",
    "a\nb\n",
    "\na",
    " a\nb",
    "a\n\nb\n",
    "a\n\n",
    "a\tb",
    "\ta",
    "\u0007",
    "\u0085",
    "\uFEFF",
    "\u2028",
    "\uD83D\uDE00",
    "http://x:80/y?z=1",
    "10.0.0.0/8",
    "::1",
    "<<",
    "=",
    "<x>",
    "${X}",
    "{{ x }}",
    "a\r\nb",
    "0x1F",
    "2026-01-01",
    "x\u00a0",
  };

  private static final String LETTERS = "ab1 :#-,[]{}'\"\\\n\t&*!|>%@`?=<~.\u00e4";

  private final long seed = 7;
  private final Random random = new Random(seed);
  private int offered;

  /** A change to a random node: what is fixed, and what the tree should be then. */
  private interface Change {
    @Nullable Fix fix(YamlNode node, Object model);
  }

  private void check(Class<? extends YamlNode> type, int least, Change change) {
    for (int round = 0; round < ROUNDS; round++) {
      String text =
          switch (random.nextInt(3)) {
            case 0 -> RandomYaml.mapping(random);
            case 1 -> RandomYaml.sequence(random);
            default -> RandomYaml.flow(random);
          };
      YamlNode root = read(text);
      Object model = model(root);
      List<YamlNode> nodes = new ArrayList<>();
      List<Object> models = new ArrayList<>();
      collect(root, model, nodes, models);
      List<Integer> fitting = new ArrayList<>();
      for (int i = 0; i < nodes.size(); i++) {
        if (type.isInstance(nodes.get(i))) {
          fitting.add(i);
        }
      }
      if (fitting.isEmpty()) {
        continue;
      }
      int chosen = fitting.get(random.nextInt(fitting.size()));
      Fix fix = change.fix(nodes.get(chosen), models.get(chosen));
      if (fix != null) {
        offered++;
        String changed = EditApplier.apply(text, fix.edits());
        try {
          assertThat(model(read(changed))).isEqualTo(model);
        } catch (AssertionError failure) {
          fail("seed " + seed + ", round " + round + ":\n" + text + "\n===>\n" + changed, failure);
        }
      }
    }
    assertThat(offered).isGreaterThan(least);
  }

  private static YamlNode read(String text) {
    YamlFile file = YamlReader.read(new SourceFile("x.yaml", text), YamlLimits.DEFAULT, false);
    assertThat(file.problems()).isEmpty();
    assertThat(file.documents()).hasSize(1);
    return file.documents().get(0).root();
  }

  /** A scalar of a model, so that it can be changed. */
  private static final class Leaf {
    private String text;
    private YamlScalar.Type type;

    Leaf(String text, YamlScalar.Type type) {
      this.text = text;
      this.type = type;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Leaf leaf && leaf.text.equals(text) && leaf.type == type;
    }

    @Override
    public int hashCode() {
      return text.hashCode();
    }

    @Override
    public String toString() {
      return text + "/" + type;
    }
  }

  private static Object model(YamlNode node) {
    if (node instanceof YamlMapping mapping) {
      Map<String, Object> entries = new LinkedHashMap<>();
      for (Entry entry : mapping.entries()) {
        entries.put(String.valueOf(entry.name()), model(entry.value()));
      }
      return entries;
    }
    if (node instanceof YamlSequence sequence) {
      List<Object> items = new ArrayList<>();
      sequence.items().forEach(item -> items.add(model(item)));
      return items;
    }
    YamlScalar scalar = (YamlScalar) node;
    return new Leaf(scalar.text(), scalar.type());
  }

  private static void collect(
      YamlNode node, Object model, List<YamlNode> nodes, List<Object> models) {
    nodes.add(node);
    models.add(model);
    if (node instanceof YamlMapping mapping) {
      List<Object> values = new ArrayList<>(map(model).values());
      for (int i = 0; i < values.size(); i++) {
        collect(mapping.entries().get(i).value(), values.get(i), nodes, models);
      }
    } else if (node instanceof YamlSequence sequence) {
      for (int i = 0; i < sequence.items().size(); i++) {
        collect(sequence.items().get(i), list(model).get(i), nodes, models);
      }
    }
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> map(Object model) {
    return (Map<String, Object>) model;
  }

  @SuppressWarnings("unchecked")
  private static List<Object> list(Object model) {
    return (List<Object>) model;
  }

  private String text() {
    if (random.nextInt(3) > 0) {
      return TEXTS[random.nextInt(TEXTS.length)];
    }
    StringBuilder text = new StringBuilder();
    int length = random.nextInt(8);
    for (int i = 0; i < length; i++) {
      text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return text.toString();
  }

  @Test
  void replacedScalarsHaveTheNewText() {
    check(
        YamlScalar.class,
        ROUNDS * 3 / 4,
        (node, model) -> {
          Leaf leaf = (Leaf) model;
          leaf.text = text();
          YamlScalar scalar = (YamlScalar) node;
          boolean plain = scalar.style() == YamlScalar.Style.PLAIN && !leaf.text.isEmpty();
          boolean same = plain && scalar.type() == YamlScalar.typeOfPlain(leaf.text);
          leaf.type = same ? scalar.type() : YamlScalar.Type.STRING;
          return Fixes.replaceScalar("replace", true, scalar, leaf.text);
        });
  }

  @Test
  void quotedScalarsAreTheSameText() {
    check(
        YamlScalar.class,
        ROUNDS / 4,
        (node, model) -> {
          ((Leaf) model).type = YamlScalar.Type.STRING;
          return Fixes.quote((YamlScalar) node);
        });
  }

  @Test
  void unquotedScalarsAreTheSameTextOfAnotherType() {
    check(
        YamlScalar.class,
        ROUNDS / 100,
        (node, model) -> {
          Leaf leaf = (Leaf) model;
          leaf.type = YamlScalar.typeOfPlain(leaf.text);
          return Fixes.unquote((YamlScalar) node);
        });
  }

  @Test
  void renamedKeysHaveTheNewName() {
    check(
        YamlMapping.class,
        ROUNDS / 4,
        (node, model) -> {
          YamlMapping mapping = (YamlMapping) node;
          if (mapping.entries().isEmpty()) {
            return null;
          }
          int index = random.nextInt(mapping.entries().size());
          String name = text();
          Map<String, Object> renamed = new LinkedHashMap<>();
          map(model)
              .forEach((key, value) -> renamed.put(renamed.size() == index ? name : key, value));
          map(model).clear();
          map(model).putAll(renamed);
          return Fixes.renameKey((YamlScalar) mapping.entries().get(index).key(), name);
        });
  }

  @Test
  void removedEntriesAreGone() {
    check(
        YamlMapping.class,
        ROUNDS / 4,
        (node, model) -> {
          YamlMapping mapping = (YamlMapping) node;
          if (mapping.entries().isEmpty()) {
            return null;
          }
          Entry entry = mapping.entries().get(random.nextInt(mapping.entries().size()));
          map(model).remove(entry.name());
          return Fixes.removeEntry("remove", true, mapping, entry);
        });
  }

  @Test
  void removedItemsAreGone() {
    check(
        YamlSequence.class,
        ROUNDS / 4,
        (node, model) -> {
          YamlSequence sequence = (YamlSequence) node;
          if (sequence.items().isEmpty()) {
            return null;
          }
          int index = random.nextInt(sequence.items().size());
          list(model).remove(index);
          return Fixes.removeItem("remove", true, sequence, sequence.items().get(index));
        });
  }

  @Test
  void insertedEntriesAreThere() {
    check(
        YamlMapping.class,
        ROUNDS / 2,
        (node, model) -> {
          YamlMapping mapping = (YamlMapping) node;
          boolean lines = !mapping.flow() && random.nextBoolean();
          Leaf leaf = new Leaf("x", YamlScalar.Type.STRING);
          Object value = lines ? Map.of("b", List.of(leaf, leaf)) : leaf;
          map(model).put("new key", value);
          String yaml = lines ? "b:\n- x\n- x\n" : "x";
          return Fixes.insertEntry("insert", true, mapping, "new key", yaml);
        });
  }

  @Test
  void insertedItemsAreThere() {
    check(
        YamlSequence.class,
        ROUNDS / 2,
        (node, model) -> {
          YamlSequence sequence = (YamlSequence) node;
          boolean lines = !sequence.flow() && random.nextBoolean();
          Leaf leaf = new Leaf("x", YamlScalar.Type.STRING);
          list(model).add(lines ? Map.of("a", leaf, "b", leaf) : leaf);
          return Fixes.insertItem("insert", true, sequence, lines ? "a: x\nb: x\n" : "x");
        });
  }
}
