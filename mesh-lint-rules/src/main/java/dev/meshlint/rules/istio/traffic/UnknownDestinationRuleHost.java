package dev.meshlint.rules.istio.traffic;

import dev.meshlint.core.finding.Evidence;
import dev.meshlint.core.fix.Fixes;
import dev.meshlint.core.mesh.Answer.Absent;
import dev.meshlint.core.mesh.Answer.NotFound;
import dev.meshlint.core.mesh.HostName;
import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.mesh.MeshService;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.istio.DestinationRule;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.Report;
import dev.meshlint.core.rule.ResourceRule;

/** A DestinationRule for a host that is no service: its policy never applies. */
public final class UnknownDestinationRuleHost extends ResourceRule<DestinationRule> {
  public UnknownDestinationRuleHost() {
    super("istio-unknown-destination-rule-host", DestinationRule.class);
  }

  @Override
  public void check(DestinationRule rule, Mesh mesh, Findings out) {
    Text host = rule.host();
    if (host == null) {
      return;
    }
    HostName read = mesh.services().read(host, rule.resource().namespace());
    if (read instanceof HostName.Wildcard wildcard) {
      if (!isForAllServices(wildcard)
          && mesh.services().within(wildcard) instanceof NotFound<MeshService> missing) {
        report(host, missing, out);
      }
    } else if (mesh.services().resolve(read, host.value(), rule.resource().namespace())
        instanceof NotFound<MeshService> missing) {
      report(host, missing, out);
    }
  }

  /** There always are some. */
  private static boolean isForAllServices(HostName.Wildcard wildcard) {
    return wildcard.suffix().isEmpty()
        || ".svc.cluster.local".endsWith(wildcard.suffix())
        || wildcard.suffix().startsWith(".svc.");
  }

  private static void report(Text host, NotFound<MeshService> missing, Findings out) {
    if (missing instanceof Absent<MeshService> absent) {
      // A name that exists elsewhere is the mistake of istio-unqualified-host; one that is hidden
      // concerns clients only.
      if (absent.evidence() == Evidence.NEAR_MISS || absent.evidence() == Evidence.CLOSED) {
        Report report =
            out.report(
                host,
                missing,
                "host \"%s\" is no service that exists: the policy never applies".formatted(host));
        String nearest = absent.nearest();
        if (nearest != null && absent.evidence() == Evidence.NEAR_MISS) {
          report.fix(
              Fixes.replaceScalar(
                  "name the host \"" + nearest + "\"", false, host.node(), nearest));
        }
      }
    } else {
      out.report(host, missing, "host \"%s\" is no service in view".formatted(host));
    }
  }
}
