package dev.meshlint.core.schema;

/** The ids of the findings of the schema stage. */
final class Rules {
  static final String UNKNOWN_KIND = "schema-unknown-kind";
  static final String UNKNOWN_FIELD = "schema-unknown-field";
  static final String MISSING_FIELD = "schema-missing-field";
  static final String WRONG_TYPE = "schema-wrong-type";
  static final String INVALID_VALUE = "schema-invalid-value";
  static final String CONFLICTING_FIELDS = "schema-conflicting-fields";
  static final String DEPRECATED_FIELD = "schema-deprecated-field";
  static final String REMOVED_VERSION = "schema-removed-version";
  static final String EXPERIMENTAL_FIELD = "gateway-api-experimental-field";
  static final String IGNORED_FIELD = "istio-ignored-field";
  static final String LABEL_NOT_STRING = "k8s-label-not-string";

  private Rules() {}
}
