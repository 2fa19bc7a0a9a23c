package dev.meshlint.rules.istio.injection;

import dev.meshlint.core.fix.Fixes;
import dev.meshlint.core.mesh.Carrier;
import dev.meshlint.core.mesh.Injection;
import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View.Named;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.MeshRule;
import dev.meshlint.core.value.NearMiss;
import dev.meshlint.core.yaml.YamlScalar.Type;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
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
    for (Carrier carrier : mesh.carriers()) {
      if (carrier.kind().equals("Namespace")) {
        check(carrier, ON_NAMESPACES, out);
      } else if (carrier.isPod()) {
        check(carrier, ON_PODS, out);
      }
    }
  }

  private static void check(Carrier carrier, Map<String, List<String>> labels, Findings out) {
    for (Named<Text> entry : carrier.metadata().labels()) {
      if (entry.key().open() || entry.value().open()) {
        continue;
      }
      List<String> values = labels.get(entry.name());
      if (values != null) {
        checkValue(entry, values, out);
      } else {
        checkKey(entry, labels.keySet(), out);
      }
    }
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

  private static void checkKey(Named<Text> entry, Set<String> keys, Findings out) {
    String key = entry.name();
    String meant = WRONG_KEYS.contains(key.toLowerCase(Locale.ROOT)) ? "istio-injection" : null;
    if (meant == null && IstioKeys.label(key) == null) {
      meant = NearMiss.nearest(key, keys);
    }
    if (meant != null && keys.contains(meant)) {
      out.report(entry.key(), "label \"%s\" is none that Istio reads".formatted(key))
          .help("did you mean \"" + meant + "\"?")
          .fix(Fixes.renameKey("write \"" + meant + "\"", false, entry.key().node(), meant));
    }
  }
}
