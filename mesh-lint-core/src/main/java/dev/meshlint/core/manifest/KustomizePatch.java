package dev.meshlint.core.manifest;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * Which resources a kustomization changes: those of a patch, or those whose fields a replacement fills.
 *
 * @param kind the kind; null for any
 * @param name the name; null for any
 * @param exact whether kind and name are meant as they stand; else they are regular expressions
 * @param targetNamespace whether it sets the namespace that a Kustomization of Flux fills; {@link Target#NO} for others
 */
record KustomizePatch(
    @Nullable String kind, @Nullable String name, boolean exact, Target targetNamespace) {
  /** What a patch does to the {@code targetNamespace} of a Kustomization of Flux. */
  enum Target {
    /** Nothing. */
    NO,
    /** Sets it to something. */
    SET,
    /** Sets it to the namespace of the kustomization: a replacement by the name of the Namespace. */
    OWN
  }

  /** Whether the patch may change a resource. A label selector is taken to select it. */
  boolean changes(String itsKind, String itsName) {
    return matches(kind, itsKind) && matches(name, itsName);
  }

  private boolean matches(@Nullable String wanted, String actual) {
    if (wanted == null || wanted.equals(actual)) {
      return true;
    }
    if (exact) {
      return false;
    }
    try {
      return Pattern.matches(wanted, actual);
    } catch (PatternSyntaxException e) {
      return true;
    }
  }
}
