package dev.meshlint.rules.mutation;

import dev.meshlint.core.finding.Finding;
import dev.meshlint.core.finding.ResourceId;
import java.util.ArrayList;
import java.util.List;

/**
 * A node of a resource.
 *
 * @param file the name of the file
 * @param kind the kind of the resource; empty for a place in the file that belongs to none
 * @param name the name of the resource
 * @param path keys and positions in lists, from the root
 */
public record MutantPlace(String file, String kind, String name, List<String> path) {
  MutantPlace named(String other) {
    return new MutantPlace(file, kind, other, path);
  }

  MutantPlace ofKind(String other) {
    return new MutantPlace(file, other, name, path);
  }

  /** Whether a finding is at this node, inside of it, or at the mapping or list that holds it. */
  public boolean holds(Finding finding) {
    ResourceId resource = finding.resource();
    if (!finding.place().file().name().equals(file)) {
      return false;
    }
    if (resource == null || finding.path() == null) {
      return kind.isEmpty();
    }
    if (!resource.kind().equals(kind) || !resource.name().equals(name)) {
      return false;
    }
    List<String> found = steps(finding.path());
    return isBelow(found, path)
        || !path.isEmpty() && found.equals(path.subList(0, path.size() - 1));
  }

  private static boolean isBelow(List<String> found, List<String> above) {
    return found.size() >= above.size() && found.subList(0, above.size()).equals(above);
  }

  /** The steps of a path as findings write it: {@code spec.http[0].match} and {@code metadata.labels[a.b/c]}. */
  static List<String> steps(String path) {
    List<String> steps = new ArrayList<>();
    int at = 0;
    while (at < path.length()) {
      boolean bracket = path.charAt(at) == '[';
      int start = bracket || path.charAt(at) == '.' ? at + 1 : at;
      int end = start;
      while (end < path.length() && !isEnd(path.charAt(end), bracket)) {
        end++;
      }
      steps.add(path.substring(start, end));
      at = bracket ? end + 1 : end;
    }
    return steps;
  }

  private static boolean isEnd(char c, boolean bracket) {
    return bracket ? c == ']' : c == '.' || c == '[';
  }
}
