package dev.meshlint.core.model;

import dev.meshlint.core.manifest.Located;
import dev.meshlint.core.manifest.Resource;
import dev.meshlint.core.value.Placeholders;
import dev.meshlint.core.yaml.YamlScalar;
import org.jspecify.annotations.Nullable;

/**
 * A scalar value and its place.
 *
 * @param resource the resource that holds it
 * @param node the scalar
 * @param format what may count as a placeholder in it
 */
public record Text(Resource resource, YamlScalar node, Format format) implements Located {
  /** What may count as a placeholder in a value. */
  public enum Format {
    /** Names, hosts, CIDRs, URLs: every placeholder form, upper-case words too. */
    NAME,
    /** Any other value: every form but upper-case words. */
    TEXT,
    /** Regular expressions, PromQL, CEL, Envoy commands: nothing is a placeholder. */
    RAW
  }

  /** The value; empty for null, as the API server has it in maps of texts. */
  public String value() {
    return node.isNull() ? "" : node.text();
  }

  /** Whether nothing may be concluded from the value: it holds a placeholder, or a schema finding says it is wrong. */
  public boolean open() {
    return resource.isInvalid(node)
        || switch (format) {
          case NAME -> Placeholders.inName(node.text());
          case TEXT -> Placeholders.inText(node.text());
          case RAW -> false;
        };
  }

  /** The value as a whole number, or null where it is none. */
  public @Nullable Integer integer() {
    try {
      return Integer.valueOf(node.text().strip());
    } catch (NumberFormatException e) {
      return null;
    }
  }

  /** The value as a truth value, also in the spellings of YAML 1.1; null where it is none. */
  public @Nullable Boolean flag() {
    return switch (node.text()) {
      case "true" -> true;
      case "false" -> false;
      case "True", "TRUE", "yes", "Yes", "YES", "on", "On", "ON", "y", "Y" ->
          isBoolean() ? true : null;
      case "False", "FALSE", "no", "No", "NO", "off", "Off", "OFF", "n", "N" ->
          isBoolean() ? false : null;
      default -> null;
    };
  }

  private boolean isBoolean() {
    return node.type() == YamlScalar.Type.BOOLEAN;
  }

  /** Whether the value is known and equal to this text. */
  public boolean is(String text) {
    return node.text().equals(text) && !open();
  }

  @Override
  public String toString() {
    return node.text();
  }
}
