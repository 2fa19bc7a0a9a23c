package dev.meshlint.rules.istio.traffic;

import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.mesh.PodMetadata;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.istio.MeshConfig;
import dev.meshlint.core.model.istio.ProxySettings;
import dev.meshlint.core.model.kubernetes.PodTemplate;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.MeshRule;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A proxy that is stopped before it has drained its connections. */
public final class ShutdownBeforeDrain extends MeshRule {
  private static final int DEFAULT_GRACE_PERIOD = 30;

  public ShutdownBeforeDrain() {
    super("istio-shutdown-before-drain");
  }

  @Override
  public void check(Mesh mesh, Findings out) {
    for (MeshConfig config : mesh.configuration().views()) {
      checkParent(config.defaultConfig(), out);
    }
    for (PodMetadata pods : PodMetadata.all(mesh)) {
      Text settings = pods.metadata().annotation("proxy.istio.io/config");
      if (settings != null) {
        ProxySettings proxy = settings.yaml(ProxySettings::new);
        checkParent(proxy, out);
        checkGracePeriod(proxy, pods.template(), out);
      }
    }
  }

  private static void checkParent(ProxySettings proxy, Findings out) {
    Duration drain = duration(proxy.drainDuration());
    Duration parent = duration(proxy.parentShutdownDuration());
    if (drain != null && parent != null && parent.compareTo(drain) <= 0) {
      out.report(
              proxy.at("parentShutdownDuration"),
              "parentShutdownDuration %s is not longer than drainDuration %s: connections are cut before they are drained"
                  .formatted(proxy.parentShutdownDuration(), proxy.drainDuration()))
          .related(proxy.at("drainDuration"), "the time to drain");
    }
  }

  private static void checkGracePeriod(
      ProxySettings proxy, @Nullable PodTemplate template, Findings out) {
    Duration drain = duration(proxy.terminationDrainDuration());
    Integer written = template == null ? null : template.spec().terminationGracePeriodSeconds();
    int grace = Objects.requireNonNullElse(written, DEFAULT_GRACE_PERIOD);
    if (drain != null && drain.compareTo(Duration.ofSeconds(grace)) >= 0) {
      out.report(
          proxy.at("terminationDrainDuration"),
          "terminationDrainDuration %s is not shorter than the pod's grace period of %ds: the proxy is killed while it drains"
              .formatted(proxy.terminationDrainDuration(), grace));
    }
  }

  private static @Nullable Duration duration(@Nullable Text text) {
    return text == null || text.open() ? null : text.duration();
  }
}
