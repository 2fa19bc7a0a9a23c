package dev.meshlint.core.model.istio;

import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View;
import org.jspecify.annotations.Nullable;

/** One patch of an EnvoyFilter. */
public final class EnvoyPatch extends View {
  /** Makes the view. */
  public EnvoyPatch(At at) {
    super(at);
  }

  /** What is patched: {@code LISTENER}, {@code HTTP_FILTER}, {@code CLUSTER} … */
  public @Nullable Text applyTo() {
    return text("applyTo");
  }

  /** Where it is patched; absent for everywhere. */
  public EnvoyMatch match() {
    return child("match", EnvoyMatch::new);
  }

  /** How it is patched ({@code patch.operation}): {@code MERGE}, {@code ADD}, {@code INSERT_BEFORE} … */
  public @Nullable Text operation() {
    return child("patch").text("operation");
  }

  /** The group that an added filter belongs to ({@code patch.filterClass}). */
  public @Nullable Text filterClass() {
    return child("patch").text("filterClass");
  }

  /** The Envoy configuration ({@code patch.value}). */
  public View value() {
    return child("patch").child("value");
  }
}
