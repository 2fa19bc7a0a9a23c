package dev.meshlint.core.schema.build;

import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes YAML for people: what fits on a line is written in flow style, the rest in blocks. */
final class CompactYaml {
  private static final int WIDTH = 110;

  private final StringBuilder out = new StringBuilder();

  private CompactYaml() {}

  static String write(ObjectNode root) {
    CompactYaml yaml = new CompactYaml();
    yaml.block(root, 0);
    return yaml.out.toString();
  }

  private void block(JsonNode node, int indent) {
    if (node instanceof ObjectNode object) {
      for (Map.Entry<String, JsonNode> entry : object.properties()) {
        out.append(" ".repeat(indent)).append(scalar(entry.getKey())).append(':');
        value(entry.getValue(), indent + 2, entry.getKey().length() + indent + 2, indent == 0);
      }
    } else {
      for (JsonNode item : node) {
        out.append(" ".repeat(indent)).append('-');
        value(item, indent + 2, indent + 2, false);
      }
    }
  }

  private void value(JsonNode value, int indent, int column, boolean top) {
    String flow = flow(value);
    boolean table = top && value instanceof ObjectNode && value.size() > 1;
    if (value.isValueNode() || (column + flow.length() <= WIDTH && !table) || value.isEmpty()) {
      out.append(' ').append(flow).append('\n');
    } else if (value.isArray() && value.get(0).isValueNode()) {
      lines(value, indent);
    } else {
      out.append('\n');
      block(value, indent);
    }
  }

  /** A long list of words, several to a line. */
  private void lines(JsonNode words, int indent) {
    out.append(" [\n");
    StringBuilder line = new StringBuilder();
    int left = words.size();
    for (JsonNode word : words) {
      String text = flow(word) + (--left > 0 ? "," : "");
      if (line.length() > 0 && indent + line.length() + text.length() + 1 > WIDTH) {
        out.append(" ".repeat(indent)).append(line).append('\n');
        line.setLength(0);
      }
      line.append(line.length() > 0 ? " " : "").append(text);
    }
    out.append(" ".repeat(indent))
        .append(line)
        .append("\n")
        .append(" ".repeat(indent))
        .append("]\n");
  }

  private static String flow(JsonNode node) {
    StringBuilder text = new StringBuilder();
    flow(node, text);
    return text.toString();
  }

  private static void flow(JsonNode node, StringBuilder text) {
    if (node instanceof ObjectNode object) {
      text.append('{');
      String separator = "";
      for (Map.Entry<String, JsonNode> entry : object.properties()) {
        text.append(separator).append(scalar(entry.getKey())).append(": ");
        flow(entry.getValue(), text);
        separator = ", ";
      }
      text.append('}');
    } else if (node.isArray()) {
      text.append('[');
      String separator = "";
      for (JsonNode item : node) {
        text.append(separator);
        flow(item, text);
        separator = ", ";
      }
      text.append(']');
    } else if (node.isString()) {
      text.append(scalar(node.asString()));
    } else {
      text.append(node);
    }
  }

  private static String scalar(String value) {
    return isPlain(value) ? value : "'" + value.replace("'", "''") + "'";
  }

  /** Whether every YAML reader takes the value as text without quotes, in flow style too. */
  private static boolean isPlain(String value) {
    if (value.isEmpty() || value.length() > 80 || !Character.isLetter(value.charAt(0))) {
      return value.equals("$defs");
    }
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (!Character.isLetterOrDigit(c) && "-_./ ".indexOf(c) < 0) {
        return false;
      }
    }
    return switch (value.toLowerCase(Locale.ROOT)) {
      case "true", "false", "yes", "no", "on", "off", "y", "n", "null" -> false;
      default -> !value.endsWith(" ");
    };
  }
}
