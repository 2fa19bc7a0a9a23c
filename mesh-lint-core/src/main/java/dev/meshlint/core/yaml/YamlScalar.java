package dev.meshlint.core.yaml;

import dev.meshlint.core.source.SourceFile;
import org.jspecify.annotations.Nullable;

/** A YAML scalar: its text, how it is written, and what the API server's decoder makes of it. */
public final class YamlScalar extends YamlNode {
  /** How a scalar is written. */
  public enum Style {
    /** Without quotes. */
    PLAIN,
    /** In single quotes. */
    SINGLE_QUOTED,
    /** In double quotes. */
    DOUBLE_QUOTED,
    /** A literal block, {@code |}. */
    LITERAL,
    /** A folded block, {@code >}. */
    FOLDED
  }

  /** What the Kubernetes API server's decoder reads a scalar as. */
  public enum Type {
    /** Text. */
    STRING,
    /** A whole number; also one written with an exponent or an empty fraction, as in 1e3 or 8080.0. */
    INTEGER,
    /** Another number. */
    NUMBER,
    /** True or false, also written as in YAML 1.1: yes, no, on, off, y, n. */
    BOOLEAN,
    /** Nothing: null, ~ or empty. */
    NULL
  }

  private static final Style[] STYLES = Style.values();
  private static final Type[] TYPES = Type.values();
  private static final int MASK = 7;
  private static final int TYPE_SHIFT = 3;
  private static final int MERGE_KEY = 64;

  private final String text;

  // A repository has millions of scalars: what is known of one fits in two bytes.
  private final byte form;
  private byte memory;

  YamlScalar(SourceFile file, int start, int end, String text, Style style, @Nullable String tag) {
    super(file, start, end);
    this.text = text;
    boolean mergeKey =
        text.equals("<<")
            && (tag == null ? style == Style.PLAIN : tag.equals("tag:yaml.org,2002:merge"));
    this.form =
        (byte)
            (style.ordinal()
                | ScalarTypes.of(text, style, tag).ordinal() << TYPE_SHIFT
                | (mergeKey ? MERGE_KEY : 0));
  }

  /** The text after unquoting and unescaping. */
  public String text() {
    return text;
  }

  /** How the scalar is written. */
  public Style style() {
    return STYLES[form & MASK];
  }

  /** What the API server's decoder reads this scalar as. */
  public Type type() {
    return TYPES[form >> TYPE_SHIFT & MASK];
  }

  /** What the API server's decoder would read a plain scalar with this text as. */
  public static Type typeOfPlain(String text) {
    return ScalarTypes.of(text, Style.PLAIN, null);
  }

  /** Whether the scalar is null, in any spelling. */
  public boolean isNull() {
    return type() == Type.NULL;
  }

  /** The truth value that the API server's decoder reads, or null where this is no boolean. */
  public @Nullable Boolean bool() {
    return type() == Type.BOOLEAN ? ScalarTypes.bool(text) : null;
  }

  /**
   * The whole number that the API server's decoder reads, such as 8 for {@code 010} and 1000 for {@code 1e3}; null where
   * this is no whole number or does not fit.
   */
  public @Nullable Long integer() {
    return type() == Type.INTEGER ? NumberText.integer(text) : null;
  }

  /** The number that the API server's decoder reads, whole or not; null where this is no number. */
  public @Nullable Double number() {
    return type() == Type.INTEGER || type() == Type.NUMBER ? NumberText.number(text) : null;
  }

  /**
   * What somebody found out about the text and does not want to find out again; 0 at first. Threads may overwrite each
   * other's memory, so nothing may depend on it being kept.
   */
  public byte memory() {
    return memory;
  }

  /** Keeps what was found out about the text. */
  public void remember(byte found) {
    memory = found;
  }

  /** Whether this, as a key, is a merge key: plain and without a tag, or with the tag of merge keys. */
  boolean isMergeKey() {
    return (form & MERGE_KEY) != 0;
  }
}
