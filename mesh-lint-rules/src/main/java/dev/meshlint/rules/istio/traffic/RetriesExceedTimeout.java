package dev.meshlint.rules.istio.traffic;

import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.model.istio.HttpRoute;
import dev.meshlint.core.model.istio.Retries;
import dev.meshlint.core.model.istio.VirtualService;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.ResourceRule;
import java.time.Duration;

/** The retries of a route do not fit into its timeout. */
public final class RetriesExceedTimeout extends ResourceRule<VirtualService> {
  public RetriesExceedTimeout() {
    super("istio-retries-exceed-timeout", VirtualService.class);
  }

  @Override
  public void check(VirtualService routes, Mesh mesh, Findings out) {
    for (HttpRoute route : routes.http()) {
      Retries retries = route.retries();
      Integer attempts = retries.attempts();
      Duration timeout = route.duration("timeout");
      Duration perTry = retries.duration("perTryTimeout");
      if (attempts == null || attempts < 1 || timeout == null) {
        continue;
      }
      Duration backoff = retries.duration("backoff");
      if (backoff != null && backoff.compareTo(timeout) >= 0) {
        out.report(
                retries.at("backoff"),
                "retries wait for %s and more, which does not fit into the timeout of %s: hardly any runs"
                    .formatted(retries.backoff(), route.timeout()))
            .related(route.at("timeout"), "the timeout for all tries together");
        continue;
      }
      if (perTry == null) {
        continue;
      }
      long fitting = timeout.toMillis() / Math.max(1, perTry.toMillis());
      // The first try counts too; one that begins may be cut off, so only what never begins is a
      // mistake.
      if (perTry.multipliedBy(attempts).compareTo(timeout) >= 0) {
        out.report(
                retries.at("perTryTimeout"),
                "%d retries of %s each do not fit into the timeout of %s: at most %d %s to the end"
                    .formatted(
                        attempts,
                        retries.perTryTimeout(),
                        route.timeout(),
                        fitting,
                        fitting == 1 ? "try runs" : "tries run"))
            .related(route.at("timeout"), "the timeout for all tries together");
      }
    }
  }
}
