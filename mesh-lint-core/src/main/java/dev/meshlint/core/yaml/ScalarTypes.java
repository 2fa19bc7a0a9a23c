package dev.meshlint.core.yaml;

import dev.meshlint.core.yaml.YamlScalar.Style;
import dev.meshlint.core.yaml.YamlScalar.Type;
import org.jspecify.annotations.Nullable;

/** Scalar resolution of the Kubernetes API server (sigs.k8s.io/yaml on go-yaml v2: YAML 1.1). */
final class ScalarTypes {
  private ScalarTypes() {}

  static Type of(String text, Style style, @Nullable String tag) {
    return style == Style.PLAIN && tag == null && text.isEmpty() ? Type.NULL : Type.STRING;
  }
}
