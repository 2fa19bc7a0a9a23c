package dev.meshlint.core.mesh;

import dev.meshlint.core.model.Metadata;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View;
import dev.meshlint.core.model.View.Named;
import dev.meshlint.core.model.istio.IstioValues;
import dev.meshlint.core.model.kubernetes.ChartInstallation;
import dev.meshlint.core.model.kubernetes.ConfigMap;
import dev.meshlint.core.model.kubernetes.Container;
import dev.meshlint.core.model.kubernetes.EnvironmentVariable;
import dev.meshlint.core.model.kubernetes.Namespace;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How much a proxy is told to log. Sources: Istio's reference of resource annotations and of chart values, the options of
 * its {@code pilot-agent}; Linkerd's reference of proxy configuration.
 *
 * @param text the level as written
 * @param annotations the annotations that it stands in, which are nothing without it; null where it stands elsewhere
 */
public record LogLevel(Text text, @Nullable View annotations) {
  private static final Set<String> ANNOTATIONS =
      Set.of(
          "sidecar.istio.io/logLevel",
          "sidecar.istio.io/componentLogLevel",
          "sidecar.istio.io/agentLogLevel",
          "config.linkerd.io/proxy-log-level");

  private static final List<String> OPTIONS =
      List.of("--proxyLogLevel=", "--proxyComponentLogLevel=", "--log_output_level=");

  /** The levels in a mesh that have proxies log everything. */
  public static List<LogLevel> verbose(Mesh mesh) {
    List<LogLevel> levels = new ArrayList<>();
    for (PodMetadata pods : PodMetadata.all(mesh)) {
      addAnnotations(pods.metadata(), levels);
      if (pods.template() != null) {
        pods.template().containers().forEach(container -> addOf(container, levels));
      }
    }
    for (Namespace namespace : mesh.all(Namespace.class)) {
      addAnnotations(namespace.metadata(), levels);
    }
    for (IstioValues values : mesh.configuration().values()) {
      add(values.global().child("proxy").text("logLevel"), levels);
      add(values.global().child("proxy").text("componentLogLevel"), levels);
    }
    for (ConfigMap map : mesh.all(ConfigMap.class)) {
      if (map.resource().name().equals("linkerd-config")) {
        addLinkerd(map.child("data").embedded("values", View::new), levels);
      }
    }
    for (ChartInstallation chart : mesh.charts()) {
      if (chart.name().equals("linkerd-control-plane")) {
        chart.values().forEach(values -> addLinkerd(values, levels));
      } else if (chart.isIstioGateway()) {
        chart.values().forEach(values -> addEntries(values.child("podAnnotations"), levels));
      }
    }
    levels.removeIf(level -> level.text.open() || !isVerbose(level.text.value()));
    return levels;
  }

  private static void addAnnotations(Metadata metadata, List<LogLevel> levels) {
    addEntries(metadata.child("annotations"), levels);
  }

  private static void addEntries(View annotations, List<LogLevel> levels) {
    for (Named<Text> annotation : annotations.entries()) {
      if (ANNOTATIONS.contains(annotation.name())) {
        levels.add(new LogLevel(annotation.value(), annotations));
      }
    }
  }

  private static void addLinkerd(View values, List<LogLevel> levels) {
    add(values.child("proxy").raw("logLevel"), levels);
  }

  private static void addOf(Container container, List<LogLevel> levels) {
    Text name = container.name();
    if (name != null && name.is("istio-proxy")) {
      container.args().forEach(option -> add(option, levels));
    } else if (name != null && name.is("linkerd-proxy")) {
      for (EnvironmentVariable variable : container.env()) {
        Text key = variable.name();
        if (key != null && key.is("LINKERD2_PROXY_LOG")) {
          add(variable.value(), levels);
        }
      }
    }
  }

  private static void add(@Nullable Text level, List<LogLevel> levels) {
    if (level != null) {
      levels.add(new LogLevel(level, null));
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
