package dev.meshlint.rules;

import dev.meshlint.core.source.SourceFile;
import dev.meshlint.core.yaml.YamlDocument;
import dev.meshlint.core.yaml.YamlFile;
import dev.meshlint.core.yaml.YamlLimits;
import dev.meshlint.core.yaml.YamlMapping;
import dev.meshlint.core.yaml.YamlNode;
import dev.meshlint.core.yaml.YamlReader;
import dev.meshlint.core.yaml.YamlScalar;
import dev.meshlint.core.yaml.YamlScalar.Style;
import dev.meshlint.core.yaml.YamlScalar.Type;
import dev.meshlint.core.yaml.YamlSequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Writes YAML in another layout that is read as the same values. */
final class Rewriter {
  /** How collections are laid out and texts are quoted. */
  enum Layout {
    /** Indented lines; texts in single or double quotes, by chance. */
    BLOCK,
    /** Brackets on one line; texts in single or double quotes, by chance. */
    FLOW,
    /** JSON. */
    JSON
  }

  private final Layout layout;
  private final Random random;
  private final UnaryOperator<String> words;

  /**
   * A writer.
   *
   * @param words changes the texts of values
   */
  Rewriter(Layout layout, Random random, UnaryOperator<String> words) {
    this.layout = layout;
    this.random = random;
    this.words = words;
  }

  static YamlFile read(String name, String text) {
    return YamlReader.read(new SourceFile(name, text), YamlLimits.DEFAULT, true);
  }

  /** Whether the documents of a file can be written anew: read without problems, free of aliases, keys are texts. */
  static boolean canWrite(YamlFile file) {
    return file.problems().isEmpty()
        && file.documents().stream().allMatch(document -> canWrite(document.root()));
  }

  private static boolean canWrite(YamlNode node) {
    if (node.shared()) {
      return false;
    }
    if (node instanceof YamlMapping mapping) {
      return mapping.entries().stream()
          .allMatch(
              entry -> entry.name() != null && isText(entry.key()) && canWrite(entry.value()));
    }
    if (node instanceof YamlSequence sequence) {
      return sequence.items().stream().allMatch(Rewriter::canWrite);
    }
    return node instanceof YamlScalar scalar && (scalar.type() != Type.BOOLEAN || isJson(scalar));
  }

  /** Whether a truth value is not written as in YAML 1.1: messages quote what is written. */
  private static boolean isJson(YamlScalar truth) {
    return truth.text().equals("true") || truth.text().equals("false");
  }

  private static boolean isText(YamlNode key) {
    return key instanceof YamlScalar scalar && scalar.type() == Type.STRING;
  }

  /** The documents of a file in the new layout. */
  List<String> documents(YamlFile file) {
    List<String> documents = new ArrayList<>();
    for (YamlDocument document : file.documents()) {
      StringBuilder out = new StringBuilder();
      write(document.root(), null, 0, out);
      documents.add(out.append('\n').toString());
    }
    return documents;
  }

  private void write(YamlNode node, @Nullable String key, int indent, StringBuilder out) {
    if (node instanceof YamlMapping mapping) {
      writeMapping(mapping, indent, out);
    } else if (node instanceof YamlSequence sequence) {
      writeSequence(sequence, indent, out);
    } else if (node instanceof YamlScalar scalar) {
      boolean fixed = "apiVersion".equals(key) || "kind".equals(key);
      out.append(scalar(scalar, fixed ? scalar.text() : words.apply(scalar.text())));
    }
  }

  private void writeMapping(YamlMapping mapping, int indent, StringBuilder out) {
    boolean block = layout == Layout.BLOCK && !mapping.entries().isEmpty();
    out.append(block ? "" : "{");
    String before = "";
    for (YamlMapping.Entry entry : mapping.entries()) {
      if (block) {
        newLine(indent, out);
      }
      out.append(before).append(quoted(entry.name())).append(": ");
      write(entry.value(), entry.name(), indent + 2, out);
      before = block ? "" : ", ";
    }
    out.append(block ? "" : "}");
  }

  private void writeSequence(YamlSequence sequence, int indent, StringBuilder out) {
    boolean block = layout == Layout.BLOCK && !sequence.items().isEmpty();
    out.append(block ? "" : "[");
    String before = "";
    for (YamlNode item : sequence.items()) {
      if (block) {
        newLine(indent, out);
        out.append("- ");
      }
      out.append(before);
      write(item, null, indent + 2, out);
      before = block ? "" : ", ";
    }
    out.append(block ? "" : "]");
  }

  private static void newLine(int indent, StringBuilder out) {
    out.append('\n').append(" ".repeat(indent));
  }

  private String scalar(YamlScalar scalar, String text) {
    if (scalar.type() == Type.STRING) {
      return quoted(text);
    }
    if (layout != Layout.JSON && scalar.style() == Style.PLAIN && !text.isEmpty()) {
      return text;
    }
    return switch (scalar.type()) {
      case INTEGER -> scalar.integer() == null ? text : String.valueOf(scalar.integer());
      case BOOLEAN -> String.valueOf(scalar.bool());
      case NULL -> "null";
      case NUMBER, STRING -> text;
    };
  }

  private String quoted(String text) {
    boolean single = layout != Layout.JSON && random.nextBoolean();
    if (single && text.chars().allMatch(c -> c >= ' ' && c < 0x7f)) {
      return "'" + text.replace("'", "''") + "'";
    }
    StringBuilder out = new StringBuilder("\"");
    for (char c : text.toCharArray()) {
      if (c == '"' || c == '\\') {
        out.append('\\').append(c);
      } else if (c >= ' ' && c < 0x7f) {
        out.append(c);
      } else {
        String digits = Integer.toHexString(c);
        out.append("\\u").append("0000", digits.length(), 4).append(digits);
      }
    }
    return out.append('"').toString();
  }
}
