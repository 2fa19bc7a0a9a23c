package dev.meshlint.core.model.prometheus;

import dev.meshlint.core.model.LabelSelector;
import dev.meshlint.core.model.ResourceView;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View;
import java.util.List;

/** A PodMonitor of {@code monitoring.coreos.com}: pods from which Prometheus gets metrics. */
public final class PodMonitor extends ResourceView {
  /** Makes the view. */
  public PodMonitor(At at) {
    super(at);
  }

  /** The pods. */
  public LabelSelector selector() {
    return spec().child("selector", LabelSelector::new);
  }

  /** Whether it is for pods of all namespaces. */
  public boolean isForAllNamespaces() {
    return spec().child("namespaceSelector").isTrue("any");
  }

  /** The pods' namespaces; empty for its own. */
  public List<Text> namespaces() {
    return spec().child("namespaceSelector").names("matchNames");
  }

  /** What is asked: {@code port} (a name), {@code portNumber}, {@code path}. */
  public List<View> endpoints() {
    return spec().list("podMetricsEndpoints");
  }
}
