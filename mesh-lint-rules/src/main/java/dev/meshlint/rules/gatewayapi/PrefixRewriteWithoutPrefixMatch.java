package dev.meshlint.rules.gatewayapi;

import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.gatewayapi.BackendReference;
import dev.meshlint.core.model.gatewayapi.HTTPRoute;
import dev.meshlint.core.model.gatewayapi.HttpRouteMatch;
import dev.meshlint.core.model.gatewayapi.HttpRouteRule;
import dev.meshlint.core.model.gatewayapi.PathModifier;
import dev.meshlint.core.model.gatewayapi.RouteFilter;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.ResourceRule;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A filter replaces the matched prefix in a rule that does not match exactly one prefix. */
public final class PrefixRewriteWithoutPrefixMatch extends ResourceRule<HTTPRoute> {
  public PrefixRewriteWithoutPrefixMatch() {
    super("gateway-api-prefix-rewrite-without-prefix-match", HTTPRoute.class);
  }

  @Override
  public void check(HTTPRoute route, Mesh mesh, Findings out) {
    if (mesh.kustomizations().isPatched(route.resource())) {
      return;
    }
    for (HttpRouteRule rule : route.rules()) {
      PathModifier prefix = prefixModifier(rule);
      if (prefix != null && !matchesOnePrefix(rule)) {
        out.report(
                prefix.at("type"),
                "ReplacePrefixMatch needs a rule with exactly one match, of type PathPrefix: the"
                    + " route is refused")
            .related(rule, "the rule");
      }
    }
  }

  private static @Nullable PathModifier prefixModifier(HttpRouteRule rule) {
    List<RouteFilter> filters = new ArrayList<>(rule.filters());
    for (BackendReference backend : rule.backendRefs()) {
      filters.addAll(backend.filters());
    }
    for (RouteFilter filter : filters) {
      for (PathModifier path :
          List.of(filter.requestRedirect().path(), filter.urlRewrite().path())) {
        Text type = path.type();
        if (type != null && type.is("ReplacePrefixMatch")) {
          return path;
        }
      }
    }
    return null;
  }

  /** Without matches, and in a match without path, the prefix {@code /} is filled in. */
  private static boolean matchesOnePrefix(HttpRouteRule rule) {
    if (rule.isOpen("matches") || !rule.has("matches")) {
      return true;
    }
    List<HttpRouteMatch> matches = rule.matches();
    if (matches.size() != 1) {
      return false;
    }
    Text type = matches.get(0).path().type();
    return type == null || type.open() || type.value().equals("PathPrefix");
  }
}
