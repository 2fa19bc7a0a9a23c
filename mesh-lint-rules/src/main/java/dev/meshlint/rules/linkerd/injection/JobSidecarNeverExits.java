package dev.meshlint.rules.linkerd.injection;

import dev.meshlint.core.mesh.LinkerdInjection;
import dev.meshlint.core.mesh.LinkerdInjection.Setting;
import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.mesh.MeshWorkload;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.kubernetes.Container;
import dev.meshlint.core.model.kubernetes.PodTemplate;
import dev.meshlint.core.model.kubernetes.Workload;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.MeshRule;
import dev.meshlint.core.value.GoBoolean;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A Job in the mesh whose proxy keeps it from ending. */
public final class JobSidecarNeverExits extends MeshRule {
  private static final String NATIVE = "linkerd.io/proxy-enable-native-sidecar";
  private static final String SHUTDOWN = "config.linkerd.io/proxy-admin-shutdown";

  public JobSidecarNeverExits() {
    super("linkerd-job-sidecar-never-exits");
  }

  @Override
  public void check(Mesh mesh, Findings out) {
    LinkerdInjection injection = mesh.linkerd().injection();
    for (MeshWorkload workload : mesh.workloads().all()) {
      if (workload.view() instanceof Workload job
          && job.isJob()
          && injection.of(workload).isMeshed()) {
        Text off = switchedOff(workload, injection);
        Text shutdown = injection.setting(workload, SHUTDOWN).value();
        if (off != null
            && (shutdown == null || shutdown.is("disabled"))
            && !endsProxy(job.template())) {
          out.report(
              off,
              "without a native sidecar the proxy outlives the work: the pod of the Job never completes");
        }
      }
    }
  }

  private static @Nullable Text switchedOff(MeshWorkload workload, LinkerdInjection injection) {
    for (String prefix : List.of("config.", "config.beta.", "config.alpha.")) {
      Setting setting = injection.setting(workload, prefix + NATIVE);
      Text value = setting.value();
      if (value != null) {
        boolean off = Boolean.FALSE.equals(GoBoolean.parse(value.value()));
        return setting.known() && off ? value : null;
      }
    }
    return null;
  }

  private static boolean endsProxy(PodTemplate template) {
    for (Container container : template.containers()) {
      List<Text> words = new ArrayList<>(container.command());
      words.addAll(container.args());
      if (container.image() != null) {
        words.add(container.image());
      }
      for (Text word : words) {
        if (word.value().contains("linkerd-await") || word.value().contains("/shutdown")) {
          return true;
        }
      }
    }
    return false;
  }
}
