package dev.meshlint.core.mesh;

import dev.meshlint.core.model.Text;
import org.jspecify.annotations.Nullable;

/**
 * Whether the traffic to a port of a workload goes through its sidecar. Source: Istio's reference of resource annotations,
 * {@code traffic.sidecar.istio.io}.
 */
final class Capture {
  private static final String EXCLUDED = "traffic.sidecar.istio.io/excludeInboundPorts";
  private static final String INCLUDED = "traffic.sidecar.istio.io/includeInboundPorts";

  private Capture() {}

  /** Whether nothing keeps the sidecar from taking the traffic to this port. */
  static boolean takes(MeshWorkload workload, int port) {
    Text included = annotation(workload, INCLUDED);
    Text excluded = annotation(workload, EXCLUDED);
    boolean taken = included == null || included.is("*") || lists(included, port);
    return taken && (excluded == null || !(excluded.open() || lists(excluded, port)));
  }

  private static @Nullable Text annotation(MeshWorkload workload, String key) {
    return workload.template().map(template -> template.annotation(key)).orElse(null);
  }

  private static boolean lists(Text ports, int port) {
    String text = "," + ports.value().replace(" ", "") + ",";
    return text.contains("," + port + ",");
  }
}
