package dev.meshlint.core.schema;

import dev.meshlint.core.value.Cidr;
import dev.meshlint.core.value.IpAddress;
import dev.meshlint.core.yaml.YamlNode;
import dev.meshlint.core.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Checks inside objects of Linkerd (its webhooks); ranges of addresses are shared with Cilium. */
final class LinkerdChecks {
  static final Set<String> NAMES =
      Set.of(
          "network-exceptions",
          "one-address-a-family",
          "linkerd-port",
          "linkerd-status",
          "linkerd-single-rule");

  private LinkerdChecks() {}

  static void run(String name, YamlNode node, Scope scope, Problems problems) {
    switch (name) {
      case "network-exceptions" -> exceptions(node, scope, problems);
      case "one-address-a-family" -> families(node, scope, problems);
      case "linkerd-port" -> port(node, problems);
      case "linkerd-status" -> status(node, problems);
      case "linkerd-single-rule" -> singleRule(node, scope, problems);
      default -> throw new IllegalArgumentException(name);
    }
  }

  /** Each exception must lie inside the range that it is an exception of, and be smaller. */
  private static void exceptions(YamlNode node, Scope scope, Problems problems) {
    String text = Items.text(node, scope, "cidr");
    Cidr range = text == null ? null : Cidr.parseOrAddress(text);
    List<YamlScalar> exceptions = Items.texts(Items.at(node, "except"), scope);
    if (range == null || text == null || exceptions == null) {
      return;
    }
    boolean cilium = scope.resource().group().equals("cilium.io");
    List<Cidr> inside = new ArrayList<>();
    for (YamlScalar item : exceptions) {
      Cidr exception = Cidr.parseOrAddress(item.text());
      if (exception == null) {
        continue;
      }
      boolean equal = exception.contains(range) && range.contains(exception);
      if (equal || exception.contains(range)) {
        problems.invalid(
            Rules.CONFLICTING_FIELDS,
            equal && cilium ? "warning" : null,
            item,
            "the exception "
                + Values.quote(item.text())
                + " covers all of "
                + Values.quote(text)
                + ", so nothing is left");
      } else if (!range.contains(exception)) {
        problems.invalid(
            Rules.CONFLICTING_FIELDS,
            null,
            item,
            "the exception "
                + Values.quote(item.text())
                + " does not lie in "
                + Values.quote(text));
      } else {
        inside.add(exception);
      }
    }
    YamlNode all = Items.at(node, "except");
    if (all != null && range.isCoveredBy(inside)) {
      problems.invalid(
          Rules.CONFLICTING_FIELDS,
          "warning",
          all,
          "the exceptions together cover all of " + Values.quote(text) + ", so nothing is left");
    }
  }

  private static void families(YamlNode node, Scope scope, Problems problems) {
    Map<Integer, YamlNode> seen = new HashMap<>();
    List<YamlNode> items = Items.of(node);
    // more than two are too many already
    for (YamlNode item : items.size() > 2 ? List.<YamlNode>of() : items) {
      String text = Items.text(item, scope, "ip");
      IpAddress address = text == null ? null : IpAddress.parse(text);
      YamlNode first = address == null ? null : seen.putIfAbsent(address.bits(), item);
      if (first != null && text != null) {
        problems.reportBeside(
            Rules.CONFLICTING_FIELDS,
            null,
            item,
            Values.quote(text)
                + " is the second address of its family; one of IPv4 and one of IPv6 are allowed",
            first,
            "the first one");
      }
    }
  }

  /** A number in quotes is the name of a port, and no port has such a name. */
  private static void port(YamlNode node, Problems problems) {
    if (node instanceof YamlScalar scalar
        && scalar.type() == YamlScalar.Type.STRING
        && Numbers.parse(scalar.text()) != null) {
      problems.invalid(
          Rules.WRONG_TYPE,
          null,
          scalar,
          Values.quote(scalar.text())
              + " in quotes is a name, which no port has: the Server is for no port at all",
          "write it without quotes: " + scalar.text(),
          Quoting.unquote(scalar));
    }
  }

  private static void status(YamlNode node, Problems problems) {
    Double number = Numbers.parse(ValuePath.text(node));
    if (number != null && number != 0 && (number < 100 || number > 599)) {
      problems.invalid(
          Rules.INVALID_VALUE,
          null,
          node,
          "a status must be from 100 to 599, not " + ValuePath.text(node));
    }
  }

  /** Routes of a Service or an EgressNetwork are Linkerd's; other parents belong to other controllers. */
  private static void singleRule(YamlNode node, Scope scope, Problems problems) {
    int rules = Items.of(node).size();
    if (rules < 2) {
      return;
    }
    for (YamlNode parent : Items.of(Items.at(scope.resource().node(), "spec", "parentRefs"))) {
      String kind = Items.text(parent, scope, "kind");
      String group = Items.text(parent, scope, "group");
      boolean service = "Service".equals(kind) && ("".equals(group) || "core".equals(group));
      if (service || "EgressNetwork".equals(kind) && "policy.linkerd.io".equals(group)) {
        problems.report(
            Rules.INVALID_VALUE,
            null,
            node,
            "Linkerd takes exactly one rule in a " + scope.resource().kind() + ", not " + rules);
        return;
      }
    }
  }
}
