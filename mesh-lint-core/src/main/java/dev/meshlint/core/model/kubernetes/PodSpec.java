package dev.meshlint.core.model.kubernetes;

import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a pod runs. */
public final class PodSpec extends View {
  // Remembered: many rules ask. Views do not change, so threads may find the same thing twice.
  private @Nullable List<Container> containers;
  private @Nullable List<Container> initContainers;

  /** Makes the view. */
  public PodSpec(At at) {
    super(at);
  }

  /** The containers. */
  public List<Container> containers() {
    List<Container> known = containers;
    if (known == null) {
      known = list("containers", Container::new);
      containers = known;
    }
    return known;
  }

  /** The containers that run first; with {@code restartPolicy: Always} they stay as sidecars. */
  public List<Container> initContainers() {
    List<Container> known = initContainers;
    if (known == null) {
      known = list("initContainers", Container::new);
      initContainers = known;
    }
    return known;
  }

  /** Whether the pod uses the node's network, where no sidecar can take its traffic. */
  public @Nullable Boolean hostNetwork() {
    return flag("hostNetwork");
  }

  /** {@code Always}, {@code OnFailure} or {@code Never}; absent means {@code Always}. */
  public @Nullable Text restartPolicy() {
    return text("restartPolicy");
  }

  /** How names are resolved. */
  public @Nullable Text dnsPolicy() {
    return text("dnsPolicy");
  }

  /** How many seconds the pod has to end; absent means 30. */
  public @Nullable Integer terminationGracePeriodSeconds() {
    return integer("terminationGracePeriodSeconds");
  }

  /** Settings for all containers: {@code runAsUser}, {@code runAsGroup}, {@code fsGroup} … */
  public View securityContext() {
    return child("securityContext");
  }

  /** Whether containers get the service account's token. */
  public @Nullable Boolean automountServiceAccountToken() {
    return flag("automountServiceAccountToken");
  }

  /** Whether containers see each other's processes. */
  public @Nullable Boolean shareProcessNamespace() {
    return flag("shareProcessNamespace");
  }

  /** The volumes. */
  public List<View> volumes() {
    return list("volumes");
  }

  /** The labels of the nodes that it may run on. */
  public List<Named<Text>> nodeSelector() {
    return entries("nodeSelector");
  }

  /** The service account, under its current or its older name; null means {@code default}. */
  public @Nullable Text serviceAccountName() {
    Text name = name("serviceAccountName");
    return name == null ? name("serviceAccount") : name;
  }
}
