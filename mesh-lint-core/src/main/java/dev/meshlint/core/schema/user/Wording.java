package dev.meshlint.core.schema.user;

import com.networknt.schema.Error;
import dev.meshlint.core.yaml.YamlMapping;
import dev.meshlint.core.yaml.YamlNode;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * How an error of the library is said.
 *
 * @param rule the id of the finding
 * @param message the sentence
 * @param field the field of the object that is missing or unknown; null if it is about the value
 * @param absent whether the field is missing
 * @param isChoice whether the value is none of those that are allowed
 */
record Wording(
    String rule, String message, @Nullable String field, boolean absent, boolean isChoice) {
  /** The words for an error; null for one that repeats what others say. */
  static @Nullable Wording of(Error error) {
    String name = lastName(error);
    JsonNode limit = error.getSchemaNode();
    return switch (error.getKeyword()) {
      case "required" ->
          new Wording(
              "schema-missing-field",
              quote(name) + " needs " + quote(error.getProperty()) + ": it is missing",
              error.getProperty(),
              true,
              false);
      case "additionalProperties", "unevaluatedProperties" ->
          new Wording(
              "schema-unknown-field",
              quote(String.valueOf(error.getProperty())) + " is not a field of " + quote(name),
              error.getProperty(),
              false,
              false);
      case "type" -> value("schema-wrong-type", quote(name) + " must be of type " + plain(limit));
      case "enum", "const" ->
          new Wording(
              "schema-invalid-value",
              quote(name) + " must be one of " + plain(limit),
              null,
              false,
              true);
      case "minimum", "exclusiveMinimum" ->
          value("schema-invalid-value", quote(name) + " must be at least " + plain(limit));
      case "maximum", "exclusiveMaximum" ->
          value("schema-invalid-value", quote(name) + " must be at most " + plain(limit));
      case "minLength", "minItems", "minProperties" ->
          value("schema-invalid-value", quote(name) + " is shorter than " + plain(limit));
      case "maxLength", "maxItems", "maxProperties" ->
          value("schema-invalid-value", quote(name) + " is longer than " + plain(limit));
      case "oneOf", "anyOf", "allOf", "if", "then", "else", "not", "dependentRequired" ->
          value(
              "schema-conflicting-fields",
              quote(name) + " has none of the forms that its schema allows");
      case "$ref", "properties", "items" -> null;
      default ->
          value("schema-invalid-value", quote(name) + " has a value that its schema refuses");
    };
  }

  private static Wording value(String rule, String message) {
    return new Wording(rule, message, null, false, false);
  }

  boolean isAboutValue() {
    return field == null;
  }

  @Nullable String absentField() {
    return absent ? field : null;
  }

  /** Where to point at: an unknown field's key, else the value. */
  YamlNode place(YamlNode node) {
    YamlMapping.Entry entry =
        field != null && !absent && node instanceof YamlMapping mapping
            ? mapping.entry(field)
            : null;
    return entry == null ? node : entry.key();
  }

  private static String lastName(Error error) {
    for (int i = error.getInstanceLocation().getNameCount() - 1; i >= 0; i--) {
      if (error.getInstanceLocation().getElement(i) instanceof String name) {
        return name;
      }
    }
    return "the resource";
  }

  private static String plain(@Nullable JsonNode limit) {
    if (limit == null) {
      return "what its schema says";
    }
    return limit.isString() ? limit.asString() : limit.toString();
  }

  private static String quote(@Nullable String text) {
    return '"' + String.valueOf(text) + '"';
  }
}
