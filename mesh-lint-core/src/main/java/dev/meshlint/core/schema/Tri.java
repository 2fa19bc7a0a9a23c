package dev.meshlint.core.schema;

/** Yes, no, or: a placeholder or a mistake hides the answer. */
enum Tri {
  NO,
  YES,
  UNKNOWN;

  static Tri of(boolean yes) {
    return yes ? YES : NO;
  }

  Tri not() {
    return switch (this) {
      case NO -> YES;
      case YES -> NO;
      case UNKNOWN -> UNKNOWN;
    };
  }

  Tri and(Tri other) {
    if (this == NO || other == NO) {
      return NO;
    }
    return this == YES && other == YES ? YES : UNKNOWN;
  }

  Tri or(Tri other) {
    return not().and(other.not()).not();
  }
}
