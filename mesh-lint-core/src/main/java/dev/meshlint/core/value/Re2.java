package dev.meshlint.core.value;

import org.jspecify.annotations.Nullable;

/**
 * The syntax of regular expressions of RE2, as Go's package {@code regexp} reads them and Istio's
 * validation with it. Nothing is compiled or executed: one pass over the text, time grows with its
 * length, nesting costs no stack.
 *
 * <p>Thread-safe.
 */
public final class Re2 {
  /** The longest expression that Istio accepts, in bytes of UTF-8. */
  public static final int MAX_ISTIO_BYTES = 1_024;

  private Re2() {}

  /** What is wrong with an expression, as a clause; null if nothing is. */
  public static @Nullable String problem(String expression) {
    Re2Problem problem = Re2Parser.check(expression);
    return problem == null ? null : problem.clause();
  }

  /** Whether Go and RE2 accept the expression. */
  public static boolean isValid(String expression) {
    return Re2Parser.check(expression) == null;
  }

  /** As {@link #problem}, and the expression is neither empty nor longer than Istio accepts. */
  public static @Nullable String istioProblem(String expression) {
    if (expression.isEmpty()) {
      return "it is empty";
    }
    int bytes = bytes(expression);
    return bytes > MAX_ISTIO_BYTES
        ? "it has " + bytes + " bytes, at most " + MAX_ISTIO_BYTES + " are allowed"
        : problem(expression);
  }

  /**
   * What neither RE2 nor the engine of Linkerd's proxy (Rust's crate {@code regex}) understands, as
   * a clause: look-around, back-references, atomic groups, brackets that are not closed. Null if
   * there is nothing of the kind, or what comes first is a matter on which the two differ.
   */
  public static @Nullable String linkerdProblem(String expression) {
    Re2Problem problem = Re2Parser.check(expression);
    return problem == null || !problem.general() ? null : problem.clause();
  }

  private static int bytes(String text) {
    int bytes = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      // Each half of a surrogate pair stands for two of the four bytes.
      bytes += c < 0x80 ? 1 : c < 0x800 || Character.isSurrogate(c) ? 2 : 3;
    }
    return bytes;
  }
}
