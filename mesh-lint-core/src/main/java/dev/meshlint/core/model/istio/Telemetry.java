package dev.meshlint.core.model.istio;

import dev.meshlint.core.model.Reference;
import dev.meshlint.core.model.ResourceView;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View;
import dev.meshlint.core.model.WorkloadSelecting;
import dev.meshlint.core.model.WorkloadSelector;
import java.util.ArrayList;
import java.util.List;

/** A Telemetry of {@code telemetry.istio.io}. */
public final class Telemetry extends ResourceView implements WorkloadSelecting {
  /** Makes the view. */
  public Telemetry(At at) {
    super(at);
  }

  /** Settings for traces. */
  public List<Tracing> tracing() {
    return spec().list("tracing", Tracing::new);
  }

  /** Settings for metrics. */
  public List<Metrics> metrics() {
    return spec().list("metrics", Metrics::new);
  }

  /** Settings for access logs. */
  public List<AccessLogging> accessLogging() {
    return spec().list("accessLogging", AccessLogging::new);
  }

  @Override
  public WorkloadSelector selector() {
    return spec().child("selector").child("matchLabels", WorkloadSelector::new);
  }

  @Override
  public List<Reference> targetRefs() {
    return Targets.of(spec());
  }

  /** Whether it sets something that only a proxy that looks at HTTP can apply: everything but plain metrics. */
  public boolean needsHttp() {
    return !accessLogging().isEmpty() || tracesOrChangesMetrics();
  }

  /** Whether all that it sets for HTTP are access logs; of connections there are some without it. */
  public boolean onlyLogs() {
    return !accessLogging().isEmpty() && !tracesOrChangesMetrics();
  }

  private boolean tracesOrChangesMetrics() {
    for (Metrics metrics : metrics()) {
      if (!metrics.overrides().isEmpty()) {
        return true;
      }
    }
    return !tracing().isEmpty();
  }

  /** Every provider that is named, by its {@code name}. */
  public List<Text> providers() {
    List<Text> all = new ArrayList<>();
    for (String section : List.of("tracing", "metrics", "accessLogging")) {
      for (View settings : spec().list(section)) {
        Providers.addNames(settings, all);
      }
    }
    return all;
  }
}
