package dev.meshlint.core.render;

import dev.meshlint.core.source.Source;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of a rendering.
 *
 * @param sources a text for every file that resources come from, and one for those of which nobody knows
 * @param error why there are none; null if there are
 */
public record Rendered(List<Source> sources, @Nullable String error) {
  /** Makes the list unmodifiable. */
  public Rendered {
    sources = List.copyOf(sources);
  }

  static Rendered failed(String error) {
    return new Rendered(List.of(), error);
  }
}
