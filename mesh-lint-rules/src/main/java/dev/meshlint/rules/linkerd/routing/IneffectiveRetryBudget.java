package dev.meshlint.rules.linkerd.routing;

import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.linkerd.RetryBudget;
import dev.meshlint.core.model.linkerd.ServiceProfile;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.ResourceRule;
import java.time.Duration;

/** A retry budget that is far too large, or that the proxy throws away. */
public final class IneffectiveRetryBudget extends ResourceRule<ServiceProfile> {
  private static final Duration MIN_TTL = Duration.ofSeconds(1);
  private static final Duration MAX_TTL = Duration.ofSeconds(60);
  private static final int MAX_RATIO = 1000;

  public IneffectiveRetryBudget() {
    super("linkerd-ineffective-retry-budget", ServiceProfile.class);
  }

  @Override
  public void check(ServiceProfile profile, Mesh mesh, Findings out) {
    RetryBudget budget = profile.retryBudget();
    Text ratio = budget.retryRatio();
    Double number = ratio == null || ratio.open() ? null : ratio.number();
    if (ratio != null && number != null && number > 1) {
      out.report(
              ratio,
              number > MAX_RATIO
                  ? "the proxy discards a budget with a ratio above 1000: nothing is retried"
                  : "a ratio of %s allows %s retries for every request: a ratio is no percentage"
                      .formatted(ratio, ratio))
          .as("ratio")
          .help("write 0.2 for 20 %");
    }
    Text ttl = budget.ttl();
    Duration time = ttl == null || ttl.open() ? null : ttl.duration();
    if (ttl != null
        && time != null
        && (time.compareTo(MIN_TTL) < 0 || time.compareTo(MAX_TTL) > 0)) {
      out.report(
              ttl,
              "the proxy discards a budget whose ttl is not between 1s and 60s: nothing is retried")
          .as("ttl");
    }
  }
}
