package dev.meshlint.rules.istio.injection;

import dev.meshlint.core.manifest.Located;
import dev.meshlint.core.mesh.Injection.Proxy;
import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.mesh.MeshWorkload;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.kubernetes.Container;
import dev.meshlint.core.model.kubernetes.EnvironmentVariable;
import dev.meshlint.core.model.kubernetes.PodTemplate;
import dev.meshlint.core.model.kubernetes.Workload;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.MeshRule;
import dev.meshlint.core.value.Version;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A job whose sidecar goes on running after it, so that it never completes. */
public final class JobSidecarNeverExits extends MeshRule {
  private static final String NATIVE = "sidecar.istio.io/nativeSidecar";

  public JobSidecarNeverExits() {
    super("istio-job-sidecar-never-exits");
  }

  @Override
  public void check(Mesh mesh, Findings out) {
    Located off = nativeSidecarsOff(mesh);
    boolean old = isBeforeNativeSidecars(mesh.settings().targets().get("istio"));
    for (MeshWorkload workload : mesh.workloads().all()) {
      if (!(workload.view() instanceof Workload view) || !view.isJob()) {
        continue;
      }
      PodTemplate template = view.template();
      Text own = template.annotation(NATIVE);
      boolean ordinary = own == null ? off != null || old : own.is("false");
      if (ordinary
          && mesh.injection().of(workload).proxy() == Proxy.SIDECAR
          && !stopsProxy(template)) {
        out.report(
            template,
            "the sidecar goes on running after the job: %s never completes"
                .formatted(workload.title()));
      }
    }
  }

  private static boolean isBeforeNativeSidecars(@Nullable String target) {
    Version version = target == null ? null : Version.parse(target);
    Version first = Version.parse("1.27");
    return version != null && first != null && version.compareTo(first) < 0;
  }

  /** Where istiod in view is told to inject ordinary containers. */
  private static @Nullable Located nativeSidecarsOff(Mesh mesh) {
    for (MeshWorkload workload : mesh.workloads().all()) {
      if (!"istiod".equals(workload.labels().get("app"))) {
        continue;
      }
      for (Container container :
          workload.template().map(PodTemplate::containers).orElse(List.of())) {
        for (EnvironmentVariable variable : container.env()) {
          Text name = variable.name();
          Text value = variable.value();
          if (name != null
              && name.is("ENABLE_NATIVE_SIDECARS")
              && value != null
              && value.is("false")) {
            return variable;
          }
        }
      }
    }
    return null;
  }

  private static boolean stopsProxy(PodTemplate template) {
    for (Container container : template.containers()) {
      for (Text text : concat(container)) {
        if (text.value().contains("quitquitquit") || text.value().contains("pilot-agent")) {
          return true;
        }
      }
    }
    return false;
  }

  private static List<Text> concat(Container container) {
    List<Text> texts = new ArrayList<>(container.command());
    texts.addAll(container.args());
    return texts;
  }
}
