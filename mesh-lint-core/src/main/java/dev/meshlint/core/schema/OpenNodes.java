package dev.meshlint.core.schema;

import dev.meshlint.core.manifest.Resource;
import dev.meshlint.core.value.Placeholders;
import dev.meshlint.core.yaml.YamlMapping;
import dev.meshlint.core.yaml.YamlNode;
import dev.meshlint.core.yaml.YamlScalar;
import dev.meshlint.core.yaml.YamlSequence;
import java.util.Arrays;

/** What is left open in a manifest, to be filled in before it is applied. */
public final class OpenNodes {
  /** How far below an object its values are looked for. */
  private static final int VALUE_DEPTH = 2;

  private OpenNodes() {}

  /** Whether a node stands for something that is filled in later, in a form that no ordinary value has. */
  public static boolean isPlaceholder(YamlNode node) {
    return node instanceof YamlScalar scalar
        ? Placeholders.inText(scalar.text())
        : node instanceof YamlMapping mapping && mapping.isTemplate();
  }

  /**
   * Whether a text stands for an object or a list that is filled in later. Words in upper case do, unless they are what
   * should stand inside of it.
   */
  static boolean isFilledIn(Shape shape, String text) {
    return Placeholders.inText(text)
        || Placeholders.inName(text) && !isUpperWord(text) && !hasValue(shape, text, VALUE_DEPTH);
  }

  private static boolean isUpperWord(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < 'A' || text.charAt(i) > 'Z') {
        return false;
      }
    }
    return true;
  }

  private static boolean hasValue(Shape shape, String text, int depth) {
    if (shape.allowed != null && Arrays.asList(shape.allowed).contains(text)) {
      return true;
    }
    boolean found = depth > 0 && shape.items != null && hasValue(shape.items, text, depth - 1);
    for (int i = 0; i < shape.fields.length && depth > 0 && !found; i++) {
      found = hasValue(shape.fields[i], text, depth - 1);
    }
    return found;
  }

  /** Whether brackets hold one word that is to be replaced, brackets and all: {@code [YOUR_TOKEN]}. */
  public static boolean isBracketedWord(YamlSequence sequence) {
    if (sequence.items().size() != 1
        || !(sequence.items().get(0) instanceof YamlScalar scalar)
        || scalar.text().indexOf('_') < 0) {
      return false;
    }
    for (int i = 0; i < scalar.text().length(); i++) {
      char c = scalar.text().charAt(i);
      if (c != '_' && (c < 'A' || c > 'Z') && (c < '0' || c > '9')) {
        return false;
      }
    }
    return true;
  }

  /**
   * Whether a program fills in the keys of a resource that have no value: its name is written but empty, and no API server
   * takes it as it is.
   */
  public static boolean isForm(Resource resource) {
    return Scope.get(resource.node(), "metadata") instanceof YamlMapping metadata
        && metadata.get("name") != null
        && Scope.get(metadata, "name") == null;
  }
}
