package dev.meshlint.core.mesh;

import dev.meshlint.core.model.Text;
import dev.meshlint.core.value.PortRanges;
import dev.meshlint.core.value.PortRanges.Range;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The ports whose traffic Linkerd does not look into: those of an annotation, else the default ones. Source: Linkerd's
 * documentation on protocol detection. Immutable.
 *
 * @param ports the ports
 * @param annotation the annotation that lists them; null for the default list
 */
public record OpaquePorts(PortRanges ports, @Nullable Text annotation) {
  /** The annotation of pods, namespaces and Services. */
  public static final String KEY = "config.linkerd.io/opaque-ports";

  /** The ports that are opaque where no annotation says otherwise. */
  public static final List<Integer> DEFAULT = List.of(25, 587, 3306, 4444, 5432, 6379, 9300, 11211);

  private static final OpaquePorts DEFAULT_PORTS =
      new OpaquePorts(PortRanges.parse("25,587,3306,4444,5432,6379,9300,11211"), null);

  /** The ports that an annotation lists; null where the list names ports or cannot be read. */
  public static @Nullable OpaquePorts of(Text annotation) {
    PortRanges ports = PortRanges.parse(annotation.value());
    return annotation.open() || !ports.names().isEmpty()
        ? null
        : new OpaquePorts(ports, annotation);
  }

  /** The ports of an annotation, or the default ones where there is none. */
  static @Nullable OpaquePorts orDefault(@Nullable Text annotation) {
    return annotation == null ? DEFAULT_PORTS : of(annotation);
  }

  /** Whether a port is one of them. */
  public boolean contains(int port) {
    return ports.contains(port);
  }

  /** The ports that are listed one by one, not as part of a range. */
  public List<Integer> single() {
    List<Integer> single = new ArrayList<>();
    for (Range range : ports.ranges()) {
      if (range.first() == range.last()) {
        single.add(range.first());
      }
    }
    return single;
  }
}
