package dev.meshlint.core.mesh;

import dev.meshlint.core.model.Metadata;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View;
import dev.meshlint.core.model.View.Named;
import dev.meshlint.core.model.istio.IstioValues;
import dev.meshlint.core.model.kubernetes.ConfigMap;
import dev.meshlint.core.model.kubernetes.Container;
import dev.meshlint.core.model.kubernetes.EnvironmentVariable;
import dev.meshlint.core.model.kubernetes.Namespace;
import dev.meshlint.core.model.kubernetes.PodTemplate;
import dev.meshlint.core.model.kubernetes.Workload;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How much proxies log. Sources: Istio's reference of resource annotations and of chart values, the options of its
 * {@code pilot-agent}; Linkerd's reference of proxy configuration. Stateless.
 */
public final class LogLevels {
  private static final Set<String> ANNOTATIONS =
      Set.of(
          "sidecar.istio.io/logLevel",
          "sidecar.istio.io/componentLogLevel",
          "sidecar.istio.io/agentLogLevel",
          "config.linkerd.io/proxy-log-level");

  private static final List<String> OPTIONS =
      List.of("--proxyLogLevel=", "--proxyComponentLogLevel=", "--log_output_level=");

  private LogLevels() {}

  /** The texts in a resource that set how much proxies log, as far as they ask for everything. */
  public static List<Text> verbose(View view) {
    List<Text> levels = new ArrayList<>();
    if (view instanceof Workload workload) {
      PodTemplate template = workload.template();
      addAnnotations(template.metadata(), levels);
      for (Container container : template.containers()) {
        addOf(container, levels);
      }
    } else if (view instanceof Namespace namespace) {
      addAnnotations(namespace.metadata(), levels);
    } else if (view instanceof ConfigMap map && map.resource().name().equals("linkerd-config")) {
      View proxy = map.child("data").embedded("values", View::new).child("proxy");
      add(proxy.raw("logLevel"), levels);
    }
    IstioValues values = IstioValues.of(view);
    if (values != null) {
      add(values.global().child("proxy").text("logLevel"), levels);
      add(values.global().child("proxy").text("componentLogLevel"), levels);
    }
    levels.removeIf(level -> level.open() || !isVerbose(level.value()));
    return levels;
  }

  private static void addAnnotations(Metadata metadata, List<Text> levels) {
    for (Named<Text> annotation : metadata.annotations()) {
      if (ANNOTATIONS.contains(annotation.name())) {
        levels.add(annotation.value());
      }
    }
  }

  private static void addOf(Container container, List<Text> levels) {
    Text name = container.name();
    if (name != null && name.is("istio-proxy")) {
      levels.addAll(container.args());
    } else if (name != null && name.is("linkerd-proxy")) {
      for (EnvironmentVariable variable : container.env()) {
        Text key = variable.name();
        if (key != null && key.is("LINKERD2_PROXY_LOG")) {
          add(variable.value(), levels);
        }
      }
    }
  }

  private static void add(@Nullable Text level, List<Text> levels) {
    if (level != null) {
      levels.add(level);
    }
  }

  /** Levels may be given for single parts: {@code warn,linkerd=debug}, {@code misc:error,http:trace}. */
  private static boolean isVerbose(String text) {
    String levels = text;
    for (String option : OPTIONS) {
      levels = levels.startsWith(option) ? levels.substring(option.length()) : levels;
    }
    if (levels.startsWith("-")) {
      return false;
    }
    for (String part : levels.split(",", -1)) {
      int separator = Math.max(part.lastIndexOf('='), part.lastIndexOf(':'));
      String level = part.substring(separator + 1).strip().toLowerCase(Locale.ROOT);
      if (level.equals("debug") || level.equals("trace")) {
        return true;
      }
    }
    return false;
  }
}
