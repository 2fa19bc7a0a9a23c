package dev.meshlint.html.picture;

import dev.meshlint.core.manifest.NamespaceRef;
import dev.meshlint.core.manifest.Resource;
import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.mesh.MeshWorkload;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View;
import dev.meshlint.core.model.WorkloadSelecting;
import dev.meshlint.core.report.ReportedMesh;
import java.util.List;

/** Makes the picture of a mesh from what the mesh answers. */
final class PictureMaker {
  /** A policy for more workloads than this is about their namespace. */
  private static final int MANY = 5;

  private PictureMaker() {}

  static MeshPicture make(ReportedMesh reported) {
    Mesh mesh = reported.mesh();
    Sketch sketch = new Sketch();
    new WorkloadBoxes(mesh, sketch).draw();
    new IstioRoutes(mesh, sketch).draw();
    new GatewayRoutes(mesh, sketch).draw();
    CallGraph graph = new CallGraph(mesh, sketch);
    IstioCallers istio = new IstioCallers(graph);
    LinkerdCallers linkerd = new LinkerdCallers(graph);
    for (MeshWorkload workload : mesh.workloads().all()) {
      if (WorkloadBoxes.isDrawn(workload)) {
        addAccount(workload, graph);
        istio.add(workload);
        linkerd.add(workload);
      }
    }
    new CiliumCallers(graph).add();
    new NetworkCallers(graph).add();
    graph.draw();
    placeOthers(mesh, sketch);
    return sketch.picture(reported.name());
  }

  private static void addAccount(MeshWorkload workload, CallGraph graph) {
    workload
        .template()
        .ifPresent(
            pods -> {
              Text account = pods.spec().serviceAccountName();
              if (account != null) {
                graph.say(workload, "service account " + account.value());
              }
            });
  }

  /** What has no box of its own is about the workloads that it selects, or about its namespace. */
  private static void placeOthers(Mesh mesh, Sketch sketch) {
    for (List<View> views : mesh.views().values()) {
      for (View view : views) {
        if (view instanceof WorkloadSelecting selecting && sketch.of(view.resource()) == null) {
          List<MeshWorkload> selected = mesh.selections().of(selecting).values();
          for (MeshWorkload workload : selected) {
            String box = sketch.of(workload.resource());
            if (box != null && selected.size() <= MANY) {
              sketch.stand(view.resource(), box);
              sketch.fact(box, view.resource().title());
            }
          }
        }
      }
    }
    for (Resource resource : mesh.resources()) {
      boolean isNamespace = resource.kind().equals("Namespace") && resource.group().isEmpty();
      if (isNamespace) {
        sketch.claim(resource, sketch.area(NamespaceRef.named(resource.name())));
      } else if (sketch.of(resource) == null && resource.scope() == Resource.Scope.NAMESPACED) {
        sketch.claim(resource, sketch.area(resource.namespace()));
      }
    }
  }
}
