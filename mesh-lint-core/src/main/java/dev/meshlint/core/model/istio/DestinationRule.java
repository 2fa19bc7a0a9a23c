package dev.meshlint.core.model.istio;

import dev.meshlint.core.manifest.Located;
import dev.meshlint.core.model.Reference;
import dev.meshlint.core.model.ResourceView;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View;
import dev.meshlint.core.model.WorkloadSelecting;
import dev.meshlint.core.model.WorkloadSelector;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A DestinationRule of {@code networking.istio.io}. */
public final class DestinationRule extends ResourceView implements WorkloadSelecting {
  // Remembered: many rules ask. Views do not change, so threads may find the same thing twice.
  private @Nullable TrafficPolicy trafficPolicy;
  private @Nullable List<Subset> subsets;

  /** Makes the view. */
  public DestinationRule(At at) {
    super(at);
  }

  /** The host it is for, short or fully qualified, with {@code *} as first label or alone. */
  public @Nullable Text host() {
    return spec().name("host");
  }

  /** The settings for the host. */
  public TrafficPolicy trafficPolicy() {
    TrafficPolicy known = trafficPolicy;
    if (known == null) {
      known = spec().child("trafficPolicy", TrafficPolicy::new);
      trafficPolicy = known;
    }
    return known;
  }

  /** The named parts of the host's endpoints. */
  public List<Subset> subsets() {
    List<Subset> known = subsets;
    if (known == null) {
      known = spec().list("subsets", Subset::new);
      subsets = known;
    }
    return known;
  }

  /**
   * The namespaces that see it: {@code .}, {@code *} or names; empty means the mesh's default,
   * all.
   */
  public List<Text> exportTo() {
    return spec().names("exportTo");
  }

  /** The clients that it is for ({@code workloadSelector.matchLabels}); absent for all. */
  @Override
  public WorkloadSelector selector() {
    return spec().child("workloadSelector").child("matchLabels", WorkloadSelector::new);
  }

  @Override
  public List<Reference> targetRefs() {
    return List.of();
  }

  /** Every {@code trafficPolicy}: that of the host, then those of the subsets. */
  public List<TrafficPolicy> trafficPolicies() {
    List<TrafficPolicy> all = new ArrayList<>();
    if (trafficPolicy().present()) {
      all.add(trafficPolicy());
    }
    for (Subset subset : subsets()) {
      if (subset.trafficPolicy().present()) {
        all.add(subset.trafficPolicy());
      }
    }
    return all;
  }

  /** Whether failing endpoints are left out under a policy of this rule: subsets take from the host what they lack. */
  public boolean ejectsUnder(TrafficPolicy policy) {
    return policy.has("outlierDetection")
        || trafficPolicy().has("outlierDetection")
        || policy.isOpen("outlierDetection");
  }

  /** The first setting that only a proxy that looks at HTTP can apply; null where there is none. */
  public @Nullable Located httpSetting() {
    for (TrafficPolicy policy : trafficPolicies()) {
      List<View> levels = new ArrayList<>();
      levels.add(policy);
      levels.addAll(policy.portLevelSettings());
      for (View level : levels) {
        Located setting = httpSetting(level);
        if (setting != null) {
          return setting;
        }
      }
    }
    return null;
  }

  private static @Nullable Located httpSetting(View level) {
    View hash = level.child("loadBalancer").child("consistentHash");
    if (hash.has("httpHeaderName") || hash.has("httpCookie")) {
      return hash;
    }
    if (level.child("connectionPool").has("http")) {
      return level.child("connectionPool").key("http");
    }
    return level.has("outlierDetection") ? level.key("outlierDetection") : null;
  }

  /** Every {@code tls}, for the host, its subsets and single ports of both. */
  public List<ClientTls> tls() {
    List<ClientTls> all = new ArrayList<>();
    for (TrafficPolicy policy : trafficPolicies()) {
      if (policy.tls().present()) {
        all.add(policy.tls());
      }
      for (PortTrafficPolicy port : policy.portLevelSettings()) {
        if (port.tls().present()) {
          all.add(port.tls());
        }
      }
    }
    return all;
  }
}
