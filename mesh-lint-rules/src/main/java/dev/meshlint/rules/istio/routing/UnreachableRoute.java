package dev.meshlint.rules.istio.routing;

import dev.meshlint.core.manifest.Located;
import dev.meshlint.core.mesh.MatchCoverage;
import dev.meshlint.core.mesh.MatchIndex;
import dev.meshlint.core.mesh.MergedRoutes;
import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.mesh.ProtocolRoutes;
import dev.meshlint.core.model.View;
import dev.meshlint.core.model.istio.VirtualService;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.MeshRule;
import dev.meshlint.core.yaml.YamlNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/** A route, or one of its matches, that can never be chosen because earlier ones take all that it would. */
public final class UnreachableRoute extends MeshRule {
  public UnreachableRoute() {
    super("istio-unreachable-route");
  }

  @Override
  public void check(Mesh mesh, Findings out) {
    for (VirtualService routes : mesh.all(VirtualService.class)) {
      MatchCoverage coverage = new MatchCoverage(routes.gateways());
      check(routes, ProtocolRoutes.http(coverage), out);
      check(routes, ProtocolRoutes.tls(coverage), out);
      check(routes, ProtocolRoutes.tcp(coverage), out);
    }
    Set<YamlNode> reported = Collections.newSetFromMap(new IdentityHashMap<>());
    for (MergedRoutes.Rival rival : MergedRoutes.rivals(mesh)) {
      if (reported.add(rival.route().node())) {
        out.report(
                rival.route(),
                "%s routes \"%s\" at the same gateway and takes these requests too: the younger of the two gets none"
                    .formatted(rival.other().resource().title(), rival.host()))
            .as("merged")
            .related(rival.other(), "the other VirtualService");
      }
    }
  }

  private static <R extends View, M extends View> void check(
      VirtualService source, ProtocolRoutes<R, M> kind, Findings out) {
    MatchIndex<M> earlier = kind.index().get();
    Located catchAll = null;
    // What takes every request by a condition that always holds.
    Located everything = null;
    for (R route : kind.routes().apply(source)) {
      if (route.isOpen("match")) {
        continue;
      }
      List<M> matches = kind.matches().apply(route);
      if (catchAll != null) {
        unreachable(route, catchAll, out);
      } else if (matches.isEmpty() && everything != null) {
        unreachable(route, everything, out);
      } else if (!matches.isEmpty()) {
        checkMatches(route, matches, earlier, kind, out);
      }
      // What a delegate does not match falls through to later routes.
      if (!kind.passesOn().test(route)) {
        for (M match : matches) {
          earlier.add(match);
          everything = everything == null && kind.takesAll().test(match) ? match : everything;
        }
        catchAll = catchAll == null && matches.isEmpty() ? route : catchAll;
      }
    }
  }

  private static <R extends View, M extends View> void checkMatches(
      R route, List<M> matches, MatchIndex<M> earlier, ProtocolRoutes<R, M> kind, Findings out) {
    MatchIndex<M> own = kind.index().get();
    List<M> hidden = new ArrayList<>();
    List<M> by = new ArrayList<>();
    for (M match : matches) {
      M covering = earlier.covering(match);
      covering = covering == null ? own.covering(match) : covering;
      if (covering != null) {
        hidden.add(match);
        by.add(covering);
      }
      own.add(match);
    }
    if (hidden.size() == matches.size()) {
      unreachable(route, by.get(0), out);
      for (int i = 0; i < hidden.size(); i++) {
        if (!matches.contains(by.get(i)) && kind.covers().test(hidden.get(i), by.get(i))) {
          out.report(hidden.get(i), "the same match as that of an earlier route")
              .as("repeated")
              .related(by.get(i), "the earlier match");
        }
      }
      return;
    }
    for (int i = 0; i < hidden.size(); i++) {
      out.report(hidden.get(i), "an earlier match takes every request that this one would")
          .as("match")
          .related(by.get(i), "the earlier match");
    }
  }

  private static void unreachable(Located route, Located by, Findings out) {
    out.report(route, "this route is never chosen: earlier ones take every request that it would")
        .as("route")
        .related(by, "taken here");
  }
}
