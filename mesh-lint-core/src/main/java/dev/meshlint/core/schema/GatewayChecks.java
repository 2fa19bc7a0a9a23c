package dev.meshlint.core.schema;

import dev.meshlint.core.value.GepDuration;
import dev.meshlint.core.value.IpAddress;
import dev.meshlint.core.yaml.YamlNode;
import dev.meshlint.core.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Checks inside objects of the Gateway API (the expressions of its definitions). */
final class GatewayChecks {
  static final Set<String> NAMES =
      Set.of(
          "gateway-parent-refs",
          "gateway-target-refs",
          "gateway-backends",
          "gateway-filters",
          "gateway-matches",
          "gateway-addresses",
          "star-stands-alone",
          "retry-budget-interval",
          "retry-rate-interval");

  private static final Set<String> ONCE =
      Set.of(
          "RequestHeaderModifier",
          "ResponseHeaderModifier",
          "RequestRedirect",
          "URLRewrite",
          "CORS");
  private static final int MAX_MATCHES = 128;

  private GatewayChecks() {}

  static void run(String name, YamlNode node, Scope scope, Problems problems) {
    switch (name) {
      case "gateway-parent-refs" -> references(node, true, scope, problems);
      case "gateway-target-refs" -> references(node, false, scope, problems);
      case "gateway-backends" -> backends(node, scope, problems);
      case "gateway-filters" -> filters(node, scope, problems);
      case "gateway-matches" -> matches(node, problems);
      case "gateway-addresses" -> addresses(node, scope, problems);
      case "star-stands-alone" -> star(node, scope, problems);
      case "retry-budget-interval" -> interval(node, 1, problems);
      case "retry-rate-interval" -> interval(node, 0, problems);
      default -> throw new IllegalArgumentException(name);
    }
  }

  /**
   * Two references to one object need section names or ports that tell them apart: each has one, and no two are equal.
   * Defaults count as written; a namespace that is written out is not the same as none, as in the definitions.
   */
  private static void references(YamlNode node, boolean parents, Scope scope, Problems problems) {
    Map<String, List<YamlNode>> byObject = new HashMap<>();
    for (YamlNode reference : Items.of(node)) {
      String group = part(reference, scope, "group", parents ? "gateway.networking.k8s.io" : "");
      String kind = part(reference, scope, "kind", parents ? "Gateway" : "");
      String name = part(reference, scope, "name", "");
      String namespace = part(reference, scope, "namespace", "");
      if (group == null || kind == null || name == null || namespace == null) {
        return;
      }
      byObject
          .computeIfAbsent(
              group + "\n" + kind + "\n" + name + "\n" + namespace, key -> new ArrayList<>())
          .add(reference);
    }
    for (List<YamlNode> same : byObject.values()) {
      tellApart(same, parents, scope, problems);
    }
  }

  private static void tellApart(
      List<YamlNode> same, boolean ports, Scope scope, Problems problems) {
    if (same.size() < 2) {
      return;
    }
    Set<String> sections = new HashSet<>();
    Set<String> pairs = new HashSet<>();
    int withSection = 0;
    int withPort = 0;
    YamlNode repeated = same.get(1);
    for (YamlNode reference : same) {
      String section = part(reference, scope, "sectionName", "");
      String port = ports ? part(reference, scope, "port", "") : "";
      if (section == null || port == null) {
        return;
      }
      withSection += section.isEmpty() ? 0 : 1;
      withPort += port.isEmpty() ? 0 : 1;
      boolean newPair = pairs.add(section + "\n" + port);
      if (!sections.add(section) || !newPair) {
        repeated = reference;
      }
    }
    int size = same.size();
    boolean sectionsTell = withSection == size && sections.size() == size;
    boolean pairsTell = withSection % size == 0 && withPort % size == 0 && pairs.size() == size;
    if (!sectionsTell && !pairsTell) {
      problems.reportBeside(
          Rules.CONFLICTING_FIELDS,
          null,
          repeated,
          "another reference names the same object: each of them needs its own \"sectionName\""
              + (ports ? " or \"port\"" : ""),
          same.get(repeated == same.get(0) ? 1 : 0),
          "the other reference");
    }
  }

  /** One backend twice in a rule: their weights add up, which nobody reads out of it. Filters may tell them apart. */
  private static void backends(YamlNode node, Scope scope, Problems problems) {
    Map<String, YamlNode> seen = new HashMap<>();
    for (YamlNode backend : Items.of(node)) {
      String group = part(backend, scope, "group", "");
      String kind = part(backend, scope, "kind", "Service");
      String name = part(backend, scope, "name", "");
      String namespace = part(backend, scope, "namespace", "");
      String port = part(backend, scope, "port", "");
      if (group == null
          || kind == null
          || name == null
          || name.isEmpty()
          || namespace == null
          || port == null
          || Items.at(backend, "filters") != null) {
        continue;
      }
      String key = String.join("\n", group, kind, name, namespace, port);
      YamlNode first = seen.putIfAbsent(key, backend);
      if (first != null) {
        problems.reportBeside(
            Rules.CONFLICTING_FIELDS,
            "warning",
            backend,
            Values.quote(name) + " is a backend of this rule already: their weights add up",
            first,
            "the same backend");
      }
    }
  }

