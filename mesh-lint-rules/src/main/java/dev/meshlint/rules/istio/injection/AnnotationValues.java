package dev.meshlint.rules.istio.injection;

import dev.meshlint.core.value.Cidr;
import dev.meshlint.core.value.GoBoolean;
import dev.meshlint.core.value.NearMiss;
import dev.meshlint.core.value.PortNumber;
import dev.meshlint.core.value.PortRanges;
import dev.meshlint.core.value.Quantity;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the injector takes as values of its annotations. Source: Istio's reference of resource annotations. */
final class AnnotationValues {
  private static final int LONGEST_INTERFACE = 15;

  private static final Map<String, List<String>> CHOICES =
      Map.of(
          "sidecar.istio.io/interceptionMode", List.of("REDIRECT", "TPROXY", "NONE"),
          "prometheus.istio.io/merge-metrics", List.of("true", "false"),
          "istio.io/dry-run", List.of("true", "false"));

  private AnnotationValues() {}

  /** The value of a closed set that was plainly meant; null where there is none such. */
  static @Nullable String meant(String key, String value) {
    return NearMiss.suggestion(value, CHOICES.getOrDefault(key, List.of()));
  }

  /** What is wrong with a value; null where nothing is, or nothing is known about the key. */
  static @Nullable String problem(String key, String value) {
    return switch (key) {
      case "sidecar.istio.io/interceptionMode" -> interceptionMode(value);
      case "status.sidecar.istio.io/port" -> portOrZero(value);
      case "readiness.status.sidecar.istio.io/initialDelaySeconds",
          "readiness.status.sidecar.istio.io/periodSeconds",
          "readiness.status.sidecar.istio.io/failureThreshold" ->
          count(value);
      case "traffic.sidecar.istio.io/includeOutboundIPRanges" -> rangesOrAll(value);
      case "traffic.sidecar.istio.io/excludeOutboundIPRanges" -> ranges(value);
      case "traffic.sidecar.istio.io/includeInboundPorts" -> portsOrAll(value);
      case "traffic.sidecar.istio.io/excludeInboundPorts",
          "traffic.sidecar.istio.io/excludeOutboundPorts" ->
          ports(value);
      case "traffic.sidecar.istio.io/excludeInterfaces",
          "traffic.sidecar.istio.io/kubevirtInterfaces",
          "istio.io/reroute-virtual-interfaces" ->
          interfaces(value);
      case "prometheus.istio.io/merge-metrics" -> bool(value);
      case "sidecar.istio.io/proxyCPU",
          "sidecar.istio.io/proxyCPULimit",
          "sidecar.istio.io/proxyMemory",
          "sidecar.istio.io/proxyMemoryLimit" ->
          Quantity.problem(value);
      default -> null;
    };
  }

  static @Nullable String bool(String value) {
    return GoBoolean.parse(value) == null ? "\"true\" or \"false\" is needed" : null;
  }

  private static @Nullable String interceptionMode(String value) {
    return switch (value) {
      case "REDIRECT", "TPROXY", "NONE" -> null;
      default -> "REDIRECT, TPROXY or NONE is needed";
    };
  }

  private static @Nullable String portOrZero(String value) {
    return PortNumber.orZeroProblem(value);
  }

  private static @Nullable String count(String value) {
    try {
      Integer.parseUnsignedInt(value);
      return null;
    } catch (NumberFormatException e) {
      return "a whole number is needed";
    }
  }

  private static @Nullable String rangesOrAll(String value) {
    return value.equals("*") ? null : ranges(value);
  }

  private static @Nullable String ranges(String value) {
    if (value.isEmpty()) {
      return null;
    }
    for (String range : value.split(",", -1)) {
      String problem = Cidr.problem(range.strip());
      if (problem != null) {
        return "\"" + range.strip() + "\" is no CIDR: " + problem;
      }
    }
    return null;
  }

  /** Names of network interfaces as Linux takes them. */
  private static @Nullable String interfaces(String value) {
    if (value.isEmpty()) {
      return null;
    }
    for (String written : value.split(",", -1)) {
      String name = written.strip();
      boolean fits = !name.isEmpty() && name.length() <= LONGEST_INTERFACE;
      if (!fits || name.indexOf('/') >= 0 || name.chars().anyMatch(Character::isWhitespace)) {
        return "\"" + name + "\" is no name of a network interface";
      }
    }
    return null;
  }

  private static @Nullable String portsOrAll(String value) {
    return value.equals("*") ? null : ports(value);
  }

  private static @Nullable String ports(String value) {
    return value.isEmpty() ? null : PortRanges.problem(value);
  }
}
