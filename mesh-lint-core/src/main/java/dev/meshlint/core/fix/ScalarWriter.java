package dev.meshlint.core.fix;

import dev.meshlint.core.yaml.Lines;
import dev.meshlint.core.yaml.YamlNode;
import dev.meshlint.core.yaml.YamlScalar;
import dev.meshlint.core.yaml.YamlScalar.Style;
import dev.meshlint.core.yaml.YamlScalar.Type;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Writes texts as YAML scalars that are read as exactly these texts. */
final class ScalarWriter {
  private static final String BREAKS_FLOW = ",[]{}";
  private static final String NOT_FIRST = "?:,[]{}#&*!|>'\"%@`=<";

  private ScalarWriter() {}

  /** The text of a scalar that takes the place of another, in its style where that can be. */
  static String replacement(YamlScalar old, String value) {
    if (old.style() == Style.LITERAL || old.style() == Style.FOLDED) {
      String block = block(old, value);
      return block == null ? doubleQuoted(value) : block;
    }
    if (old.style() == Style.PLAIN && fitsPlain(value, old.flow())) {
      Type type = YamlScalar.typeOfPlain(value);
      boolean json = isJson(old, null) && type == Type.STRING;
      if (!json && (type == Type.STRING || type == old.type())) {
        return value;
      }
    }
    return old.style() == Style.SINGLE_QUOTED && isPrintable(value)
        ? "'" + value.replace("'", "''") + "'"
        : doubleQuoted(value);
  }

  /** The text of a new key. */
  static String key(String name, boolean quoted, boolean flow) {
    return !quoted && fitsPlain(name, flow) && YamlScalar.typeOfPlain(name) == Type.STRING
        ? name
        : doubleQuoted(name);
  }

  /** A value given as YAML; a plain text is quoted where everything beside it is. */
  static String value(String yaml, boolean quoted) {
    boolean plain = fitsPlain(yaml, true) && YamlScalar.typeOfPlain(yaml) == Type.STRING;
    return quoted && plain ? doubleQuoted(yaml) : yaml;
  }

  /** Whether texts in a collection in brackets are quoted, as the file's name or a scalar in it says. */
  static boolean isJson(YamlNode node, @Nullable YamlScalar inside) {
    boolean quoted = inside != null && inside.style() == Style.DOUBLE_QUOTED;
    return quoted || node.file().name().toLowerCase(Locale.ROOT).endsWith(".json");
  }

  /** Whether a plain scalar can have this text, of whatever type. */
  static boolean fitsPlain(String value, boolean flow) {
    if (value.isEmpty() || !isPrintable(value) || !fitsFirst(value)) {
      return false;
    }
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      boolean last = i + 1 == value.length();
      if (c == ':' && (last || Lines.isBlank(value.charAt(i + 1)))) {
        return false;
      }
      if (Lines.isBlank(c) && (last || value.charAt(i + 1) == '#')) {
        return false;
      }
      if (flow && BREAKS_FLOW.indexOf(c) >= 0) {
        return false;
      }
    }
    return true;
  }

  private static boolean fitsFirst(String value) {
    char first = value.charAt(0);
    if (first == '-') {
      return value.length() > 1 && !Lines.isBlank(value.charAt(1)) && !value.startsWith("---");
    }
    return !Lines.isBlank(first) && NOT_FIRST.indexOf(first) < 0 && !value.startsWith("...");
  }

  /** Whether a text can stand in quotes as it is. */
  private static boolean isPrintable(String value) {
    for (int i = 0; i < value.length(); i++) {
      if (needsEscape(value, i)) {
        return false;
      }
    }
    return true;
  }

  private static boolean needsEscape(String value, int at) {
    char c = value.charAt(at);
    if (Character.isSurrogate(c)) {
      int other = Character.isHighSurrogate(c) ? at + 1 : at - 1;
      return other < 0 || other >= value.length() || !isPair(value, Math.min(at, other));
    }
    return c < ' ' && c != '\t'
        || c >= 0x7f && c < 0xa0
        || c == 0x2028
        || c == 0x2029
        || c == 0xfeff
        || c > 0xfffd;
  }

  private static boolean isPair(String value, int at) {
    return Character.isSurrogatePair(value.charAt(at), value.charAt(at + 1));
  }

  /** The text in double quotes; valid JSON as well. */
  static String doubleQuoted(String value) {
    StringBuilder out = new StringBuilder(value.length() + 2).append('"');
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        default -> {
          if (needsEscape(value, i)) {
            String digits = Integer.toHexString(c);
            out.append("\\u").append("0000", digits.length(), 4).append(digits);
          } else {
            out.append(c);
          }
        }
      }
    }
    return out.append('"').toString();
  }

  /** A literal block with the header and indentation of an old block, or null where that cannot be. */
  private static @Nullable String block(YamlScalar old, String value) {
    String text = old.file().text();
    int indent = indentation(old);
    boolean ends = value.endsWith("\n");
    String content = ends ? value.substring(0, value.length() - 1) : value;
    boolean fits =
        indent > 0
            && !content.isEmpty()
            && !content.endsWith("\n")
            && !Lines.isBlank(content.charAt(0))
            && content.charAt(0) != '\n'
            && isPrintable(content.replace("\n", ""));
    if (!fits || (ends && old.end() == text.length())) {
      return null;
    }
    String lineBreak = Layout.lineBreak(old.file());
    int header = headerEnd(old);
    StringBuilder out = new StringBuilder("|").append(ends ? "" : "-");
    out.append(text, header, Lines.lineEnd(text, header));
    for (String line : content.split("\n", -1)) {
      out.append(lineBreak);
      if (!line.isEmpty()) {
        out.append(" ".repeat(indent)).append(line);
      }
    }
    return out.toString();
  }

  private static int headerEnd(YamlScalar block) {
    String text = block.file().text();
    int at = block.start() + 1;
    while (at < block.end() && "+-".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    return at;
  }

  /** By how many spaces the lines of a block are indented; 0 where the first line does not say. */
  private static int indentation(YamlScalar block) {
    String text = block.file().text();
    int header = headerEnd(block);
    if (header < block.end() && Character.isDigit(text.charAt(header))) {
      return 0;
    }
    int line = Lines.nextLine(text, header);
    while (line < block.end()) {
      int content = line;
      while (content < block.end() && text.charAt(content) == ' ') {
        content++;
      }
      if (content < block.end() && !Lines.isBreak(text.charAt(content))) {
        return content - line;
      }
      line = Lines.nextLine(text, line);
    }
    return 0;
  }
}
