package dev.meshlint.core.schema;

/** Checks that are too particular for a few words of data: {@code check: name} in a schema file. */
final class NamedChecks {
  private NamedChecks() {}

  static Check named(String name) {
    throw new IllegalArgumentException("unknown check " + name);
  }
}
