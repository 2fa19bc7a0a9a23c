package dev.meshlint.core.schema;

import dev.meshlint.core.manifest.NamespaceRef;
import dev.meshlint.core.yaml.YamlNode;
import dev.meshlint.core.yaml.YamlScalar;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Checks of Gateway servers and Sidecar listeners of Istio. */
final class IstioListenerChecks {
  static final Set<String> NAMES =
      Set.of(
          "istio-server-port-names",
          "istio-listener-ports",
          "istio-egress-listeners",
          "istio-sidecar-hosts");

  private IstioListenerChecks() {}

  static void run(String name, YamlNode node, Scope scope, Problems problems) {
    switch (name) {
      case "istio-server-port-names" ->
          unique(node, scope, problems, "the port name", "port", "name");
      case "istio-listener-ports" -> unique(node, scope, problems, "the port", "port", "number");
      case "istio-egress-listeners" -> egress(node, scope, problems);
      case "istio-sidecar-hosts" -> hosts(node, scope, problems);
      default -> throw new IllegalArgumentException(name);
    }
  }

  private static void unique(
      YamlNode node, Scope scope, Problems problems, String what, String... path) {
    Map<String, YamlNode> seen = new HashMap<>();
    for (YamlNode item : Items.of(node)) {
      YamlNode value = Items.at(item, path);
      String text = Items.text(item, scope, path);
      if (value == null || text == null || text.isEmpty() || text.equals("0")) {
        continue;
      }
      YamlNode first = seen.putIfAbsent(text, value);
      if (first != null) {
        problems.reportBeside(
            Rules.INVALID_VALUE,
            null,
            value,
            what + " " + Values.quote(text) + " is used twice in the list",
            first,
            "first used here");
      }
    }
  }

  /** A listener without port takes all that is left, so it has to be the last one. */
  private static void egress(YamlNode node, Scope scope, Problems problems) {
    List<YamlNode> listeners = Items.of(node);
    Set<String> sockets = new HashSet<>();
    for (int i = 0; i < listeners.size(); i++) {
      YamlNode listener = listeners.get(i);
      if (Items.at(listener, "port") == null
          && i < listeners.size() - 1
          && !scope.isOpen(listener)) {
        problems.report(
            Rules.CONFLICTING_FIELDS,
            null,
            listener,
            "a listener without \"port\" takes all other traffic and must be the last one");
      }
      String bind = Items.text(listener, scope, "bind");
      YamlNode at = Items.at(listener, "bind");
      if (bind != null && at != null && bind.startsWith("unix://") && !sockets.add(bind)) {
        problems.report(
            Rules.INVALID_VALUE,
            null,
            at,
            "the socket " + Values.quote(bind) + " is used by two listeners");
      }
    }
  }

  private static void hosts(YamlNode node, Scope scope, Problems problems) {
    List<YamlScalar> hosts = Items.texts(node, scope);
    if (hosts == null) {
      return;
    }
    Map<String, String> all = new HashMap<>();
    boolean everything = false;
    for (YamlScalar host : hosts) {
      all.putIfAbsent(qualified(host.text(), scope), host.text());
      everything |= host.text().equals("*/*");
    }
    Set<String> seen = new HashSet<>();
    for (YamlScalar host : hosts) {
      String text = host.text();
      String full = qualified(text, scope);
      int slash = full.indexOf('/');
      if (text.startsWith("~") || slash < 0) {
        continue;
      }
      String whole = all.get(full.substring(0, slash) + "/*");
      String reason =
          !seen.add(full)
              ? "it is listed twice"
              : !text.equals("*/*") && everything
                  ? "\"*/*\" imports everything"
                  : !text.endsWith("/*") && whole != null
                      ? Values.quote(whole) + " imports the whole namespace"
                      : null;
      if (reason != null) {
        problems.report(
            Rules.IGNORED_FIELD,
            null,
            host,
            Values.quote(text) + " has no effect: " + reason,
            null,
            Problems.remove(node, host));
      }
    }
  }

  /**
   * The host with the name of the own namespace in place of {@code .}, where a file tells that name. In the root namespace
   * of a mesh {@code .} is the namespace of each client.
   */
  private static String qualified(String host, Scope scope) {
    NamespaceRef own = scope.resource().namespace();
    boolean client = own.isNamed() && own.name().startsWith("istio");
    return host.startsWith("./") && own.isNamed() && !client
        ? own.name() + host.substring(1)
        : host;
  }
}
