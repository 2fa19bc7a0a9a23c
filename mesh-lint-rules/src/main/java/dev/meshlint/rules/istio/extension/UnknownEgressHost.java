package dev.meshlint.rules.istio.extension;

import dev.meshlint.core.finding.Evidence;
import dev.meshlint.core.fix.Fixes;
import dev.meshlint.core.manifest.Located;
import dev.meshlint.core.manifest.NamespaceRef;
import dev.meshlint.core.manifest.Resource;
import dev.meshlint.core.mesh.Answer.Absent;
import dev.meshlint.core.mesh.Answer.NotFound;
import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.istio.EgressListener;
import dev.meshlint.core.model.istio.Sidecar;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.Report;
import dev.meshlint.core.rule.ResourceRule;

/** A Sidecar imports a host that is none, or not where it looks for it. */
public final class UnknownEgressHost extends ResourceRule<Sidecar> {
  public UnknownEgressHost() {
    super("istio-unknown-egress-host", Sidecar.class);
  }

  @Override
  public void check(Sidecar sidecar, Mesh mesh, Findings out) {
    boolean meshDefault = mesh.policies().isRoot(sidecar) && sidecar.selector().selectsAll();
    NamespaceRef client = meshDefault ? NamespaceRef.OPEN : sidecar.resource().namespace();
    for (EgressListener listener : sidecar.egress()) {
      for (Text host : listener.hosts()) {
        if (mesh.importables().find(host, client) instanceof NotFound<Located> missing) {
          report(host, missing, client, out);
        }
      }
    }
  }

  private static void report(
      Text host, NotFound<Located> missing, NamespaceRef client, Findings out) {
    if (!(missing instanceof Absent<Located> absent)) {
      out.report(host, missing, "\"%s\" is no host in view".formatted(host));
      return;
    }
    String why =
        switch (absent.evidence()) {
          case SAME_OBJECT ->
              absent.nearest() == null
                  ? "%s is not exported to namespace \"%s\"".formatted(title(absent), client)
                  : "%s has a wildcard, which is imported as a whole or not at all"
                      .formatted(title(absent));
          case ELSEWHERE -> "that host is written \"%s\"".formatted(absent.nearest());
          case NEAR_MISS, CLOSED, IN_VIEW -> "no such service exists";
        };
    Report report = out.report(host, absent, "\"%s\" imports nothing: %s".formatted(host, why));
    String nearest = absent.nearest();
    if (nearest != null) {
      String value = host.value();
      boolean sameNamespace = nearest.startsWith(value.substring(0, value.indexOf('/') + 1));
      boolean safe = sameNamespace && absent.evidence() == Evidence.ELSEWHERE;
      report.fix(Fixes.replaceScalar("import \"" + nearest + "\"", safe, host.node(), nearest));
    }
  }

  private static String title(Absent<Located> absent) {
    Resource resource = absent.looked().get(0).resource();
    return resource == null ? "what has it" : resource.title();
  }
}
