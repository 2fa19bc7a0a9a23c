package dev.meshlint.core.schema.user;

import com.networknt.schema.path.NodePath;
import dev.meshlint.core.yaml.YamlMapping;
import dev.meshlint.core.yaml.YamlNode;
import dev.meshlint.core.yaml.YamlScalar;
import dev.meshlint.core.yaml.YamlSequence;
import java.math.BigDecimal;
import java.util.Locale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Our nodes as a JSON tree, and the way back from a place in it. */
final class YamlAsJson {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private YamlAsJson() {}

  /** A node without the fields whose value is null: they count as absent, as the API server has it. */
  static JsonNode of(YamlNode node) {
    return of(node, false, true);
  }

  /** A node with all that is written. */
  static JsonNode ofAll(YamlNode node) {
    return of(node, true, true);
  }

  /** A node of a file of our own, in which {@code off} and {@code no} are words. */
  static JsonNode ofFile(YamlNode node) {
    return of(node, true, false);
  }

  private static JsonNode of(YamlNode node, boolean all, boolean kubernetes) {
    if (node instanceof YamlMapping mapping) {
      ObjectNode object = NODES.objectNode();
      for (YamlMapping.Entry entry : mapping.entries()) {
        String name = entry.name();
        boolean isNull = entry.value() instanceof YamlScalar scalar && scalar.isNull();
        if (name != null && (all || !isNull)) {
          object.set(name, of(entry.value(), all, kubernetes));
        }
      }
      return object;
    }
    if (node instanceof YamlSequence sequence) {
      ArrayNode array = NODES.arrayNode();
      for (YamlNode item : sequence.items()) {
        array.add(of(item, all, kubernetes));
      }
      return array;
    }
    return scalar((YamlScalar) node, kubernetes);
  }

  private static JsonNode scalar(YamlScalar scalar, boolean kubernetes) {
    String text = scalar.text();
    boolean word = !text.equalsIgnoreCase("true") && !text.equalsIgnoreCase("false");
    if (scalar.type() == YamlScalar.Type.BOOLEAN && word && !kubernetes) {
      return NODES.stringNode(text);
    }
    return switch (scalar.type()) {
      case NULL -> NODES.nullNode();
      case BOOLEAN -> NODES.booleanNode(isTrue(text));
      case INTEGER, NUMBER -> number(text);
      case STRING -> NODES.stringNode(text);
    };
  }

  private static JsonNode number(String text) {
    try {
      return NODES.numberNode(new BigDecimal(text.replace("_", "")));
    } catch (NumberFormatException e) {
      return NODES.numberNode(0);
    }
  }

  private static boolean isTrue(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "true", "yes", "on", "y" -> true;
      default -> false;
    };
  }

  /** The node at a place of the JSON tree; the last one on the way that exists. */
  static YamlNode find(YamlNode root, NodePath path) {
    YamlNode node = root;
    for (int i = 0; i < path.getNameCount(); i++) {
      Object step = path.getElement(i);
      YamlNode next = null;
      if (node instanceof YamlMapping mapping) {
        next = mapping.get(step.toString());
      } else if (node instanceof YamlSequence sequence
          && step instanceof Integer index
          && index < sequence.items().size()) {
        next = sequence.items().get(index);
      }
      if (next == null) {
        return node;
      }
      node = next;
    }
    return node;
  }
}
