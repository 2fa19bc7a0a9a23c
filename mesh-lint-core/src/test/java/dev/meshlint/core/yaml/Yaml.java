package dev.meshlint.core.yaml;

import dev.meshlint.core.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

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

  /** Everything that a reader has to say about a text. */
  private static String described(List<YamlDocument> documents, List<YamlProblem> problems) {
    StringBuilder out = new StringBuilder();
    for (YamlDocument document : documents) {
      out.append("document ").append(document.index()).append('\n');
      describe(document.root(), 0, out);
    }
    for (YamlProblem problem : problems) {
      out.append(problem).append('\n');
    }
    return out.toString();
  }

  private static void describe(YamlNode node, int depth, StringBuilder out) {
    out.append(" ".repeat(depth))
        .append(node.start())
        .append('-')
        .append(node.end())
        .append(node.flow() ? " flow" : "")
        .append(node.shared() ? " shared" : "");
    if (node instanceof YamlScalar scalar) {
      out.append(' ').append(scalar.style()).append(' ').append(scalar.type());
      out.append(" <").append(scalar.text()).append(">\n");
    } else if (node instanceof YamlSequence sequence) {
      out.append(" sequence\n");
      sequence.items().forEach(item -> describe(item, depth + 1, out));
    } else if (node instanceof YamlMapping mapping) {
      out.append(" mapping\n");
      for (YamlMapping.Entry entry : mapping.entries()) {
        describe(entry.key(), depth + 1, out);
        describe(entry.value(), depth + 2, out);
      }
    }
  }

  /** What the fast way reads, or null where it leaves the text to the engine. */
  static @Nullable String simply(String text) {
    SimpleReader read = SimpleReader.read(parsed(text));
    return read == null ? null : described(read.documents(), read.problems());
  }

  /** What the engine reads. */
  static String withEngine(String text) {
    YamlFile file = YamlReader.readAny(parsed(text), false);
    return described(file.documents(), file.problems());
  }

  private static ParsedText parsed(String text) {
    SourceFile file = new SourceFile("x.yaml", text);
    return new ParsedText(file, text, PlaceMap.SAME, YamlLimits.DEFAULT, new Names());
  }
}
