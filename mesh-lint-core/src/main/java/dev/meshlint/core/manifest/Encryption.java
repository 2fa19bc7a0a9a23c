package dev.meshlint.core.manifest;

import dev.meshlint.core.yaml.YamlMapping;
import dev.meshlint.core.yaml.YamlNode;
import dev.meshlint.core.yaml.YamlScalar;
import dev.meshlint.core.yaml.YamlSequence;

/**
 * Resources that SOPS has encrypted: their keys are readable, nothing may be concluded from their values.
 *
 * @see <a href="https://getsops.io/docs/">SOPS</a>
 */
final class Encryption {
  private static final String[] ENCRYPTED = {"data", "stringData", "spec"};

  private Encryption() {}

  /** Marks the values of an encrypted resource so that no view shows them. */
  static void hideValues(Resource resource) {
    if (resource.isEncrypted()) {
      for (String key : ENCRYPTED) {
        YamlNode value = resource.node().get(key);
        if (value != null) {
          hide(value, resource);
        }
      }
    }
  }

  private static void hide(YamlNode node, Resource resource) {
    if (node instanceof YamlScalar) {
      resource.markInvalid(node);
    } else if (node instanceof YamlSequence sequence) {
      for (YamlNode item : sequence.items()) {
        hide(item, resource);
      }
    } else if (node instanceof YamlMapping mapping) {
      for (YamlMapping.Entry entry : mapping.entries()) {
        hide(entry.value(), resource);
      }
    }
  }
}
