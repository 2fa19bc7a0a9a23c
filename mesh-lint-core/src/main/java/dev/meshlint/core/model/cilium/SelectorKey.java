package dev.meshlint.core.model.cilium;

import dev.meshlint.core.manifest.Located;
import dev.meshlint.core.manifest.Resource;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.value.NearMiss;
import dev.meshlint.core.yaml.YamlNode;
import java.util.List;
import java.util.Locale;

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

  /** Whether it is about a label of pods, given by Kubernetes or by Cilium. */
  public boolean isOfPods() {
    return source.equals("any") || source.equals("k8s");
  }

  /** Whether it is the label of the pods' namespace. */
  public boolean isNamespace() {
    return isOfPods() && name.equals("io.kubernetes.pod.namespace");
  }

  /** Whether it looks like the label of the pods' namespace, but is none: another spelling, or that of namespaces. */
  public boolean isMeantAsNamespace() {
    if (!isOfPods() || isNamespace()) {
      return false;
    }
    return name.equals("kubernetes.io/metadata.name")
        || NearMiss.nearest(name, List.of("io.kubernetes.pod.namespace")) != null
        || (name.startsWith("io.kubernetes.")
            && (name.toLowerCase(Locale.ROOT).contains("namesp") || name.endsWith(".ns")));
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
