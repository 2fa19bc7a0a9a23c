package dev.meshlint.core.schema;

import dev.meshlint.core.yaml.YamlMapping;
import dev.meshlint.core.yaml.YamlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Checks of load balancing settings of Istio: weights by locality, sizes of hash tables. */
final class IstioBalancingChecks {
  static final Set<String> NAMES = Set.of("istio-locality-distribute", "istio-maglev-table-size");

  private static final int MAX_TABLE = 5_000_011;

  private IstioBalancingChecks() {}

  static void run(String name, YamlNode node, Scope scope, Problems problems) {
    switch (name) {
      case "istio-locality-distribute" -> distribute(node, scope, problems);
      case "istio-maglev-table-size" -> tableSize(node, problems);
      default -> throw new IllegalArgumentException(name);
    }
  }

  private static void distribute(YamlNode node, Scope scope, Problems problems) {
    List<String> froms = new ArrayList<>();
    for (YamlNode entry : Items.of(Items.at(node, "distribute"))) {
      YamlNode from = Items.at(entry, "from");
      if (Items.at(entry, "to") instanceof YamlMapping to && !to.entries().isEmpty()) {
        sum(to, scope, problems);
        List<String> keys = new ArrayList<>();
        for (YamlMapping.Entry target : to.entries()) {
          overlap(target.key(), keys, scope, problems);
        }
      }
      if (from != null) {
        overlap(from, froms, scope, problems);
      }
    }
  }

  private static void sum(YamlMapping to, Scope scope, Problems problems) {
    double sum = 0;
    for (YamlMapping.Entry target : to.entries()) {
      Double weight =
          scope.isOpen(target.value()) ? null : Numbers.parse(ValuePath.text(target.value()));
      if (weight == null) {
        return;
      }
      sum += weight;
    }
    if (sum != 100) {
      problems.report(
          Rules.INVALID_VALUE,
          null,
          to,
          "the weights add up to " + Numbers.show(sum) + ", not to 100");
    }
  }

  /** Localities of one list may not overlap; a bare star must be the last. */
  private static void overlap(YamlNode node, List<String> earlier, Scope scope, Problems problems) {
    String locality = scope.isOpen(node) ? null : ValuePath.text(node);
    if (locality == null) {
      return;
    }
    for (String other : earlier) {
      if (overlap(locality, other)) {
        problems.report(
            Rules.INVALID_VALUE,
            null,
            node,
            "the locality " + Values.quote(locality) + " overlaps " + Values.quote(other));
        break;
      }
    }
    earlier.add(locality);
  }

  private static boolean overlap(String one, String other) {
    if (other.equals("*")) {
      return true;
    }
    String[] a = one.split("/", -1);
    String[] b = other.split("/", -1);
    for (int i = 0; i < Math.min(a.length, b.length); i++) {
      if (a[i].equals("*") || b[i].equals("*")) {
        return i > 0;
      }
      if (!a[i].equals(b[i])) {
        return false;
      }
    }
    return true;
  }

  private static void tableSize(YamlNode node, Problems problems) {
    Double number = Numbers.parse(ValuePath.text(node));
    if (number == null || number > Integer.MAX_VALUE) {
      return;
    }
    int size = number.intValue();
    if (size < 2 || size >= MAX_TABLE || !isPrime(size)) {
      problems.invalid(
          Rules.INVALID_VALUE,
          null,
          node,
          "\"tableSize\" must be a prime number below 5000011, not " + size);
    }
  }

  private static boolean isPrime(int number) {
    for (int i = 2; (long) i * i <= number; i++) {
      if (number % i == 0) {
        return false;
      }
    }
    return number > 1;
  }
}
