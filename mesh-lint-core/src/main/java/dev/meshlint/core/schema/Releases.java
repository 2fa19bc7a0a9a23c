package dev.meshlint.core.schema;

/** Release numbers such as {@code 1.27}, {@code v1.4.0} or {@code 1.20.0-pre.4}. */
final class Releases {
  private Releases() {}

  /** Whether a release comes before another one, as far as major and minor number tell. */
  static boolean isOlder(String release, String than) {
    int[] mine = numbers(release);
    int[] theirs = numbers(than);
    return mine[0] < theirs[0] || mine[0] == theirs[0] && mine[1] < theirs[1];
  }

  private static int[] numbers(String release) {
    int[] numbers = new int[2];
    int at = 0;
    boolean begun = false;
    for (int i = 0; i < release.length() && at < 2; i++) {
      char c = release.charAt(i);
      if (c >= '0' && c <= '9') {
        numbers[at] = Math.min(numbers[at] * 10 + (c - '0'), 1_000_000);
        begun = true;
      } else if (begun) {
        at++;
        if (c != '.') {
          break;
        }
      }
    }
    return numbers;
  }
}
