package dev.meshlint.core.baseline;

/**
 * A finding that is known, or several that do not differ.
 *
 * @param fingerprint what it is told by
 * @param rule the id of the rule
 * @param file the file, from the folder of the baseline
 * @param resource the resource as shown to people; empty if there is none
 * @param path the path in the resource without numbers of items; empty if there is none
 * @param count how many such findings there are, from 1
 */
record BaselineEntry(
    String fingerprint, String rule, String file, String resource, String path, int count) {

  BaselineEntry withCount(int other) {
    return new BaselineEntry(fingerprint, rule, file, resource, path, other);
  }
}
