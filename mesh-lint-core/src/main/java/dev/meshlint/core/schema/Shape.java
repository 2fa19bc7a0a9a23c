package dev.meshlint.core.schema;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one place of a kind may hold: the compiled form of one schema object.
 *
 * <p>Filled by {@link ShapeReader} and never changed afterwards. Equal subtrees of a kind are one shape.
 */
final class Shape {
  static final int STRING = 1;
  static final int INTEGER = 2;
  static final int NUMBER = 4;
  static final int BOOLEAN = 8;
  static final int OBJECT = 16;
  static final int LIST = 32;

  /** The allowed types as a sum of the constants above; 0 for any. */
  int types;

  /** Whether keys that are not listed are let through unseen. */
  boolean open;

  boolean uniqueItems;

  /** The listed keys, sorted. */
  String[] names = {};

  /** The shapes of the listed keys, in the order of {@link #names}. */
  Shape[] fields = {};

  /** The shape of the values of all other keys, for maps; null for objects with fixed keys. */
  @Nullable Shape values;

  /** The shape of the items of a list. */
  @Nullable Shape items;

  String[] required = {};
  String @Nullable [] allowed;
  @Nullable Format format;

  /** An RE2 pattern; only of schemas that users bring. */
  @Nullable String pattern;

  double minimum = Double.NaN;
  double maximum = Double.NaN;
  int minLength = -1;
  int maxLength = -1;
  int minItems = -1;
  int maxItems = -1;
  int minProperties = -1;
  int maxProperties = -1;

  /** Whether other fields or a webhook care about what is here, beyond types and limits. */
  @Nullable Extras extras;

  /** The shape of a key, or null where it is not listed. */
  @Nullable Shape field(String name) {
    int at = Arrays.binarySearch(names, name);
    return at < 0 ? null : fields[at];
  }

  boolean allows(int type) {
    return types == 0 || (types & type) != 0;
  }

  /** Whether the values of this object are a map whose keys are data, not field names. */
  boolean isMap() {
    return values != null;
  }

  boolean isScalar() {
    return types != 0 && (types & (OBJECT | LIST)) == 0;
  }

  /**
   * The keywords that few shapes have.
   *
   * @param exclusive sets of fields of which at most one may be set
   * @param exactlyOne sets of fields of which exactly one must be set
   * @param atLeastOne sets of fields of which at least one must be set
   * @param uniqueBy sets of keys that tell the items of a list apart
   * @param checks conditions on several values
   * @param renamed former or foreign names of fields, with today's names
   * @param hints what to say about keys that people put here in vain
   * @param aliases what people write for an allowed value
   * @param replacedValues allowed values that are deprecated, with their successors
   * @param deprecation what replaces this field; empty where nothing does, null if it is not deprecated
   * @param replacedBy the sibling that takes over the value as it is; null if there is none
   * @param since the release that brought the field; null if unknown
   * @param channel the release channel of the field; null for the main one
   * @param severity the severity of a wrong value, where it is not an error
   * @param keys the format of the keys of a map; null if any
   * @param says what the value must be, in place of the words that its format has
   * @param pruned what is left when the API server drops a key that was meant to be this field; under the empty name, when
   *     nothing else is there
   * @param strays the field below which unknown keys with a plain value belong; null if none
   * @param loose whether unknown keys are fine but for those that are a slip away from a known one
   * @param fallback the value that stands for an absent one; null if unknown
   */
  record Extras(
      List<List<String>> exclusive,
      List<List<String>> exactlyOne,
      List<List<String>> atLeastOne,
      List<List<String>> uniqueBy,
      List<Check> checks,
      Map<String, String> renamed,
      Map<String, String> hints,
      Map<String, String> aliases,
      Map<String, String> replacedValues,
      @Nullable String deprecation,
      @Nullable String replacedBy,
      @Nullable String since,
      @Nullable String channel,
      @Nullable String severity,
      @Nullable Format keys,
      @Nullable String says,
      Map<String, String> pruned,
      @Nullable String strays,
      boolean loose,
      @Nullable String fallback) {}
}
