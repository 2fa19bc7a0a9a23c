package dev.meshlint.core.yaml;

/** Says that a text goes beyond what {@link SimpleReader} reads. One object, without a trace: it is no error. */
final class Unusual extends RuntimeException {
  @SuppressWarnings("StaticAssignmentOfThrowable") // without a trace, one is as good as many
  static final Unusual TEXT = new Unusual();

  private static final long serialVersionUID = 1;

  private Unusual() {
    super(null, null, false, false);
  }
}
