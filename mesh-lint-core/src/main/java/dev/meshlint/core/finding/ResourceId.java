package dev.meshlint.core.finding;

import org.jspecify.annotations.Nullable;

/**
 * The identity of a resource, as shown to people.
 *
 * @param apiVersion the apiVersion as written
 * @param kind the kind as written
 * @param namespace the effective namespace; null for cluster-scoped kinds
 * @param name the name; empty where the manifest has none
 */
public record ResourceId(String apiVersion, String kind, @Nullable String namespace, String name) {
  /** {@code Kind namespace/name}, or {@code Kind name} without a namespace. */
  @Override
  public String toString() {
    return kind + " " + (namespace == null ? "" : namespace + "/") + name;
  }
}
