package dev.meshlint.core.catalog.build;

import java.util.List;

/** The catalogue is wrong. The message names every problem, one a line. */
public final class CatalogueException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  CatalogueException(List<String> problems) {
    super("the catalogue of rules is wrong:\n  " + String.join("\n  ", problems));
  }
}
