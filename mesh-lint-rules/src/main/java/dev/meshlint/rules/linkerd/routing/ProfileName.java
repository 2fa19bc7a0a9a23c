package dev.meshlint.rules.linkerd.routing;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The Service that the name of a ServiceProfile means. */
record ProfileName(String service, String namespace) {
  /** The parts of {@code SERVICE.NAMESPACE.svc.DOMAIN}; null for the name of something outside the cluster. */
  static @Nullable ProfileName parse(String name) {
    List<String> labels = List.of(name.split("\\.", -1));
    return labels.size() > 3 && labels.get(2).equals("svc")
        ? new ProfileName(labels.get(0), labels.get(1))
        : null;
  }
}
