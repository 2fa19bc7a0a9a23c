package dev.meshlint.core.schema;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The attributes that conditions of authorization policies may name. */
final class IstioConditions {
  /** The plain attributes. */
  static final List<String> ATTRIBUTES =
      List.of(
          "source.ip",
          "remote.ip",
          "source.namespace",
          "source.serviceAccount",
          "source.principal",
          "source.trustDomain",
          "request.auth.principal",
          "request.auth.audiences",
          "request.auth.presenter",
          "destination.ip",
          "destination.port",
          "connection.sni");

  private static final List<String> MAPS = List.of("request.headers", "request.auth.claims");

  private IstioConditions() {}

  static @Nullable String keyProblem(String key) {
    if (ATTRIBUTES.contains(key)) {
      return null;
    }
    int bracket = key.indexOf('[');
    String name = bracket < 0 ? key : key.substring(0, bracket);
    switch (name) {
      case "destination.namespace",
          "destination.labels",
          "destination.name",
          "destination.user" -> {
        return "this attribute exists no longer";
      }
      default -> {
        // judged below
      }
    }
    if (MAPS.contains(name) || name.startsWith("experimental.envoy.filters.")) {
      return bracket > 0 && key.endsWith("]") && key.length() > bracket + 2
          ? null
          : "it needs a name in brackets, such as \"" + name + "[name]\"";
    }
    return "it is not an attribute that Istio knows";
  }
}
