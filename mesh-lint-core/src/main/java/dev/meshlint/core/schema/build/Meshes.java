package dev.meshlint.core.schema.build;

/** Whose kinds the API groups hold. */
final class Meshes {
  private Meshes() {}

  static String ofGroup(String group) {
    if (group.endsWith("istio.io")) {
      return "istio";
    }
    if (group.endsWith("linkerd.io")) {
      return "linkerd";
    }
    if (group.endsWith("cilium.io")) {
      return "cilium";
    }
    return group.startsWith("gateway.networking.") ? "gateway-api" : "kubernetes";
  }
}
