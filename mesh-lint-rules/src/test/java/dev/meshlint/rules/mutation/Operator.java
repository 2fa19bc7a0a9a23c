package dev.meshlint.rules.mutation;

import java.util.function.Function;
import java.util.stream.Stream;

/**
 * One way to change manifests.
 *
 * @param name what is changed, in words joined by dashes
 * @param effect whether the meshes behave otherwise afterwards
 * @param reason why they do, or why not
 * @param whole whether the change is a mistake only where the files are all there is
 * @param mutants makes every change of this kind that files allow
 */
public record Operator(
    String name,
    Effect effect,
    String reason,
    boolean whole,
    Function<Manifests, Stream<Mutant>> mutants) {
  /** What a change does. */
  public enum Effect {
    /** The cluster refuses the manifest, or traffic or access is not what it was. */
    BREAKING,
    /** Nothing that runs can tell the difference. */
    NEUTRAL
  }

  /** A mistake in the files themselves, whatever else there is. */
  static Operator breaking(
      String name, String reason, Function<Manifests, Stream<Mutant>> mutants) {
    return new Operator(name, Effect.BREAKING, reason, false, mutants);
  }

  /** A mistake that something elsewhere might make good, unless the files are all there is. */
  static Operator breakingInWhole(
      String name, String reason, Function<Manifests, Stream<Mutant>> mutants) {
    return new Operator(
        name,
        Effect.BREAKING,
        reason,
        true,
        manifests -> manifests.hasNamesakes() ? Stream.empty() : mutants.apply(manifests));
  }

  static Operator neutral(String name, String reason, Function<Manifests, Stream<Mutant>> mutants) {
    return new Operator(name, Effect.NEUTRAL, reason, false, mutants);
  }
}
