package dev.meshlint.core.mesh;

import dev.meshlint.core.finding.Evidence;
import dev.meshlint.core.manifest.Located;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a question about something that may lie outside the files: {@link Found}, {@link Absent} or
 * {@link Unknown}. There is no bare {@code get()}: nobody can mistake "not in my files" for "does not exist".
 */
public sealed interface Answer<T> {
  /**
   * It is there.
   *
   * @param values one or more definitions: alternatives are several
   */
  record Found<T>(List<T> values) implements Answer<T> {
    /** Makes the list unmodifiable and checks that it is not empty. */
    public Found {
      values = List.copyOf(values);
      if (values.isEmpty()) {
        throw new IllegalArgumentException("found nothing");
      }
    }
  }

  /** It is not there, or the files do not say. */
  sealed interface NotFound<T> extends Answer<T> {
    /** The same answer to a question for something else. */
    @SuppressWarnings("unchecked")
    default <U> NotFound<U> as() {
      return (NotFound<U>) this;
    }
  }

  /**
   * It is certainly not there.
   *
   * @param evidence what makes that certain
   * @param looked what was looked at: the holders that lack it, the one in another namespace, the near name
   * @param nearest what was probably meant, as it should be written; null if nothing is near
   */
  record Absent<T>(Evidence evidence, List<Located> looked, @Nullable String nearest)
      implements NotFound<T> {
    /** Makes the list unmodifiable. */
    public Absent {
      looked = List.copyOf(looked);
    }
  }

  /** The files do not say. */
  record Unknown<T>(Why why) implements NotFound<T> {}

  /** Why the files do not say. */
  enum Why {
    /** The target is simply not in view. The only reason that is ever shown, as an unresolved finding. */
    NOT_IN_VIEW,
    /** A value that is needed holds a placeholder or is wrong. */
    PLACEHOLDER,
    /** It depends on a namespace that the files do not tell. */
    NAMESPACE_OPEN,
    /** The configuration says that it lives elsewhere. */
    DECLARED_ELSEWHERE
  }

  /** A single value. */
  static <T> Answer<T> found(T value) {
    return new Found<>(List.of(value));
  }

  /** Not known, for this reason. */
  static <T> Answer<T> unknown(Why why) {
    return new Unknown<>(why);
  }

  /** What was found; empty where nothing was or the files do not say. */
  default List<T> values() {
    return List.of();
  }

  /** Whether it is there. */
  default boolean isFound() {
    return this instanceof Found;
  }

  /** Whether it is certainly not there. */
  default boolean isAbsent() {
    return this instanceof Absent;
  }

  /** Asks on from what was found; passes on what was not. */
  default <U> Answer<U> then(Function<List<T>, Answer<U>> next) {
    return this instanceof Found<T> found ? next.apply(found.values()) : ((NotFound<T>) this).as();
  }

  /** Maps each value found. */
  default <U> Answer<U> map(Function<T, U> mapping) {
    return this instanceof Found<T> found
        ? new Found<>(found.values().stream().map(mapping).toList())
        : ((NotFound<T>) this).as();
  }
}
