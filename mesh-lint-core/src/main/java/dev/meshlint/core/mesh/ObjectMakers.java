package dev.meshlint.core.mesh;

import dev.meshlint.core.manifest.NamespaceRef;
import dev.meshlint.core.manifest.Resource;
import java.util.HashSet;
import java.util.Set;

/** Resources from which charts and operators make objects that are in no file. */
final class ObjectMakers {
  /** Kinds that fill namespaces other than their own. */
  private static final Set<String> FILL_ANY =
      Set.of("HelmRelease", "HelmChart", "Application", "ApplicationSet", "Kustomization", "App");

  private final Set<String> filled = new HashSet<>();
  private boolean any;

  /** Notes a resource of a kind that no view is known for. */
  void add(Resource resource) {
    if (!isBuiltIn(resource.group())) {
      any |= FILL_ANY.contains(resource.kind());
      filled.add(resource.namespace().name());
    }
  }

  /** Whether something may make objects in this namespace. */
  boolean mayFill(NamespaceRef namespace) {
    return any || filled.contains(namespace.name());
  }

  /** Whether something may make objects in some namespace. */
  boolean mayFillAny() {
    return any || !filled.isEmpty();
  }

  private static boolean isBuiltIn(String group) {
    return group.indexOf('.') < 0 || group.endsWith(".k8s.io");
  }
}
