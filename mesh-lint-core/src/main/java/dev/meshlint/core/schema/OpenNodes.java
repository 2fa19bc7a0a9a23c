package dev.meshlint.core.schema;

import dev.meshlint.core.manifest.Resource;
import dev.meshlint.core.value.Placeholders;
import dev.meshlint.core.yaml.YamlMapping;
import dev.meshlint.core.yaml.YamlNode;
import dev.meshlint.core.yaml.YamlScalar;
import dev.meshlint.core.yaml.YamlSequence;

/** What is left open in a manifest, to be filled in before it is applied. */
public final class OpenNodes {
  private OpenNodes() {}

  /** Whether a node stands for something that is filled in later, in a form that no ordinary value has. */
  public static boolean isPlaceholder(YamlNode node) {
    return node instanceof YamlScalar scalar
        ? Placeholders.inText(scalar.text())
        : node instanceof YamlMapping mapping && mapping.isTemplate();
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
