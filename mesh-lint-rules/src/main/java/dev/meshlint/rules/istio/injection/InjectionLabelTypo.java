package dev.meshlint.rules.istio.injection;

import dev.meshlint.core.fix.Fixes;
import dev.meshlint.core.mesh.CarriedKeys.Carried;
import dev.meshlint.core.mesh.Carrier;
import dev.meshlint.core.mesh.Injection;
import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View.Named;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.MeshRule;
import dev.meshlint.core.value.NearMiss;
import dev.meshlint.core.yaml.YamlScalar.Type;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A label that was meant to switch injection and is misspelt, in its key or its value. */
public final class InjectionLabelTypo extends MeshRule {
  private static final Map<String, List<String>> ON_NAMESPACES =
      Map.of(
          Injection.NAMESPACE_INJECTION, List.of("enabled", "disabled"),
          Injection.DATAPLANE_MODE, List.of("ambient", "none"));

  private static final Map<String, List<String>> ON_PODS =
      Map.of(
          Injection.INJECT, List.of("true", "false"),
          Injection.DATAPLANE_MODE, List.of("ambient", "none"));

  /** What people write for the first and the second value. */
  private static final Set<String> YES = Set.of("true", "enable", "yes", "on", "1");

  private static final Set<String> NO = Set.of("false", "disable", "no", "off", "0");

  /** Spellings of keys that differ in more than a slip. */
  private static final Set<String> WRONG_KEYS =
      Set.of("istio_injection", "istio-inject", "istio.io/injection", "istio.injection");

  public InjectionLabelTypo() {
    super("istio-injection-label-typo");
  }

  @Override
  public void check(Mesh mesh, Findings out) {
    check(mesh, ON_NAMESPACES, carrier -> carrier.kind().equals("Namespace"), out);
    check(mesh, ON_PODS, Carrier::isPod, out);
  }

  private static void check(
      Mesh mesh, Map<String, List<String>> labels, Predicate<Carrier> read, Findings out) {
    labels.forEach(
        (key, values) -> {
          for (Carried label : mesh.labels().named(key)) {
            if (read.test(label.carrier()) && isKnown(label.entry())) {
              checkValue(label.entry(), values, out);
            }
          }
        });
    Map<String, String> misspelt = new HashMap<>();
    for (Carried label : mesh.labels().where(key -> isMisspelt(key, labels.keySet(), misspelt))) {
      if (read.test(label.carrier()) && isKnown(label.entry())) {
        String meant = misspelt.getOrDefault(label.entry().name(), "");
        reportKey(label.entry(), meant, labels.getOrDefault(meant, List.of()), out);
      }
    }
  }

  private static boolean isKnown(Named<Text> entry) {
    return !entry.key().open() && !entry.value().open();
  }

  private static void checkValue(Named<Text> entry, List<String> values, Findings out) {
    Text value = entry.value();
    if (values.contains(value.value()) || value.node().type() != Type.STRING) {
      return;
    }
    String meant = meant(value.value(), values);
    out.report(
            value,
            "label \"%s\" is \"%s\", which Istio does not know: %s"
                .formatted(entry.name(), value, "the label has no effect"))
        .help(
            meant == null
                ? "write \"" + String.join("\" or \"", values) + "\""
                : "did you mean \"" + meant + "\"?")
        .fix(
            meant == null
                ? null
                : Fixes.replaceScalar("write \"" + meant + "\"", true, value.node(), meant));
  }

  private static @Nullable String meant(String value, List<String> values) {
    String lower = value.toLowerCase(Locale.ROOT);
    if (YES.contains(lower)) {
      return values.get(0);
    }
    return NO.contains(lower) ? values.get(1) : NearMiss.suggestion(value, values);
  }

  /** Whether a key was meant to be one of these; if so it is noted which. */
  private static boolean isMisspelt(String key, Set<String> keys, Map<String, String> misspelt) {
    String meant = WRONG_KEYS.contains(key.toLowerCase(Locale.ROOT)) ? "istio-injection" : null;
    if (meant == null && IstioKeys.label(key) == null) {
      meant = NearMiss.nearest(key, keys);
    }
    if (meant == null || !keys.contains(meant) || keys.contains(key)) {
      return false;
    }
    misspelt.put(key, meant);
    return true;
  }

  private static void reportKey(
      Named<Text> entry, String meant, List<String> values, Findings out) {
    // Under its right name, a wrong value would count.
    boolean usable = values.contains(entry.value().value());
    out.report(entry.key(), "label \"%s\" is none that Istio reads".formatted(entry.name()))
        .help("did you mean \"" + meant + "\"?")
        .fix(
            usable
                ? Fixes.renameKey("write \"" + meant + "\"", false, entry.key().node(), meant)
                : null);
  }
}
