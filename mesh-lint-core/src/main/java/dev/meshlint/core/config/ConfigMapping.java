package dev.meshlint.core.config;

import dev.meshlint.core.config.ConfigException.Problem;
import dev.meshlint.core.finding.Place;
import dev.meshlint.core.value.NearMiss;
import dev.meshlint.core.yaml.YamlMapping;
import dev.meshlint.core.yaml.YamlNode;
import dev.meshlint.core.yaml.YamlScalar;
import dev.meshlint.core.yaml.YamlSequence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One mapping of the configuration file. What is wrong is gathered with its place. */
final class ConfigMapping {
  private final @Nullable YamlNode node;
  private final @Nullable YamlMapping mapping;
  private final List<Problem> problems;

  /**
   * Takes a node as a mapping.
   *
   * @param node the node; null or a null scalar is an empty mapping
   * @param name what it is called in messages
   * @param problems where problems go
   */
  ConfigMapping(@Nullable YamlNode node, String name, List<Problem> problems) {
    this.node = node;
    this.mapping = node instanceof YamlMapping found ? found : null;
    this.problems = problems;
    if (node != null && mapping == null && !isNull(node)) {
      problem(node, "\"" + name + "\" must be a mapping, with one key a line");
    }
  }

  /** The mapping; null if there is none. */
  @Nullable YamlNode node() {
    return mapping;
  }

  /** The entries whose keys are texts. */
  List<YamlMapping.Entry> entries() {
    return mapping == null ? List.of() : mapping.entries();
  }

  /** Complains about keys that are not among these. */
  void checkKeys(List<String> known) {
    for (YamlMapping.Entry entry : entries()) {
      String name = entry.name();
      if (name != null && !known.contains(name)) {
        String near = NearMiss.suggestion(name, known);
        problem(
            entry.key(), "\"" + name + "\" is no setting" + meant(near, String.join(", ", known)));
      }
    }
  }

  @Nullable YamlNode get(String key) {
    return mapping == null ? null : mapping.get(key);
  }

  ConfigMapping child(String key) {
    return new ConfigMapping(get(key), key, problems);
  }

  /** The mappings of a list. */
  List<ConfigMapping> children(String key) {
    YamlNode node = get(key);
    List<ConfigMapping> children = new ArrayList<>();
    if (node instanceof YamlSequence sequence) {
      for (YamlNode item : sequence.items()) {
        children.add(new ConfigMapping(item, key, problems));
      }
    } else if (node != null && !isNull(node)) {
      problem(node, "\"" + key + "\" must be a list");
    }
    return children;
  }

  /** The text of a key; null if it is absent or no text. */
  @Nullable String text(String key) {
    YamlNode node = get(key);
    if (node instanceof YamlScalar scalar && !scalar.isNull()) {
      return scalar.text();
    }
    if (node != null && !isNull(node)) {
      problem(node, "\"" + key + "\" must be a text");
    }
    return null;
  }

  /** The texts of a list, or of a single text. */
  List<String> texts(String key) {
    YamlNode node = get(key);
    return node == null ? List.of() : texts(key, node);
  }

  List<String> texts(String name, YamlNode node) {
    if (node instanceof YamlScalar scalar) {
      return scalar.isNull() ? List.of() : List.of(scalar.text());
    }
    List<String> texts = new ArrayList<>();
    if (node instanceof YamlSequence sequence) {
      for (YamlNode item : sequence.items()) {
        if (item instanceof YamlScalar scalar && !scalar.isNull()) {
          texts.add(scalar.text());
        } else {
          problem(item, "\"" + name + "\" must be a list of texts");
        }
      }
    } else {
      problem(node, "\"" + name + "\" must be a list of texts");
    }
    return texts;
  }

  /** Every key with its text. */
  Map<String, String> textsByKey() {
    Map<String, String> texts = new LinkedHashMap<>();
    for (YamlMapping.Entry entry : entries()) {
      String name = entry.name();
      if (name != null && entry.value() instanceof YamlScalar scalar && !scalar.isNull()) {
        texts.put(name, scalar.text());
      } else if (name != null) {
        problem(entry.value(), "\"" + name + "\" must be a text");
      }
    }
    return texts;
  }

  /** The text of a key as one of several words; null if it is absent or wrong. */
  <T> @Nullable T word(String key, List<String> words, Function<String, @Nullable T> of) {
    YamlNode node = get(key);
    return node == null ? null : word(key, node, words, of);
  }

  <T> @Nullable T word(
      String name, YamlNode node, List<String> words, Function<String, @Nullable T> of) {
    String text = node instanceof YamlScalar scalar ? scalar.text() : "";
    T value = of.apply(text);
    if (value == null) {
      String near = text.isEmpty() ? null : NearMiss.suggestion(text, words);
      String found = node instanceof YamlScalar ? ", not \"" + text + "\"" : "";
      problem(
          node,
          "\"" + name + "\" must be one of " + String.join(", ", words) + found + meant(near));
    }
    return value;
  }

  /** Complains about the whole, unless it is no mapping, which is said already. */
  void problem(String message) {
    if (node != null && (mapping != null || isNull(node))) {
      problem(node, message);
    }
  }

  void problem(YamlNode node, String message) {
    problems.add(new Problem(place(node), message));
  }

  static Place place(YamlNode node) {
    return new Place(node.file(), node.start(), node.end());
  }

  private static String meant(@Nullable String near) {
    return near == null ? "" : ": did you mean \"" + near + "\"?";
  }

  private static String meant(@Nullable String near, String all) {
    return near == null ? ", only " + all + " are" : meant(near);
  }

  private static boolean isNull(YamlNode node) {
    return node instanceof YamlScalar scalar && scalar.isNull();
  }
}
