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
 */
record KustomizePatch(@Nullable String kind, @Nullable String name, boolean exact) {
  /** Whether the patch may change a resource. A label selector is taken to select it. */
  boolean changes(Resource resource) {
    return matches(kind, resource.kind()) && matches(name, resource.name());
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
