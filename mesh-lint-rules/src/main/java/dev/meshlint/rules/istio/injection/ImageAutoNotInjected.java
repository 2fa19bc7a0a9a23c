package dev.meshlint.rules.istio.injection;

import dev.meshlint.core.finding.Evidence;
import dev.meshlint.core.fix.Fix;
import dev.meshlint.core.fix.Fixes;
import dev.meshlint.core.mesh.Answer.Absent;
import dev.meshlint.core.mesh.Injection;
import dev.meshlint.core.mesh.Injection.Decision;
import dev.meshlint.core.mesh.Injection.Proxy;
import dev.meshlint.core.mesh.InjectorHooks;
import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.mesh.MeshWorkload;
import dev.meshlint.core.mesh.World;
import dev.meshlint.core.model.Metadata;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.kubernetes.Container;
import dev.meshlint.core.model.kubernetes.PodTemplate;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.MeshRule;
import dev.meshlint.core.yaml.YamlMapping;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A container whose image the injector should fill in, in a pod that it does not touch. */
public final class ImageAutoNotInjected extends MeshRule {
  private static final String MESSAGE =
      "the injector does not touch this pod, so image \"auto\" stays as it is: it cannot be pulled";

  public ImageAutoNotInjected() {
    super("istio-image-auto-not-injected");
  }

  @Override
  public void check(Mesh mesh, Findings out) {
    InjectorHooks hooks = mesh.injectorHooks();
    for (MeshWorkload workload : mesh.workloads().all()) {
      PodTemplate template = workload.template().orElse(null);
      if (template == null) {
        continue;
      }
      for (Container container : template.containers()) {
        Text image = container.image();
        if (image != null
            && image.is("auto")
            && isOfInjector(container)
            && !hooks.mayTake(workload)) {
          check(workload, template, image, mesh, out);
        }
      }
    }
  }

  /** Whether the container is called as those that the injector adds; any other may have an image of that name. */
  private static boolean isOfInjector(Container container) {
    Text name = container.name();
    return name != null && name.value().startsWith("istio-");
  }

  private static void check(
      MeshWorkload workload, PodTemplate template, Text image, Mesh mesh, Findings out) {
    Decision decision = mesh.injection().byInjector(workload);
    if (decision.proxy() == Proxy.SIDECAR || workload.hasOpenLabels()) {
      return;
    }
    if (decision.isWritten() && decision.by() != null) {
      out.report(image, MESSAGE).related(decision.by(), "this keeps the injector away");
    } else if (decision.proxy() == Proxy.NONE) {
      boolean closed = mesh.settings().world() == World.CLOSED;
      Evidence evidence = closed ? Evidence.CLOSED : Evidence.IN_VIEW;
      out.report(image, new Absent<>(evidence, List.of(), null), MESSAGE)
          .fix(label(template.metadata()));
    }
  }

  private static @Nullable Fix label(Metadata pods) {
    return pods.child("labels").node() instanceof YamlMapping labels && pods.has("labels")
        ? Fixes.insertEntry("ask for injection", false, labels, Injection.INJECT, "\"true\"")
        : null;
  }
}
