package dev.meshlint.rules.linkerd.injection;

import dev.meshlint.core.fix.Fixes;
import dev.meshlint.core.mesh.CarriedKeys.Carried;
import dev.meshlint.core.mesh.Carrier;
import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View.Named;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.MeshRule;
import dev.meshlint.core.value.NearMiss;
import dev.meshlint.core.yaml.YamlScalar.Type;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The annotation that switches injection is misspelt, in its key or its value: injection is off. */
public final class InjectionTypo extends MeshRule {
  private static final String KEY = LinkerdKeys.INJECT;

  /** What the injector knows; the last is that of a distribution which runs on Windows too. */
  private static final List<String> VALUES = List.of("enabled", "disabled", "ingress", "windows");

  private static final Set<String> YES = Set.of("true", "enable", "yes", "on", "1");
  private static final Set<String> NO = Set.of("false", "disable", "no", "off", "0");

  public InjectionTypo() {
    super("linkerd-injection-typo");
  }

  @Override
  public void check(Mesh mesh, Findings out) {
    for (Carried annotation : mesh.annotations().named(KEY)) {
      Carrier carrier = annotation.carrier();
      if (isKnown(annotation) && (carrier.isPod() || carrier.kind().equals("Namespace"))) {
        checkValue(carrier, annotation.entry().value(), out);
      }
    }
    for (Carried annotation : mesh.annotations().where(InjectionTypo::isMisspelt)) {
      if (isKnown(annotation)) {
        reportKey(annotation.entry(), out);
      }
    }
  }

  private static boolean isKnown(Carried annotation) {
    return !annotation.entry().key().open() && !annotation.entry().value().open();
  }

  private static boolean isMisspelt(String key) {
    return !key.equals(KEY) && LinkerdKeys.isInjectMisspelt(key);
  }

  private static void checkValue(Carrier carrier, Text value, Findings out) {
    String written = value.value();
    if (written.isEmpty() || VALUES.contains(written) || value.node().type() != Type.STRING) {
      return;
    }
    String meant = meant(written);
    String whose = carrier.isPod() ? "these pods" : "all pods of the namespace";
    out.report(
            value,
            "\"%s\" is no value of %s: it switches injection off for %s"
                .formatted(written, KEY, whose))
        .as("value")
        .help(
            meant == null
                ? "write \"enabled\", \"disabled\" or \"ingress\""
                : "did you mean \"" + meant + "\"?")
        .fix(
            meant == null
                ? null
                : Fixes.replaceScalar(
                    "write \"" + meant + "\"", meant.equals("disabled"), value.node(), meant));
  }

  private static @Nullable String meant(String value) {
    String lower = value.strip().toLowerCase(Locale.ROOT);
    if (YES.contains(lower)) {
      return "enabled";
    }
    return NO.contains(lower) ? "disabled" : NearMiss.suggestion(value, VALUES);
  }

  private static void reportKey(Named<Text> entry, Findings out) {
    out.report(
            entry.key(),
            "annotation \"%s\" is none that Linkerd reads: injection is not switched"
                .formatted(entry.name()))
        .as("key")
        .help("did you mean \"" + KEY + "\"?")
        .fix(Fixes.renameKey("write \"" + KEY + "\"", false, entry.key().node(), KEY));
  }
}
