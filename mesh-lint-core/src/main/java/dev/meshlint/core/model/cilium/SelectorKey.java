package dev.meshlint.core.model.cilium;

import dev.meshlint.core.manifest.Located;
import dev.meshlint.core.manifest.Resource;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.yaml.YamlNode;

/**
 * The key of a selector of Cilium: a source and a label's key, as in {@code k8s:app}.
 *
 * @param text the key as written
 * @param source where the label comes from; {@code any} where the key does not say
 * @param name the label's key without the source
 */
public record SelectorKey(Text text, String source, String name) implements Located {
  /** Splits a key at its first colon. */
  public static SelectorKey of(Text text) {
    String written = text.value();
    int colon = written.indexOf(':');
    return colon < 0
        ? new SelectorKey(text, "any", written)
        : new SelectorKey(text, written.substring(0, colon), written.substring(colon + 1));
  }

  @Override
  public Resource resource() {
    return text.resource();
  }

  @Override
  public YamlNode node() {
    return text.node();
  }
}