  private static @Nullable String part(
      YamlNode reference, Scope scope, String key, String fallback) {
    return Items.at(reference, key) == null ? fallback : Items.text(reference, scope, key);
  }

  private static void filters(YamlNode node, Scope scope, Problems problems) {
    Map<String, YamlNode> seen = new HashMap<>();
    for (YamlNode filter : Items.of(node)) {
      String type = Items.text(filter, scope, "type");
      if (type == null || !ONCE.contains(type)) {
        continue;
      }
      YamlNode first = seen.putIfAbsent(type, filter);
      if (first != null) {
        problems.reportBeside(
            Rules.CONFLICTING_FIELDS,
            null,
            filter,
            "a list of filters takes " + Values.quote(type) + " only once",
            first,
            "first used here");
      }
    }
    YamlNode redirect = seen.get("RequestRedirect");
    YamlNode rewrite = seen.get("URLRewrite");
    if (redirect != null && rewrite != null) {
      boolean later = rewrite.start() > redirect.start();
      problems.reportBeside(
          Rules.CONFLICTING_FIELDS,
          null,
          later ? rewrite : redirect,
          "a request cannot be redirected and rewritten: RequestRedirect and URLRewrite exclude each other",
          later ? redirect : rewrite,
          "the other filter");
    }
  }

  private static void matches(YamlNode node, Problems problems) {
    int matches = 0;
    for (YamlNode rule : Items.of(node)) {
      matches += Items.of(Items.at(rule, "matches")).size();
    }
    if (matches > MAX_MATCHES) {
      problems.report(
          Rules.INVALID_VALUE,
          null,
          node,
          "the rules have "
              + matches
              + " matches together, at most "
              + MAX_MATCHES
              + " are allowed");
    }
  }

  private static void addresses(YamlNode node, Scope scope, Problems problems) {
    Map<String, YamlNode> seen = new HashMap<>();
    for (YamlNode address : Items.of(node)) {
      String type = part(address, scope, "type", "IPAddress");
      YamlNode at = Items.at(address, "value");
      String value = Items.text(address, scope, "value");
      if (type == null || at == null || value == null) {
        continue;
      }
      Format format =
          type.equals("IPAddress")
              ? Format.IP
              : type.equals("Hostname") ? Format.WILDCARD_HOSTNAME : null;
      String problem = format == null ? null : Formats.problem(format, value);
      if (format != null
          && problem != null
          && (format == Format.IP || value.indexOf(':') >= 0 || IpAddress.parse(value) == null)) {
        problems.invalid(
            Rules.INVALID_VALUE,
            null,
            at,
            "an address of type "
                + type
                + " must be "
                + format.says()
                + ", not "
                + Values.quote(value)
                + (problem.isEmpty() ? "" : ": " + problem));
        continue;
      }
      YamlNode first = format == null ? null : seen.putIfAbsent(type + "\n" + value, at);
      if (first != null) {
        problems.reportBeside(
            Rules.CONFLICTING_FIELDS,
            null,
            at,
            "the address " + Values.quote(value) + " is listed twice",
            first,
            "first listed here");
      }
    }
  }

  private static void star(YamlNode node, Scope scope, Problems problems) {
    List<YamlScalar> items = Items.texts(node, scope);
    if (items == null || items.size() < 2) {
      return;
    }
    Set<String> texts = new HashSet<>();
    for (YamlScalar item : items) {
      if (item.text().equals("*") && texts.add("*")) {
        problems.report(
            Rules.CONFLICTING_FIELDS,
            null,
            item,
            "\"*\" means everything and must be the only entry of the list");
      }
    }
  }

  private static void interval(YamlNode node, int leastSeconds, Problems problems) {
    String text = ValuePath.text(node);
    Long nanos = text == null ? null : GepDuration.nanos(text);
    if (text == null || nanos == null) {
      return;
    }
    long least = leastSeconds == 0 ? 1 : TimeUnit.SECONDS.toNanos(leastSeconds);
    if (nanos < least || nanos > TimeUnit.HOURS.toNanos(1)) {
      problems.invalid(
          Rules.INVALID_VALUE,
          null,
          node,
          "\"interval\" must be "
              + (leastSeconds > 0 ? "from 1s to 1h" : "more than 0s and at most 1h")
              + ", not "
              + Values.quote(text));
    }
  }
}
