package dev.meshlint.core.schema;

import org.jspecify.annotations.Nullable;

/** Paths of authorization policies, which may hold the operators <code>{*}</code> and <code>{**}</code>. */
final class IstioPathTemplates {
  private IstioPathTemplates() {}

  static @Nullable String problem(String path) {
    if (path.isEmpty()) {
      return "it is empty";
    }
    if (path.indexOf('{') < 0 && path.indexOf('}') < 0) {
      return null;
    }
    boolean anyDepth = false;
    String[] segments = path.split("/", -1);
    for (int i = 1; i < segments.length; i++) {
      String segment = segments[i];
      if (segment.equals("{*}") || segment.equals("{**}")) {
        if (anyDepth) {
          return "nothing may follow \"{**}\" but plain segments";
        }
        anyDepth = segment.equals("{**}");
      } else if (segment.isEmpty() && i < segments.length - 1) {
        return "a segment is empty";
      } else if (segment.indexOf('{') >= 0 || segment.indexOf('}') >= 0) {
        return "braces may only hold \"*\" or \"**\" as a whole segment";
      } else if (segment.indexOf('*') >= 0) {
        return "\"*\" must stand in braces where a path has operators";
      } else if (!segment.isEmpty() && Paths.charactersProblem(segment) != null) {
        return Paths.charactersProblem(segment);
      }
    }
    return segments[0].isEmpty() ? null : "it does not begin with \"/\"";
  }
}
