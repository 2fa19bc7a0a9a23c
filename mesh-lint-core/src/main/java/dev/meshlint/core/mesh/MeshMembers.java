package dev.meshlint.core.mesh;

import dev.meshlint.core.finding.Evidence;
import dev.meshlint.core.manifest.Located;
import dev.meshlint.core.manifest.NamespaceRef;
import dev.meshlint.core.manifest.Resource;
import dev.meshlint.core.mesh.Answer.Absent;
import dev.meshlint.core.mesh.Answer.Unknown;
import dev.meshlint.core.mesh.Answer.Why;
import dev.meshlint.core.mesh.Injection.Decision;
import dev.meshlint.core.mesh.Injection.Proxy;
import dev.meshlint.core.model.kubernetes.Service;
import java.util.List;

/** Who is part of Istio's mesh. What names no namespace, or one that is not in view, may be. Immutable. */
public final class MeshMembers {
  private final Workloads workloads;
  private final Injection injection;
  private final Namespaces namespaces;
  private final Why unseen;

  MeshMembers(
      Workloads workloads,
      Injection injection,
      Namespaces namespaces,
      List<Resource> resources,
      String root) {
    this.workloads = workloads;
    this.injection = injection;
    this.namespaces = namespaces;
    boolean mayBe = workloads.all().isEmpty() || concernIstio(resources, root);
    this.unseen = mayBe ? Why.NOT_IN_VIEW : Why.DECLARED_ELSEWHERE;
  }

  /** Files with workloads and nothing of Istio are not about it. */
  private static boolean concernIstio(List<Resource> resources, String root) {
    for (Resource resource : resources) {
      if (resource.group().endsWith("istio.io") || resource.namespace().name().equals(root)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether a workload has a proxy of Istio.
   *
   * @return found with what says so; unknown where its Namespace object is not in view
   */
  public Answer<Located> find(MeshWorkload workload) {
    return answer(injection.of(workload), workload, workload.namespace());
  }

  /**
   * Whether a Service selects a workload that has a proxy of Istio, or is an external name beside others.
   *
   * @return unknown where the workloads, or what decides about them, are not in view
   */
  public Answer<Located> find(Service service) {
    if (service.isExternalName()) {
      return Answer.found(service);
    }
    NamespaceRef namespace = service.resource().namespace();
    Selector selector = Selector.of(service.selector());
    if (selector.open()) {
      return new Unknown<>(Why.PLACEHOLDER);
    }
    List<MeshWorkload> selected =
        selector.isEmpty() ? List.of() : workloads.certain(selector, namespace);
    Answer<Located> some =
        answer(injection.ofNamespace(namespaces.objects(namespace)), service, namespace);
    // Members that are not in view may be in the mesh, never certainly.
    Answer<Located> answer = some.isFound() ? new Unknown<>(unseen) : some;
    for (MeshWorkload workload : selected) {
      Answer<Located> one = find(workload);
      if (one.isFound()) {
        return one;
      }
      answer = one;
    }
    return answer;
  }

  private Answer<Located> answer(Decision decision, Located whose, NamespaceRef namespace) {
    if (decision.inMesh()) {
      return Answer.found(decision.by() == null ? whose : decision.by());
    }
    if (decision.proxy() == Proxy.NONE) {
      return new Absent<>(Evidence.SAME_OBJECT, List.of(whose), null);
    }
    return new Unknown<>(namespaces.objects(namespace).isEmpty() ? unseen : Why.PLACEHOLDER);
  }
}
