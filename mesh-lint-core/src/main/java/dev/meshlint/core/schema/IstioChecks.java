package dev.meshlint.core.schema;

import dev.meshlint.core.value.Hosts;
import dev.meshlint.core.value.IpAddress;
import dev.meshlint.core.yaml.YamlNode;
import dev.meshlint.core.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks of routes and policies of Istio (istiod's validation of VirtualService and DestinationRule). */
final class IstioChecks {
  static final Set<String> NAMES =
      Set.of(
          "istio-export-to",
          "istio-hosts-overlap",
          "istio-weights",
          "istio-fault-percentage",
          "istio-redirect-code",
          "istio-sni-host",
          "istio-config-map-credential",
          "istio-single-item",
          "istio-repeated-items");

  private IstioChecks() {}

  static void run(String name, YamlNode node, Scope scope, Problems problems) {
    switch (name) {
      case "istio-export-to" -> exportTo(node, scope, problems);
      case "istio-hosts-overlap" -> hostsOverlap(node, scope, problems);
      case "istio-weights" -> weights(node, scope, problems);
      case "istio-fault-percentage" -> percentage(node, problems);
      case "istio-redirect-code" -> redirectCode(node, problems);
      case "istio-sni-host" -> sniHost(node, scope, problems);
      case "istio-config-map-credential" -> configMap(node, scope, problems);
      case "istio-single-item" -> singleItem(node, problems);
      case "istio-repeated-items" -> repeatedItems(node, problems);
      default -> throw new IllegalArgumentException(name);
    }
  }

  private static void exportTo(YamlNode node, Scope scope, Problems problems) {
    List<YamlScalar> entries = Items.texts(node, scope);
    if (entries == null) {
      return;
    }
    boolean entry = scope.resource().kind().equals("ServiceEntry");
    boolean named = scope.resource().namespace().isNamed();
    String own = scope.resource().namespace().name();
    Set<String> seen = new HashSet<>();
    for (YamlScalar item : entries) {
      String text = item.text();
      String namespace = named && text.equals(".") ? own : text;
      if (!seen.add(namespace)) {
        problems.invalid(
            Rules.INVALID_VALUE, null, item, "\"exportTo\" names " + Values.quote(text) + " twice");
      } else if (text.equals("*") && entries.size() > 1) {
        problems.invalid(
            Rules.CONFLICTING_FIELDS,
            null,
            item,
            "\"*\" in \"exportTo\" means every namespace and must stand alone");
      } else if (text.equals("~") && (!entry || entries.size() > 1)) {
        problems.invalid(
            Rules.INVALID_VALUE,
            null,
            item,
            entry
                ? "\"~\" in \"exportTo\" means no namespace and must stand alone"
                : "\"~\" in \"exportTo\" is for ServiceEntry only");
      }
    }
  }

  private static void hostsOverlap(YamlNode node, Scope scope, Problems problems) {
    List<YamlScalar> hosts = Items.texts(node, scope);
    if (hosts == null) {
      return;
    }
    Set<String> seen = new HashSet<>();
    List<YamlScalar> wildcards = new ArrayList<>();
    for (YamlScalar host : hosts) {
      if (host.text().startsWith("*")) {
        wildcards.add(host);
      }
    }
    for (YamlScalar host : hosts) {
      if (!seen.add(host.text())) {
        problems.report(
            Rules.INVALID_VALUE,
            null,
            host,
            "the host " + Values.quote(host.text()) + " is listed twice");
        continue;
      }
      for (YamlScalar wildcard : wildcards) {
        if (wildcard != host
            && !wildcard.text().equals(host.text())
            && Hosts.isSubsetOf(host.text(), wildcard.text())) {
          YamlScalar later = wildcard.start() > host.start() ? wildcard : host;
          problems.reportBeside(
              Rules.INVALID_VALUE,
              null,
              later,
              Values.quote(wildcard.text())
                  + " covers "
                  + Values.quote(host.text())
                  + " in the same list",
              later == wildcard ? host : wildcard,
              "the other host");
          return;
        }
      }
    }
  }

  private static void weights(YamlNode node, Scope scope, Problems problems) {
    List<YamlNode> routes = Items.of(node);
    if (routes.size() < 2) {
      return;
    }
    double sum = 0;
    for (YamlNode route : routes) {
      YamlNode weight = Items.at(route, "weight");
      if (weight == null) {
        continue;
      }
      Double number = Numbers.parse(Items.text(route, scope, "weight"));
      if (number == null) {
        return;
      }
      sum += number;
    }
    if (sum == 0) {
      problems.report(
          Rules.INVALID_VALUE,
          null,
          node,
          "the weights of these "
              + routes.size()
              + " destinations add up to 0, so none gets traffic");
    }
  }

  private static void percentage(YamlNode node, Problems problems) {
    Double number = Numbers.parse(ValuePath.text(node));
    if (number != null && number != 0 && (number < 0.0001 || number > 100)) {
      problems.invalid(
          Rules.INVALID_VALUE,
          null,
          node,
          "\"value\" must be 0 or from 0.0001 to 100, not " + ValuePath.text(node));
    }
  }

  private static void redirectCode(YamlNode node, Problems problems) {
    Double number = Numbers.parse(ValuePath.text(node));
    if (number != null && number != 0 && (number < 300 || number > 399)) {
      problems.invalid(
          Rules.INVALID_VALUE,
          null,
          node,
          "\"redirectCode\" must be from 300 to 399, not " + ValuePath.text(node));
    }
  }

  private static void sniHost(YamlNode node, Scope scope, Problems problems) {
    String sni = ValuePath.text(node);
    List<YamlScalar> hosts = Items.texts(Items.at(scope.resource().node(), "spec", "hosts"), scope);
    if (sni == null || hosts == null || hosts.isEmpty() || scope.isOpen(node)) {
      return;
    }
    if (IpAddress.parse(sni) != null) {
      problems.report(
          Rules.IGNORED_FIELD,
          null,
          node,
          Values.quote(sni)
              + " is an IP address: clients send no address as SNI, so it never matches");
      return;
    }
    for (YamlScalar host : hosts) {
      if (host.text().equals(sni) || Hosts.isSubsetOf(sni, host.text())) {
        return;
      }
    }
    problems.invalid(
        Rules.INVALID_VALUE,
        null,
        node,
        "the SNI host " + Values.quote(sni) + " is not one of the \"hosts\" of the VirtualService");
  }

  private static void configMap(YamlNode node, Scope scope, Problems problems) {
    String text = ValuePath.text(node);
    if (text == null || !text.startsWith("configmap://") || scope.isOpen(node)) {
      return;
    }
    String rest = text.substring("configmap://".length());
    int slash = rest.indexOf('/');
    String own = scope.resource().namespace().name();
    @Nullable String problem = null;
    if (slash <= 0 || slash == rest.length() - 1 || slash != rest.lastIndexOf('/')) {
      problem =
          "\"credentialName\" must be \"configmap://namespace/name\", not " + Values.quote(text);
    } else if (scope.resource().namespace().isNamed() && !rest.substring(0, slash).equals(own)) {
      problem =
          "the ConfigMap of \"credentialName\" must be in the namespace "
              + Values.quote(own)
              + " of the DestinationRule itself";
    }
    if (problem != null) {
      problems.invalid(Rules.INVALID_VALUE, null, node, problem);
    }
  }

  private static void singleItem(YamlNode node, Problems problems) {
    List<YamlNode> items = Items.of(node);
    if (items.size() > 1) {
      problems.report(
          Rules.IGNORED_FIELD,
          null,
          items.get(1),
          "only the first entry of this list is used",
          null,
          Problems.remove(node, items.get(1)));
    }
  }

  private static void repeatedItems(YamlNode node, Problems problems) {
    Set<String> seen = new HashSet<>();
    for (YamlNode item : Items.of(node)) {
      String text = ValuePath.text(item);
      if (text != null && !seen.add(text)) {
        problems.report(
            Rules.IGNORED_FIELD,
            null,
            item,
            Values.quote(text) + " is listed twice",
            null,
            Problems.remove(node, item));
      }
    }
  }
}
