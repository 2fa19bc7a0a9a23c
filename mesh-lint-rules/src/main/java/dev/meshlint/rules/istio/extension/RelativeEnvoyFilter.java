package dev.meshlint.rules.istio.extension;

import dev.meshlint.core.manifest.Located;
import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.istio.EnvoyFilter;
import dev.meshlint.core.model.istio.EnvoyPatch;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.MeshRule;
import dev.meshlint.core.rule.Report;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A patch finds its place by a filter that another resource adds, without a priority that makes it come later. */
public final class RelativeEnvoyFilter extends MeshRule {
  private static final Set<String> ADDING =
      Set.of("ADD", "INSERT_FIRST", "INSERT_BEFORE", "INSERT_AFTER");

  /** Filters that istiod puts into the configuration before it looks at any EnvoyFilter, by the last part of their names. */
  private static final Set<String> OF_ISTIOD =
      Set.of(
          "router",
          "cors",
          "fault",
          "grpc_stats",
          "grpc_web",
          "alpn",
          "metadata_exchange",
          "peer_metadata",
          "set_filter_state",
          "connect_authority",
          "rbac",
          "jwt_authn",
          "ext_authz",
          "http_connection_manager",
          "tcp_proxy",
          "sni_cluster",
          "mongo_proxy",
          "mysql_proxy",
          "redis_proxy",
          "tls_inspector",
          "http_inspector",
          "original_dst",
          "proxy_protocol");

  public RelativeEnvoyFilter() {
    super("istio-relative-envoy-filter");
  }

  @Override
  public void check(Mesh mesh, Findings out) {
    List<EnvoyFilter> filters = mesh.all(EnvoyFilter.class);
    Map<String, List<EnvoyPatch>> adding = new HashMap<>();
    for (EnvoyFilter filter : filters) {
      for (EnvoyPatch patch : filter.configPatches()) {
        String added = added(patch);
        if (added != null) {
          adding.computeIfAbsent(added, any -> new ArrayList<>(1)).add(patch);
        }
      }
    }
    for (EnvoyFilter filter : filters) {
      Integer priority = filter.priority();
      if (priority == null ? !filter.spec().isOpen("priority") : priority == 0) {
        check(filter, adding, mesh, out);
      }
    }
  }

  private static void check(
      EnvoyFilter filter, Map<String, List<EnvoyPatch>> adding, Mesh mesh, Findings out) {
    Set<String> own = new HashSet<>();
    for (EnvoyPatch patch : filter.configPatches()) {
      String operation = text(patch.operation());
      Text anchor = anchor(patch);
      if (anchor == null) {
        if (operation.equals("REMOVE") && isOfFilters(patch)) {
          report(patch, "every filter, whoever adds it", out);
        }
      } else if (isRelative(operation) && !anchor.open() && !own.contains(anchor.value())) {
        Located adder = other(filter, adding.getOrDefault(anchor.value(), List.of()), mesh);
        if (adder != null) {
          report(patch, "filter \"" + anchor + "\" of another EnvoyFilter", out)
              .related(adder, "the filter is added here");
        } else if (!OF_ISTIOD.contains(lastPart(anchor.value()))) {
          report(patch, "filter \"" + anchor + "\", which istiod does not always set up", out);
        }
      }
      String added = added(patch);
      if (added != null) {
        own.add(added);
      }
    }
  }

  private static Report report(EnvoyPatch patch, String relativeTo, Findings out) {
    return out.report(
        patch.child("patch").at("operation"),
        "%s is relative to %s, and no priority makes this patch come later: it may have no effect"
            .formatted(patch.operation(), relativeTo));
  }

  private static @Nullable Located other(EnvoyFilter filter, List<EnvoyPatch> adding, Mesh mesh) {
    for (EnvoyPatch patch : adding) {
      if (mesh.nearness().mayMeet(filter.resource(), patch.resource())) {
        return patch;
      }
    }
    return null;
  }

  private static @Nullable String added(EnvoyPatch patch) {
    Text name = patch.value().text("name");
    return name != null
            && !name.open()
            && isOfFilters(patch)
            && ADDING.contains(text(patch.operation()))
        ? name.value()
        : null;
  }

  private static boolean isRelative(String operation) {
    return switch (operation) {
      case "INSERT_BEFORE", "INSERT_AFTER", "REPLACE", "REMOVE" -> true;
      default -> false;
    };
  }

  private static boolean isOfFilters(EnvoyPatch patch) {
    return text(patch.applyTo()).endsWith("_FILTER");
  }

  /** The filter by which the patch finds its place; null where it names none. */
  private static @Nullable Text anchor(EnvoyPatch patch) {
    return switch (text(patch.applyTo())) {
      case "HTTP_FILTER" -> patch.match().listener().subFilter();
      case "NETWORK_FILTER" -> patch.match().listener().filter();
      case "LISTENER_FILTER" -> patch.match().listener().listenerFilter();
      default -> null;
    };
  }

  private static String lastPart(String name) {
    boolean known = name.startsWith("envoy.") || name.startsWith("istio.");
    return known ? name.substring(name.lastIndexOf('.') + 1) : name;
  }

  private static String text(@Nullable Text text) {
    return text == null ? "" : text.value();
  }
}
