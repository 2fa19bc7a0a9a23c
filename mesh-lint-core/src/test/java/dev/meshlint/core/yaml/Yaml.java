package dev.meshlint.core.yaml;

import dev.meshlint.core.source.SourceFile;
import java.util.ArrayList;
import java.util.List;

/** Reads YAML in tests and writes trees as text that is easy to compare. */
final class Yaml {
  private Yaml() {}

  static YamlFile read(String text) {
    return YamlReader.read(new SourceFile("test.yaml", text), YamlLimits.DEFAULT, true);
  }

  /** The root of the only document, which must be free of problems. */
  static YamlNode root(String text) {
    YamlFile file = read(text);
    if (!file.problems().isEmpty() || file.documents().size() != 1) {
      throw new AssertionError(file.problems() + " in " + file.documents().size() + " documents");
    }
    return file.documents().get(0).root();
  }

  static YamlMapping mapping(String text) {
    return (YamlMapping) root(text);
  }

  /** The node at a path of keys and indices. */
  static YamlNode at(YamlNode root, Object... path) {
    YamlNode node = root;
    for (Object step : path) {
      node =
          step instanceof Integer index
              ? ((YamlSequence) node).items().get(index)
              : ((YamlMapping) node).get((String) step);
      if (node == null) {
        throw new AssertionError("nothing at " + step);
      }
    }
    return node;
  }

  static YamlScalar scalar(YamlNode root, Object... path) {
    return (YamlScalar) at(root, path);
  }

  /** What the file has at the place of a node. */
  static String source(YamlNode node) {
    return node.file().text().substring(node.start(), node.end());
  }

  /** The tree in one line: {@code {a: [b, c]}}; merged entries begin with {@code +}. */
  static String show(YamlNode node) {
    if (node instanceof YamlScalar scalar) {
      return scalar.text();
    }
    List<String> parts = new ArrayList<>();
    if (node instanceof YamlSequence sequence) {
      sequence.items().forEach(item -> parts.add(show(item)));
      return "[" + String.join(", ", parts) + "]";
    }
    for (YamlMapping.Entry entry : ((YamlMapping) node).entries()) {
      parts.add((entry.merged() ? "+" : "") + show(entry.key()) + ": " + show(entry.value()));
    }
    return "{" + String.join(", ", parts) + "}";
  }

  static List<String> shown(YamlFile file) {
    return file.documents().stream().map(document -> show(document.root())).toList();
  }

  /** The problems as {@code rule line:column message}. */
  static List<String> problems(YamlFile file) {
    return file.problems().stream()
        .map(
            problem ->
                problem.rule()
                    + " "
                    + file.file().line(problem.start())
                    + ":"
                    + file.file().column(problem.start())
                    + " "
                    + problem.message())
        .toList();
  }
}
