package dev.meshlint.rules.kubernetes;

import dev.meshlint.core.fix.Fixes;
import dev.meshlint.core.manifest.Located;
import dev.meshlint.core.mesh.Answer.Absent;
import dev.meshlint.core.mesh.Answer.NotFound;
import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.mesh.MeshWorkload;
import dev.meshlint.core.mesh.Selector;
import dev.meshlint.core.mesh.UsedServices.Used;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View.Named;
import dev.meshlint.core.model.kubernetes.Service;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.MeshRule;
import dev.meshlint.core.rule.Report;
import org.jspecify.annotations.Nullable;

/** A Service that a mesh routes to and that has no pods. */
public final class ServiceSelectsNoWorkload extends MeshRule {
  public ServiceSelectsNoWorkload() {
    super("k8s-service-selects-no-workload");
  }

  @Override
  public void check(Mesh mesh, Findings out) {
    for (Used used : mesh.usedServices()) {
      Service service = used.service();
      if (!mesh.kustomizations().isPatched(service.resource())
          && mesh.selections().of(service) instanceof NotFound<MeshWorkload> missing) {
        report(service, used.user(), missing, out);
      }
    }
  }

  private static void report(
      Service service, Located user, NotFound<MeshWorkload> missing, Findings out) {
    Named<Text> misspelt = misspelt(service, missing);
    Report report =
        out.report(
            misspelt == null ? service.spec().at("selector") : misspelt.value(),
            missing,
            "selector %s of %s selects no workload: calls are answered with 503"
                .formatted(Selector.of(service.selector()), service.resource().title()));
    report.related(user, "the Service is used here");
    if (misspelt != null && missing instanceof Absent<MeshWorkload> absent) {
      String label = String.valueOf(absent.nearest());
      report.fix(
          Fixes.replaceScalar(
              "select " + label,
              false,
              misspelt.value().node(),
              label.substring(misspelt.name().length() + 2)));
    }
  }

  /** The label whose value was plainly meant to be another one, or null. */
  private static @Nullable Named<Text> misspelt(Service service, NotFound<MeshWorkload> missing) {
    if (missing instanceof Absent<MeshWorkload> absent && absent.nearest() != null) {
      for (Named<Text> label : service.selector()) {
        if (absent.nearest().startsWith(label.name() + ": ")) {
          return label;
        }
      }
    }
    return null;
  }
}
