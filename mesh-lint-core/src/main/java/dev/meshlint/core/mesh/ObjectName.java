package dev.meshlint.core.mesh;

import dev.meshlint.core.manifest.NamespaceRef;
import dev.meshlint.core.model.Reference;
import dev.meshlint.core.model.Text;
import org.jspecify.annotations.Nullable;

/**
 * What a reference names once its defaults are filled in.
 *
 * @param group the API group; empty for the core group, which Linkerd also lets users write {@code core}
 * @param kind the kind
 * @param namespace the namespace
 * @param name the name
 * @param qualified whether the reference itself names the namespace
 */
public record ObjectName(
    String group, String kind, NamespaceRef namespace, String name, boolean qualified) {
  // By hand: what a record generates is linked at run time, which every run pays for.
  @Override
  public boolean equals(@Nullable Object object) {
    return object instanceof ObjectName other
        && name.equals(other.name)
        && kind.equals(other.kind)
        && group.equals(other.group)
        && namespace.equals(other.namespace)
        && qualified == other.qualified;
  }

  @Override
  public int hashCode() {
    return 31 * (31 * name.hashCode() + kind.hashCode()) + namespace.hashCode();
  }

  /**
   * Reads a reference.
   *
   * @param reference the reference
   * @param defaultGroup the group where it names none
   * @param defaultKind the kind where it names none; null if one must be written
   * @param own the namespace where it names none
   * @return null where a part of it is missing or may not be relied on
   */
  public static @Nullable ObjectName of(
      Reference reference, String defaultGroup, @Nullable String defaultKind, NamespaceRef own) {
    String group = part(reference, "group", defaultGroup);
    String kind = part(reference, "kind", defaultKind);
    String name = part(reference, "name", null);
    String namespace = part(reference, "namespace", "");
    if (group == null || kind == null || name == null || namespace == null) {
      return null;
    }
    boolean qualified = !namespace.isEmpty();
    return new ObjectName(
        group.equals("core") ? "" : group,
        kind,
        qualified ? NamespaceRef.named(namespace) : own,
        name,
        qualified);
  }

  /** Reads a reference that can only be to a Service of a namespace that it names; null where a part is missing or open. */
  public static @Nullable ObjectName ofService(Reference reference) {
    String name = part(reference, "name", null);
    String namespace = part(reference, "namespace", null);
    return name == null || namespace == null
        ? null
        : new ObjectName("", "Service", NamespaceRef.named(namespace), name, true);
  }

  private static @Nullable String part(Reference reference, String key, @Nullable String absent) {
    return reference.has(key) ? reference.value(key, Text.Format.NAME) : absent;
  }

  /** Whether it names an object of this group and kind. */
  public boolean isA(String wantedGroup, String wantedKind) {
    return group.equals(wantedGroup) && kind.equals(wantedKind);
  }

  /** Whether it names a Kubernetes Service. */
  public boolean isService() {
    return isA("", "Service");
  }

  /** The name, with the namespace where the reference names one, as users write it. */
  @Override
  public String toString() {
    return qualified ? namespace.name() + "/" + name : name;
  }
}
