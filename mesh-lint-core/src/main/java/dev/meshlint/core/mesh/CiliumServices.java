package dev.meshlint.core.mesh;

import dev.meshlint.core.finding.Evidence;
import dev.meshlint.core.manifest.Located;
import dev.meshlint.core.manifest.Resource;
import dev.meshlint.core.mesh.Answer.Absent;
import dev.meshlint.core.mesh.Answer.Unknown;
import dev.meshlint.core.mesh.Answer.Why;
import dev.meshlint.core.model.LabelSelector;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View;
import dev.meshlint.core.model.gatewayapi.Gateway;
import dev.meshlint.core.model.kubernetes.Ingress;
import dev.meshlint.core.model.kubernetes.Service;
import dev.meshlint.core.value.NearMiss;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The Services that get addresses from Cilium's pools and that it announces: those of type {@code LoadBalancer}, and those
 * that are made for Gateways and Ingresses. Sources: Cilium's documentation, "LoadBalancer IP Address Management" and "L2
 * Announcements". Immutable.
 */
public final class CiliumServices {
  /** The label of a Service's namespace. */
  public static final String NAMESPACE = "io.kubernetes.service.namespace";

  /** The label of a Service's name. */
  public static final String NAME = "io.kubernetes.service.name";

  private final Mesh mesh;
  private final List<Labelled> services = new ArrayList<>();
  private boolean open;

  private record Labelled(Located object, Map<String, String> labels, boolean open) {}

  CiliumServices(Mesh mesh) {
    this.mesh = mesh;
    for (Service service : mesh.all(Service.class)) {
      Text type = service.type();
      if (service.spec().isOpen("type") || mesh.kustomizations().isPatched(service.resource())) {
        open = true;
      } else if ((type != null && type.is("LoadBalancer")) || service.spec().has("externalIPs")) {
        services.add(of(service, service.metadata().labels(), service.resource().name()));
      }
    }
    for (Gateway gateway : mesh.all(Gateway.class)) {
      open |= mesh.kustomizations().isPatched(gateway.resource());
      services.add(
          of(
              gateway,
              gateway.infrastructure().labels(),
              "cilium-gateway-" + gateway.resource().name()));
    }
    for (Ingress ingress : mesh.all(Ingress.class)) {
      open |= mesh.cilium().proxies().serves(ingress);
    }
  }

  private Labelled of(View object, List<View.Named<Text>> written, String name) {
    Map<String, String> labels = new LinkedHashMap<>();
    boolean unknown = !object.resource().namespace().isNamed();
    for (View.Named<Text> label : written) {
      unknown |= label.value().open();
      labels.put(label.name(), label.value().value());
    }
    Resource resource = object.resource();
    mesh.kustomizations()
        .addedLabels(resource)
        .forEach((key, values) -> labels.put(key, values.iterator().next()));
    if (object instanceof Gateway) {
      labels.put("gateway.networking.k8s.io/gateway-name", resource.name());
      labels.put("io.cilium.gateway/owning-gateway", resource.name());
    }
    labels.put(NAMESPACE, resource.namespace().name());
    labels.put(NAME, name);
    return new Labelled(object, labels, unknown);
  }

  /**
   * The Services that a selector selects.
   *
   * @return absent where others are in view and nothing else makes any, or where the world is closed
   */
  public Answer<Located> select(LabelSelector selector) {
    dev.meshlint.core.value.LabelSelector known = selector.known();
    if (known == null) {
      return new Unknown<>(Why.PLACEHOLDER);
    }
    List<Located> selected = new ArrayList<>();
    boolean maybe = open;
    for (Labelled service : services) {
      if (known.matches(service.labels())) {
        selected.add(service.object());
      }
      maybe |= service.open();
    }
    if (!selected.isEmpty()) {
      return new Answer.Found<>(selected);
    }
    if (mesh.settings().world() == World.CLOSED && !maybe) {
      return new Absent<>(Evidence.CLOSED, looked(), nearest(known));
    }
    return maybe || services.isEmpty() || mesh.objects().mayBeMade()
        ? new Unknown<>(Why.NAMESPACE_OPEN)
        : new Absent<>(Evidence.IN_VIEW, looked(), nearest(known));
  }

  private List<Located> looked() {
    return services.size() == 1 ? List.of(services.get(0).object()) : List.of();
  }

  /** The value of a label that a selector plainly means, with its key; null if none is near. */
  private @Nullable String nearest(dev.meshlint.core.value.LabelSelector selector) {
    for (Map.Entry<String, String> wanted : selector.labels().entrySet()) {
      Set<String> values = new TreeSet<>();
      for (Labelled service : services) {
        String value = service.labels().get(wanted.getKey());
        if (value != null) {
          values.add(value);
        }
      }
      String near =
          values.contains(wanted.getValue()) ? null : NearMiss.nearest(wanted.getValue(), values);
      if (near != null) {
        return wanted.getKey() + ": " + near;
      }
    }
    return null;
  }
}
