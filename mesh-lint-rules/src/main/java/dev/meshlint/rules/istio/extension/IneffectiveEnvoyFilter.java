package dev.meshlint.rules.istio.extension;

import dev.meshlint.core.fix.Fixes;
import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View;
import dev.meshlint.core.model.istio.EnvoyFilter;
import dev.meshlint.core.model.istio.EnvoyPatch;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.ResourceRule;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A patch that Istio or Envoy does not carry out as it is written. */
public final class IneffectiveEnvoyFilter extends ResourceRule<EnvoyFilter> {
  private static final Set<String> REPLACEABLE =
      Set.of("NETWORK_FILTER", "HTTP_FILTER", "LISTENER_FILTER", "VIRTUAL_HOST");

  private static final Set<String> NO_EXTENSIONS =
      Set.of(
          "LISTENER",
          "FILTER_CHAIN",
          "ROUTE_CONFIGURATION",
          "VIRTUAL_HOST",
          "HTTP_ROUTE",
          "CLUSTER",
          "BOOTSTRAP");

  private static final Set<String> ADDING =
      Set.of("ADD", "INSERT_FIRST", "INSERT_BEFORE", "INSERT_AFTER", "REPLACE");

  private static final List<String> CONFIGURING =
      List.of("typed_config", "typedConfig", "config_discovery", "configDiscovery");

  private static final Map<String, String> CASES =
      Map.of("REPLACE", "replace", "ADD", "add", "REMOVE", "remove");

  public IneffectiveEnvoyFilter() {
    super("istio-ineffective-envoy-filter", EnvoyFilter.class);
  }

  @Override
  public void check(EnvoyFilter filter, Mesh mesh, Findings out) {
    for (EnvoyPatch patch : filter.configPatches()) {
      Text target = patch.applyTo();
      Text operation = patch.operation();
      if (target != null && operation != null && isSkipped(operation.value(), target.value())) {
        out.report(
                operation,
                "Istio does not carry out %s on %s: the patch has no effect"
                    .formatted(operation, target))
            .as(CASES.getOrDefault(operation.value(), "replace"));
      } else if (target != null && operation != null && !operation.is("REMOVE")) {
        checkValue(patch.value(), target, out);
      }
      checkName(patch.match().listener().filter(), EnvoyNames.NETWORK, out);
      checkName(patch.match().listener().subFilter(), EnvoyNames.HTTP, out);
      checkName(patch.match().listener().listenerFilter(), EnvoyNames.LISTENER, out);
      if (target != null && operation != null && ADDING.contains(operation.value())) {
        checkAdded(patch.value(), target.value(), out);
      }
      patch.types().forEach(type -> checkType(type, out));
    }
  }

  private static void checkName(@Nullable Text name, String kind, Findings out) {
    String current = name == null || name.open() ? null : EnvoyNames.current(name.value(), kind);
    if (name != null && current != null) {
      out.report(
              name,
              "\"%s\" is the name of a filter from before version 3 of Envoy's API: it is \"%s\" today"
                  .formatted(name, current))
          .as("old-name")
          .fix(Fixes.replaceScalar("name it \"" + current + "\"", true, name.node(), current));
    }
  }

  private static void checkType(Text type, Findings out) {
    if (!type.open() && EnvoyNames.isFrozen(type.value())) {
      out.report(
              type,
              "\"%s\" is a type of Envoy's API from before version 3, which proxies no longer know: the patch is refused"
                  .formatted(type))
          .as("frozen");
    }
  }

  /** A filter without a typed configuration cannot be set up. */
  private static void checkAdded(View filter, String target, Findings out) {
    if (target.endsWith("_FILTER") && filter.has("name") && !filter.isOpen("name")) {
      for (String key : CONFIGURING) {
        if (filter.has(key)) {
          return;
        }
      }
      out.report(
              filter,
              "filter \"%s\" has no \"typed_config\": Envoy refuses it"
                  .formatted(filter.text("name")))
          .as("untyped");
    }
  }

  /** Only extensions have a typed_config at the top: Istio drops the fields that a message does not have. */
  private static void checkValue(View value, Text target, Findings out) {
    if (NO_EXTENSIONS.contains(target.value()) && value.has("typed_config")) {
      out.report(
              value.key("typed_config"),
              "\"typed_config\" makes a filter, and %s takes none: it is dropped, and Envoy refuses what is left"
                  .formatted(target))
          .as("value");
    }
  }

  private static boolean isSkipped(String operation, String target) {
    return switch (operation) {
      case "REPLACE" -> !REPLACEABLE.contains(target);
      case "ADD", "REMOVE" -> target.equals("ROUTE_CONFIGURATION");
      default -> false;
    };
  }
}
