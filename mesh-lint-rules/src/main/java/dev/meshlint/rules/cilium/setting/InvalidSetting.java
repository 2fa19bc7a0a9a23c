package dev.meshlint.rules.cilium.setting;

import dev.meshlint.core.mesh.CiliumSettings;
import dev.meshlint.core.mesh.CiliumSettings.Source;
import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View;
import dev.meshlint.core.model.cilium.CiliumChart;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.MeshRule;
import dev.meshlint.core.rule.Report;
import dev.meshlint.core.value.NearMiss;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A setting of Cilium that its agent does not understand, or that another one makes void. Names, types and values in the
 * chart's values are told by the schema stage, under the same id.
 */
public final class InvalidSetting extends MeshRule {
  /** Settings that need another one to be on. */
  private static final Map<String, List<String>> NEEDS =
      Map.of(
          "enable-ingress-controller", List.of("enable-l7-proxy"),
          "enable-gateway-api", List.of("enable-l7-proxy"),
          "enable-envoy-config", List.of("enable-l7-proxy"),
          "enable-egress-gateway", List.of("enable-bpf-masquerade", "kube-proxy-replacement"),
          "enable-l2-announcements", List.of("kube-proxy-replacement"),
          "mesh-auth-mutual-enabled", List.of("mesh-auth-enabled"),
          "enable-ipsec-encrypted-overlay", List.of("enable-ipsec"),
          "hubble-drop-events", List.of("enable-hubble"),
          "hubble-redact-enabled", List.of("enable-hubble"));

  private static final String ALLOW = "hubble-redact-http-headers-allow";
  private static final String DENY = "hubble-redact-http-headers-deny";

  public InvalidSetting() {
    super("cilium-invalid-setting");
  }

  @Override
  public void check(Mesh mesh, Findings out) {
    CiliumSettings settings = mesh.cilium().settings();
    List<Source> sources = new ArrayList<>(settings.sources());
    sources.addAll(settings.ofNodes());
    sources.addAll(settings.ofFiles());
    for (Source source : sources) {
      CiliumChart chart = source.chart();
      if (chart != null && chart.isTooOld()) {
        continue;
      }
      source.values().forEach((key, value) -> checkValue(key, value, source, out));
      source.entries().forEach(entry -> checkKey(entry.key(), out));
      NEEDS.forEach((key, needed) -> needed.forEach(one -> checkNeed(key, one, source, out)));
      checkTogether(source, out);
      if (chart != null) {
        View metrics = chart.child("hubble").child("metrics");
        metrics.texts("enabled").forEach(one -> checkValue("hubble-metrics", one, source, out));
      }
    }
  }

  private static void checkValue(String key, Text value, Source source, Findings out) {
    SettingGrammar grammar = SettingKeys.grammar(key);
    if (grammar == null || value.open()) {
      return;
    }
    String written = source.chart() == null ? value.value() : grammar.inCase(value.value());
    if (!grammar.takes(written)) {
      String near = NearMiss.suggestion(written, grammar.values());
      Report report =
          out.report(
                  value,
                  "\"%s\" is no value of \"%s\": allowed is %s"
                      .formatted(value, key, grammar.describe()))
              .as("value");
      if (near != null) {
        report.help("did you mean \"" + near + "\"?");
      }
    }
  }

  private static void checkKey(Text key, Findings out) {
    String successor = SettingKeys.successor(key.value());
    if (successor != null) {
      Report report =
          out.report(key, "current releases no longer read \"%s\": it has no effect".formatted(key))
              .as("removed");
      if (!successor.equals("-")) {
        report.help("use " + successor);
      }
    } else if (!key.open() && !SettingKeys.isKnown(key.value())) {
      String near = NearMiss.nearest(key.value(), SettingKeys.all());
      if (near != null) {
        out.report(key, "Cilium has no setting \"%s\": it has no effect".formatted(key))
            .as("unknown")
            .help("did you mean \"" + near + "\"?");
      }
    }
  }

  private static void checkNeed(String key, String needed, Source source, Findings out) {
    Text value = source.value(key);
    Text other = source.value(needed);
    if (isOn(value) && other != null && Boolean.FALSE.equals(other.flag()) && value != null) {
      out.report(
              value,
              "\"%s\" needs \"%s\", which is off: the agent does not start or leaves it out"
                  .formatted(key, needed))
          .as("needed")
          .related(other, "switches it off");
    }
  }

  private static boolean isOn(@Nullable Text value) {
    return value != null && Boolean.TRUE.equals(value.flag());
  }

  private static void checkTogether(Source source, Findings out) {
    Text name = source.value("cluster-name");
    Text id = source.value("cluster-id");
    if (name != null && name.is("default") && id != null && !id.is("0")) {
      out.report(id, "the cluster name \"default\" goes with id 0 only: the agent does not start")
          .as("needed")
          .related(name, "the name")
          .help("give the cluster a name");
    }
    Text allow = source.value(ALLOW);
    Text deny = source.value(DENY);
    if (allow != null && deny != null && !allow.value().isBlank() && !deny.value().isBlank()) {
      out.report(
              deny,
              "\"%s\" and \"%s\" exclude each other: the agent does not start"
                  .formatted(ALLOW, DENY))
          .as("needed")
          .related(allow, "the other list");
    }
  }
}
