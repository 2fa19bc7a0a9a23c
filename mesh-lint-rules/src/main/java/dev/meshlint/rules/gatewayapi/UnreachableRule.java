package dev.meshlint.rules.gatewayapi;

import dev.meshlint.core.manifest.Located;
import dev.meshlint.core.manifest.Resource;
import dev.meshlint.core.mesh.Attachment;
import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.mesh.RouteMatches;
import dev.meshlint.core.mesh.RouteMatches.Match;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.gatewayapi.GrpcRouteMatch;
import dev.meshlint.core.model.gatewayapi.HttpRouteMatch;
import dev.meshlint.core.model.gatewayapi.Listener;
import dev.meshlint.core.model.gatewayapi.Route;
import dev.meshlint.core.model.gatewayapi.RouteRule;
import dev.meshlint.core.model.gatewayapi.ValueMatch;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.MeshRule;
import dev.meshlint.core.yaml.YamlNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** A match of a route is the same as an earlier one, or as one of another route, so that it never decides anything. */
public final class UnreachableRule extends MeshRule {
  public UnreachableRule() {
    super("gateway-api-unreachable-rule");
  }

  /**
   * Where matches of several routes meet.
   *
   * @param listener the listener
   * @param kind the kind of the routes
   * @param host the host that both serve
   * @param signature what both match
   */
  private record Meeting(YamlNode listener, String kind, String host, String signature) {}

  private record Taken(Route route, Match match) {}

  @Override
  public void check(Mesh mesh, Findings out) {
    for (Route route : mesh.attachments().routes()) {
      if (!mesh.kustomizations().isPatched(route.resource())) {
        check(route, out);
      }
    }
    Map<Meeting, Taken> first = new HashMap<>();
    Set<YamlNode> told = new HashSet<>();
    List<Attachment> attachments = new ArrayList<>(mesh.attachments().all());
    attachments.sort(Comparator.comparing(one -> one.route().resource().title()));
    for (Attachment attachment : attachments) {
      boolean attached = attachment.outcome() == Attachment.Outcome.ATTACHED;
      if (attached && !mesh.kustomizations().isPatched(attachment.route().resource())) {
        attachment
            .listeners()
            .forEach(one -> meet(attachment.route(), one, first, told, mesh, out));
      }
    }
  }

  private static void check(Route route, Findings out) {
    Map<String, Match> seen = new HashMap<>();
    for (RouteRule rule : route.rules()) {
      for (Match match : RouteMatches.of(rule)) {
        checkHeaders(match.at(), out);
        Match first = seen.putIfAbsent(match.signature(), match);
        if (first != null) {
          out.report(
                  match.at(),
                  "an earlier match of this route is the same: requests never get to this one")
              .related(first.at(), "the earlier match")
              .as("match");
        }
      }
    }
  }

  private static void checkHeaders(Located match, Findings out) {
    List<ValueMatch> headers =
        match instanceof HttpRouteMatch http
            ? http.headers()
            : match instanceof GrpcRouteMatch grpc ? grpc.headers() : List.of();
    Set<String> names = new HashSet<>();
    for (ValueMatch header : headers) {
      Text name = header.name();
      if (name != null && !name.open() && !names.add(name.value().toLowerCase(Locale.ROOT))) {
        out.report(
                name,
                "header \"%s\" is matched before, only the first condition on a header counts"
                    .formatted(name))
            .as("header");
      }
    }
  }

  private static void meet(
      Route route,
      Listener listener,
      Map<Meeting, Taken> first,
      Set<YamlNode> told,
      Mesh mesh,
      Findings out) {
    List<String> hosts = new ArrayList<>();
    route.hostnames().forEach(host -> hosts.add(host.value()));
    for (RouteRule rule : route.rules()) {
      for (Match match : RouteMatches.of(rule)) {
        for (String host : hosts.isEmpty() ? List.of("") : hosts) {
          Meeting meeting =
              new Meeting(listener.node(), route.resource().kind(), host, match.signature());
          Taken taken = first.computeIfAbsent(meeting, any -> new Taken(route, match));
          Resource other = taken.route().resource();
          boolean meets =
              mesh.nearness().mayMeet(other, route.resource())
                  && mesh.nearness().isNear(other, route.resource());
          if (meets && told.add(match.at().node())) {
            out.report(
                    match.at(),
                    "%s matches the same requests: the older of the two routes takes them"
                        .formatted(other.title()))
                .related(taken.match().at(), "the same match")
                .as("route");
          }
        }
      }
    }
  }
}
