package dev.meshlint.core.config;

import dev.meshlint.core.finding.Place;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The configuration cannot be used. The message names every problem with its place, one a line. */
public final class ConfigException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<Problem> problems;

  /**
   * Something wrong in the configuration.
   *
   * @param place where; null if the file could not be read
   * @param message what is wrong, with what would be right where that is known
   */
  public record Problem(@Nullable Place place, String message) {
    @Override
    public String toString() {
      return place == null
          ? message
          : place.file().name() + ":" + place.line() + ":" + place.column() + ": " + message;
    }
  }

  /** Makes an exception of one or more problems. */
  public ConfigException(List<Problem> problems) {
    super(lines(problems));
    this.problems = List.copyOf(problems);
  }

  /** What is wrong, in the order of the file. */
  public List<Problem> problems() {
    return problems;
  }

  private static String lines(List<Problem> problems) {
    StringBuilder lines = new StringBuilder();
    for (Problem problem : problems) {
      lines.append(lines.isEmpty() ? "" : "\n").append(problem);
    }
    return lines.toString();
  }
}
