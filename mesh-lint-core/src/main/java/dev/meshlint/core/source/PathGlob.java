package dev.meshlint.core.source;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A glob for a whole path, segment by segment; a segment {@code **} stands for any number of folders. At the end it
 * stands for everything below, but not for the folder itself, as in a {@code .gitignore}.
 */
final class PathGlob {
  private static final Segment DEEP = new Segment("**", null);

  private final Segment[] segments;

  private PathGlob(Segment[] segments) {
    this.segments = segments;
  }

  /** Either a literal name or a glob. */
  private record Segment(String text, @Nullable SegmentGlob glob) {
    static Segment of(String text) {
      return SegmentGlob.isGlob(text) || text.indexOf('\\') >= 0
          ? new Segment(text, SegmentGlob.of(text))
          : new Segment(text, null);
    }

    /** Whether it stands for any number of folders. */
    @SuppressWarnings("ReferenceEquality") // the only one, and asked for every file
    boolean isDeep() {
      return this == DEEP;
    }

    boolean matches(String name) {
      return glob == null ? text.equals(name) : glob.matches(name);
    }
  }

  /** Reads a glob with forward slashes; slashes at both ends and doubled ones are of no account. */
  static PathGlob of(String pattern) {
    List<Segment> segments = new ArrayList<>();
    for (String part : split(pattern)) {
      if (!part.equals("**")) {
        segments.add(Segment.of(part));
      } else if (segments.isEmpty() || !segments.get(segments.size() - 1).isDeep()) {
        segments.add(DEEP);
      }
    }
    return new PathGlob(segments.toArray(new Segment[0]));
  }

  /** The segments between slashes, without empty ones. A slash inside brackets ends a segment all the same. */
  static List<String> split(String path) {
    List<String> parts = new ArrayList<>();
    int start = 0;
    for (int i = 0; i <= path.length(); i++) {
      if (i == path.length() || path.charAt(i) == '/') {
        if (i > start) {
          parts.add(path.substring(start, i));
        }
        start = i + 1;
      }
    }
    return parts;
  }

  /** Whether the last name of a path matches a glob of one segment. */
  boolean matchesName(String name) {
    return segments.length == 1 && (segments[0].isDeep() || segments[0].matches(name));
  }

  /** Whether the names {@code path[from..to)} match. */
  boolean matches(String[] path, int from, int to) {
    int segment = 0;
    int at = from;
    int lastDeep = -1;
    int resume = 0;
    while (at < to) {
      if (segment < segments.length && segments[segment].isDeep()) {
        if (segment == segments.length - 1) {
          return true;
        }
        lastDeep = segment++;
        resume = at;
      } else if (segment < segments.length && segments[segment].matches(path[at])) {
        segment++;
        at++;
      } else if (lastDeep >= 0) {
        segment = lastDeep + 1;
        at = ++resume;
      } else {
        return false;
      }
    }
    return segment == segments.length;
  }
}
