package dev.meshlint.core.mesh;

import dev.meshlint.core.model.Metadata;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View;
import dev.meshlint.core.model.View.Named;
import dev.meshlint.core.model.istio.IstioOperator;
import dev.meshlint.core.model.istio.IstioValues;
import dev.meshlint.core.model.kubernetes.ChartInstallation;
import dev.meshlint.core.model.kubernetes.Container;
import dev.meshlint.core.model.kubernetes.PodTemplate;
import dev.meshlint.core.value.Quantity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What somebody writes about the processor time and memory of a proxy: in the values of Istio's charts, in annotations that
 * reach pods, or on a proxy's container. Values that nobody writes are not among them.
 *
 * @param holder the annotations, values or container
 * @param requests what is asked for, by {@code cpu} and {@code memory}
 * @param limits what it may have at most
 */
public record ProxySize(View holder, Map<String, Text> requests, Map<String, Text> limits) {
  /** The sizes that all resources in view write. */
  public static List<ProxySize> all(Mesh mesh) {
    List<ProxySize> all = new ArrayList<>();
    for (IstioValues values : mesh.configuration().values()) {
      add(values.proxyResources(), all);
      add(values.global().child("waypoint").child("resources"), all);
      for (Named<View> gateway : values.map("gateways", View::new)) {
        add(gateway.value().child("resources"), all);
      }
    }
    for (IstioOperator operator : mesh.all(IstioOperator.class)) {
      for (String gateways : List.of("ingressGateways", "egressGateways")) {
        for (View gateway : operator.components().list(gateways)) {
          add(gateway.child("k8s").child("resources"), all);
        }
      }
    }
    for (ChartInstallation chart : mesh.charts()) {
      if (chart.isIstioGateway()) {
        chart.values().forEach(values -> add(values.child("resources"), all));
      }
    }
    for (PodMetadata pods : PodMetadata.all(mesh)) {
      addAnnotated(pods.metadata(), all);
      PodTemplate template = pods.template();
      for (Container container : template == null ? List.<Container>of() : template.containers()) {
        Text name = container.name();
        if (name != null && name.is("istio-proxy")) {
          add(container.resources(), all);
        }
      }
    }
    return all;
  }

  private static void addAnnotated(Metadata pods, List<ProxySize> all) {
    Map<String, Text> requests = new HashMap<>();
    Map<String, Text> limits = new HashMap<>();
    put("cpu", pods.annotation("sidecar.istio.io/proxyCPU"), requests);
    put("memory", pods.annotation("sidecar.istio.io/proxyMemory"), requests);
    put("cpu", pods.annotation("sidecar.istio.io/proxyCPULimit"), limits);
    put("memory", pods.annotation("sidecar.istio.io/proxyMemoryLimit"), limits);
    if (!requests.isEmpty() || !limits.isEmpty()) {
      all.add(new ProxySize(pods, requests, limits));
    }
  }

  private static void add(View resources, List<ProxySize> all) {
    if (resources.present()) {
      Map<String, Text> requests = new HashMap<>();
      Map<String, Text> limits = new HashMap<>();
      for (String what : List.of("cpu", "memory")) {
        put(what, resources.child("requests").text(what), requests);
        put(what, resources.child("limits").text(what), limits);
      }
      all.add(new ProxySize(resources, requests, limits));
    }
  }

  private static void put(String what, @Nullable Text text, Map<String, Text> sizes) {
    if (text != null && !text.open() && Quantity.parse(text.value()) != null) {
      sizes.put(what, text);
    }
  }

  /** How much a request or limit is; null where it is not written. */
  public static @Nullable Quantity amount(@Nullable Text text) {
    return text == null ? null : Quantity.parse(text.value());
  }
}
