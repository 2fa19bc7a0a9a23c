package dev.meshlint.rules.istio.routing;

import dev.meshlint.core.finding.Evidence;
import dev.meshlint.core.fix.Fix;
import dev.meshlint.core.fix.Fixes;
import dev.meshlint.core.manifest.Located;
import dev.meshlint.core.manifest.NamespaceRef;
import dev.meshlint.core.manifest.NamespaceRef.Same;
import dev.meshlint.core.mesh.Answer;
import dev.meshlint.core.mesh.Answer.Absent;
import dev.meshlint.core.mesh.Answer.NotFound;
import dev.meshlint.core.mesh.DelegateMatches;
import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.istio.Delegate;
import dev.meshlint.core.model.istio.HttpRoute;
import dev.meshlint.core.model.istio.VirtualService;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.Report;
import dev.meshlint.core.rule.ResourceRule;
import dev.meshlint.core.value.NamespacedHost;
import dev.meshlint.core.yaml.YamlMapping;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A route delegates to a VirtualService that is missing, hidden, or no delegate. */
public final class BrokenDelegate extends ResourceRule<VirtualService> {
  public BrokenDelegate() {
    super("istio-broken-delegate", VirtualService.class);
  }

  @Override
  public void check(VirtualService routes, Mesh mesh, Findings out) {
    for (HttpRoute route : routes.http()) {
      Delegate delegate = route.delegate();
      Text name = delegate.name();
      if (!delegate.present() || name == null) {
        continue;
      }
      Answer<VirtualService> answer =
          mesh.virtualServices().delegate(name, delegate.namespace(), routes.resource());
      if (answer instanceof NotFound<VirtualService> missing) {
        Report report =
            out.report(
                name,
                missing,
                "delegate \"%s\" does not exist: its routes are left out".formatted(name));
        if (missing instanceof Absent<VirtualService> absent && absent.nearest() != null) {
          report.fix(fix(delegate, name, absent.nearest(), absent.evidence()));
        }
      } else {
        List<VirtualService> targets = mesh.nearness().nearest(answer.values(), routes.resource());
        if (checkTarget(name, targets, routes, mesh, out) && targets.size() == 1) {
          checkMatches(route, name, targets.get(0), out);
        }
      }
    }
  }

  /** The namespace where the only one of that name is, or the name that was plainly meant. */
  private static @Nullable Fix fix(Delegate delegate, Text name, String meant, Evidence evidence) {
    if (evidence == Evidence.NEAR_MISS) {
      return Fixes.replaceScalar("name the delegate \"" + meant + '"', false, name.node(), meant);
    }
    String namespace = NamespacedHost.parse(meant).namespace();
    return namespace != null && delegate.node() instanceof YamlMapping mapping
        ? Fixes.insertEntry(
            "name the namespace \"" + namespace + '"', true, mapping, "namespace", namespace)
        : null;
  }

  private static void checkMatches(
      HttpRoute route, Text name, VirtualService target, Findings out) {
    for (HttpRoute delegated : target.http()) {
      if (DelegateMatches.contradict(route, delegated)) {
        out.report(
                name,
                "a route of %s only matches what this route does not delegate: it is left out"
                    .formatted(target.resource().title()))
            .related(delegated, "the route that is left out");
      }
    }
  }

  /** Whether one of the targets is a delegate that the route can use. */
  private static boolean checkTarget(
      Text name, List<VirtualService> targets, VirtualService routes, Mesh mesh, Findings out) {
    NamespaceRef root = routes.resource().namespace();
    for (VirtualService target : targets) {
      Located at = target;
      String problem = null;
      if (target.spec().has("hosts")) {
        at = target.spec().key("hosts");
        problem = "has hosts, so it is no delegate";
      } else if (mesh.virtualServices().visibility(target).from(root) == Same.NO) {
        at = target.spec().key("exportTo");
        problem = "is not exported to namespace \"" + root + "\"";
      }
      if (problem == null) {
        return true;
      }
      if (target == targets.get(targets.size() - 1)) {
        out.report(
                name,
                "%s %s: the routes delegated to it are left out"
                    .formatted(target.resource().title(), problem))
            .related(at, "the delegate");
      }
    }
    return false;
  }
}
