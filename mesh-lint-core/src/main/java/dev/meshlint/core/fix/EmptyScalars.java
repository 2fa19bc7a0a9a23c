package dev.meshlint.core.fix;

import dev.meshlint.core.yaml.YamlScalar;
import org.jspecify.annotations.Nullable;

/** Writes a value where none was written. */
final class EmptyScalars {
  private EmptyScalars() {}

  /** The text with the blanks that it needs around it, or null where it is not clear that a value may stand there. */
  static @Nullable String spaced(YamlScalar scalar, String value) {
    String text = scalar.file().text();
    int at = scalar.start();
    char before = at == 0 ? '\n' : text.charAt(at - 1);
    boolean behindDash =
        before == '-' && Layout.firstBehindDashes(text, at - 1) && Layout.lastInLine(text, at);
    if (before != ':' && !behindDash) {
      return null;
    }
    boolean tight = at < text.length() && " \t\r\n,]}".indexOf(text.charAt(at)) < 0;
    return " " + value + (tight ? " " : "");
  }
}
