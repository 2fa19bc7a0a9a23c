package dev.meshlint.core.mesh;

import dev.meshlint.core.finding.Evidence;
import dev.meshlint.core.manifest.NamespaceRef.Same;
import dev.meshlint.core.manifest.Resource;
import dev.meshlint.core.mesh.Answer.Absent;
import dev.meshlint.core.mesh.Answer.Unknown;
import dev.meshlint.core.mesh.Answer.Why;
import dev.meshlint.core.model.Reference;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.gatewayapi.ReferenceGrant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * ReferenceGrants: which references of the Gateway API may cross namespaces. A grant counts where it lies in the
 * namespace of the target.
 *
 * <p>Filled while the mesh is built, then only read.
 */
public final class ReferenceGrants {
  private final MeshSettings settings;
  private final Map<String, List<ReferenceGrant>> byFrom = new HashMap<>();
  private final Map<String, List<ReferenceGrant>> byPlace = new HashMap<>();

  ReferenceGrants(MeshSettings settings) {
    this.settings = settings;
  }

  void add(ReferenceGrant grant) {
    if (grant.resource().namespace().isNamed()) {
      byPlace
          .computeIfAbsent(grant.resource().namespace().name(), unused -> new ArrayList<>(1))
          .add(grant);
    }
    for (Reference from : grant.from()) {
      Text namespace = from.namespace();
      String key = namespace == null || namespace.open() ? "" : namespace.value();
      List<ReferenceGrant> grants = byFrom.computeIfAbsent(key, unused -> new ArrayList<>(1));
      if (grants.isEmpty() || grants.get(grants.size() - 1) != grant) {
        grants.add(grant);
      }
    }
  }

  /**
   * The grants that permit a reference, wherever they lie.
   *
   * @param from the resource that refers
   * @param target what it refers to
   */
  public List<ReferenceGrant> fitting(Resource from, ObjectName target) {
    List<ReferenceGrant> fitting = new ArrayList<>();
    for (String key : List.of(from.namespace().name(), "")) {
      for (ReferenceGrant grant : byFrom.getOrDefault(key, List.of())) {
        if (fits(grant, from, target)) {
          fitting.add(grant);
        }
      }
    }
    return fitting;
  }

  /**
   * Whether a reference into another namespace is permitted.
   *
   * @param from the resource that refers
   * @param target what it refers to
   * @return the grant; unknown where none is in view: it belongs to the owner of the other namespace, and its manifests may
   *     be elsewhere
   */
  public Answer<ReferenceGrant> permits(Resource from, ObjectName target) {
    boolean maybe = false;
    for (ReferenceGrant grant : fitting(from, target)) {
      Same same = grant.resource().namespace().same(target.namespace());
      if (same == Same.YES) {
        return Answer.found(grant);
      }
      maybe |= same == Same.MAYBE;
    }
    if (maybe || from.namespace().same(target.namespace()) == Same.MAYBE) {
      return new Unknown<>(Why.NAMESPACE_OPEN);
    }
    if (Names.isComplete(target.namespace(), settings)) {
      return new Absent<>(Evidence.CLOSED, List.of(), null);
    }
    List<ReferenceGrant> there =
        target.namespace().isNamed()
            ? byPlace.getOrDefault(target.namespace().name(), List.of())
            : List.of();
    return there.isEmpty()
        ? new Unknown<>(Why.NOT_IN_VIEW)
        : new Absent<>(Evidence.IN_VIEW, List.copyOf(there), null);
  }

  private static boolean fits(ReferenceGrant grant, Resource from, ObjectName target) {
    boolean admitted = false;
    for (Reference one : grant.from()) {
      admitted |=
          is(one, "group", from.group())
              && is(one, "kind", from.kind())
              && is(one, "namespace", from.namespace().name());
    }
    if (!admitted) {
      return false;
    }
    for (Reference one : grant.to()) {
      if (is(one, "group", target.group())
          && is(one, "kind", target.kind())
          && (!one.has("name") || is(one, "name", target.name()))) {
        return true;
      }
    }
    return false;
  }

  /** What holds a placeholder may be anything. */
  private static boolean is(Reference reference, String key, String wanted) {
    @Nullable String written = reference.value(key, Text.Format.NAME);
    return written == null ? reference.isOpen(key) : written.equals(wanted);
  }
}
