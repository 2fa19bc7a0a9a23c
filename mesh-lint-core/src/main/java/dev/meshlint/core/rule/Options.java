package dev.meshlint.core.rule;

import java.time.Duration;
import java.util.List;

/** The options of one rule. Asking for one that the catalogue entry does not declare throws IllegalArgumentException. */
public interface Options {
  /** A whole number. */
  int integer(String name);

  /** A duration, written as Go does: {@code 5m}. */
  Duration duration(String name);

  /** A text. */
  String text(String name);

  /** A switch. */
  boolean flag(String name);

  /** A list of texts. */
  List<String> list(String name);
}
