package dev.meshlint.core.fix;

import dev.meshlint.core.yaml.YamlScalar;
import java.util.List;

/** Edits. */
public final class Fixes {
  private Fixes() {}

  /** Replaces a scalar. */
  public static Fix replaceScalar(
      String description, boolean safe, YamlScalar scalar, String value) {
    String text =
        switch (scalar.style()) {
          case DOUBLE_QUOTED -> '"' + value + '"';
          case SINGLE_QUOTED -> "'" + value + "'";
          default -> value;
        };
    return new Fix(
        description,
        safe,
        List.of(new TextEdit(scalar.file(), scalar.start(), scalar.end(), text)));
  }
}
