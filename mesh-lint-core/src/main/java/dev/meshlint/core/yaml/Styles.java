package dev.meshlint.core.yaml;

import dev.meshlint.core.yaml.YamlScalar.Style;
import org.snakeyaml.engine.v2.common.ScalarStyle;

/** The engine's styles in our words. */
final class Styles {
  private Styles() {}

  static Style of(ScalarStyle style) {
    return switch (style) {
      case SINGLE_QUOTED -> Style.SINGLE_QUOTED;
      case DOUBLE_QUOTED, JSON_SCALAR_STYLE -> Style.DOUBLE_QUOTED;
      case LITERAL -> Style.LITERAL;
      case FOLDED -> Style.FOLDED;
      case PLAIN -> Style.PLAIN;
    };
  }
}
