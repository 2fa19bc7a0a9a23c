package dev.meshlint.core.model;

import dev.meshlint.core.manifest.Located;
import dev.meshlint.core.manifest.Resource;
import dev.meshlint.core.value.GoDuration;
import dev.meshlint.core.value.Placeholders;
import dev.meshlint.core.yaml.YamlFile;
import dev.meshlint.core.yaml.YamlNode;
import dev.meshlint.core.yaml.YamlProblem;
import dev.meshlint.core.yaml.YamlScalar;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A scalar value and its place.
 *
 * @param resource the resource that holds it
 * @param node the scalar
 * @param format what may count as a placeholder in it
 */
public record Text(Resource resource, YamlScalar node, Format format) implements Located {
  // What a scalar remembers: many rules ask the same few.
  private static final byte ORDINARY = 1;
  private static final byte TEMPLATE = 2;
  private static final byte TEMPLATE_AS_NAME = 3;

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
    return resource.isInvalid(node) || (format != Format.RAW && isPlaceholder(node, format));
  }

  static boolean isPlaceholder(YamlScalar node, Format format) {
    byte known = node.memory();
    if (known == 0) {
      known = kind(node.text());
      node.remember(known);
    }
    return known == TEMPLATE || (known == TEMPLATE_AS_NAME && format == Format.NAME);
  }

  private static byte kind(String text) {
    if (!Placeholders.inName(text)) {
      return ORDINARY;
    }
    return Placeholders.inText(text) ? TEMPLATE : TEMPLATE_AS_NAME;
  }

  /** The same value, known to be a name: upper-case words are placeholders too. */
  public Text asName() {
    return new Text(resource, node, Format.NAME);
  }

  /** The value as a whole number, read as the API server does where it is not quoted; null where it is none. */
  public @Nullable Integer integer() {
    Long whole = node.integer();
    if (whole != null) {
      return whole >= Integer.MIN_VALUE && whole <= Integer.MAX_VALUE ? whole.intValue() : null;
    }
    try {
      return isQuoted() ? Integer.valueOf(node.text().strip()) : null;
    } catch (NumberFormatException e) {
      return null;
    }
  }

  /** The value as a number, whole or not; null where it is none. */
  public @Nullable Double number() {
    Double number = node.number();
    if (number != null) {
      return number;
    }
    try {
      return isQuoted() && endsWithDigit() ? Double.valueOf(node.text()) : null;
    } catch (NumberFormatException e) {
      return null;
    }
  }

  /** The value as a Go duration, such as {@code 1m30s}; null where it is none. */
  public @Nullable Duration duration() {
    Long nanos = GoDuration.nanos(node.text());
    return nanos == null ? null : Duration.ofNanos(nanos);
  }

  /** The value as a truth value: quoted {@code true} and {@code false} too, as in annotations; null where it is none. */
  public @Nullable Boolean flag() {
    Boolean flag = node.bool();
    if (flag != null) {
      return flag;
    }
    return switch (node.text()) {
      case "true" -> true;
      case "false" -> false;
      default -> null;
    };
  }

  /** Java reads more as a number than others do: suffixes, infinity. */
  private boolean endsWithDigit() {
    String text = node.text();
    return !text.isEmpty() && Character.isDigit(text.charAt(text.length() - 1));
  }

  private boolean isQuoted() {
    return node.type() == YamlScalar.Type.STRING;
  }

  /**
   * The value read as YAML, as files inside ConfigMaps and annotations hold it: a view on its root, whose places are in the
   * outer file. Where it is no YAML or holds templates, the view is {@link View#open()}.
   */
  public <V extends View> V yaml(Function<View.At, V> type) {
    YamlFile file = resource.readEmbedded(node);
    boolean readable = file.problems().isEmpty() && file.documents().size() == 1;
    YamlNode root = readable ? file.documents().get(0).root() : node;
    return type.apply(new View.At(resource, root, Nodes.object(resource, root)));
  }

  /** What is wrong with the value as YAML, as {@link #yaml} reads it. */
  public List<YamlProblem> yamlProblems() {
    return resource.readEmbedded(node).problems();
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
