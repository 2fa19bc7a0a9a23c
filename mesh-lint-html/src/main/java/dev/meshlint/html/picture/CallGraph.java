package dev.meshlint.html.picture;

import dev.meshlint.core.manifest.Located;
import dev.meshlint.core.manifest.NamespaceRef;
import dev.meshlint.core.manifest.Resource;
import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.mesh.MeshWorkload;
import dev.meshlint.html.picture.MeshPicture.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Gathers who may call whom, and draws it: a wire from every caller, or one from the namespace where many of it may call.
 * Used by one thread.
 */
final class CallGraph {
  /** More callers of one namespace than this are drawn as their namespace. */
  private static final int MANY = 5;

  private final Mesh mesh;
  private final Sketch sketch;
  private final Map<String, Map<NamespaceRef, Map<String, List<Located>>>> callers =
      new LinkedHashMap<>();

  CallGraph(Mesh mesh, Sketch sketch) {
    this.mesh = mesh;
    this.sketch = sketch;
  }

  Mesh mesh() {
    return mesh;
  }

  /** These workloads may call that one, because of a policy. */
  void allow(List<MeshWorkload> from, MeshWorkload to, Located by) {
    String target = sketch.of(to.resource());
    if (target == null) {
      return;
    }
    for (MeshWorkload caller : from) {
      String box = sketch.of(caller.resource());
      if (box != null) {
        callersOf(target, caller.namespace())
            .computeIfAbsent(box, any -> new ArrayList<>(1))
            .add(by);
      }
    }
  }

  /** All of a namespace may call that one; within one namespace that is said in words. */
  void allow(NamespaceRef from, MeshWorkload to, Located by) {
    String target = sketch.of(to.resource());
    if (target == null) {
      return;
    }
    if (from.equals(to.namespace()) || !mesh.namespaces().names().contains(from.name())) {
      say(to, "all of namespace " + from.name() + " may call it");
    } else {
      String wire = sketch.wire(sketch.area(from), target, Path.MAY_CALL, "");
      sketch.claim(by, wire);
    }
  }

  /** Something to know about who may call a workload. */
  void say(MeshWorkload to, String words) {
    String target = sketch.of(to.resource());
    if (target != null) {
      sketch.fact(target, words);
    }
  }

  /** A policy that is about a workload. */
  void about(MeshWorkload workload, Resource policy) {
    String box = sketch.of(workload.resource());
    if (box != null) {
      sketch.stand(policy, box);
      sketch.fact(box, policy.title());
    }
  }

  private Map<String, List<Located>> callersOf(String target, NamespaceRef namespace) {
    return callers
        .computeIfAbsent(target, any -> new LinkedHashMap<>())
        .computeIfAbsent(namespace, any -> new LinkedHashMap<>());
  }

  void draw() {
    callers.forEach(
        (target, namespaces) ->
            namespaces.forEach((namespace, boxes) -> draw(namespace, boxes, target)));
  }

  private void draw(NamespaceRef namespace, Map<String, List<Located>> boxes, String target) {
    boolean many = boxes.size() > MANY;
    boxes.forEach(
        (box, reasons) -> {
          String from = many ? sketch.area(namespace) : box;
          String label = many ? boxes.size() + " workloads" : "";
          String wire = sketch.wire(from, target, Path.MAY_CALL, label);
          reasons.forEach(reason -> sketch.claim(reason, wire));
        });
  }
}
