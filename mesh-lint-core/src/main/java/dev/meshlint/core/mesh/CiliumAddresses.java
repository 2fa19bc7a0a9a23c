package dev.meshlint.core.mesh;

import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View;
import dev.meshlint.core.model.cilium.CiliumPodIPPool;
import dev.meshlint.core.model.kubernetes.Service;
import dev.meshlint.core.value.Cidr;
import dev.meshlint.core.value.IpAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Addresses that belong to the cluster, as far as files tell: those of Services that select pods, and the ranges of pods.
 * Sources: Cilium's policy language, "CIDR based"; the reference of its settings. Immutable.
 */
public final class CiliumAddresses {
  private static final String MATCH_MODE = "policy-cidr-match-mode";
  private static final List<String> RANGES =
      List.of("cluster-pool-ipv4-cidr", "cluster-pool-ipv6-cidr");
  private static final List<String> CHART_RANGES =
      List.of("clusterPoolIPv4PodCIDRList", "clusterPoolIPv6PodCIDRList");

  private final Map<String, Service> services = new HashMap<>();
  private final List<Cidr> pods = new ArrayList<>();

  CiliumAddresses(Mesh mesh) {
    for (Service service : mesh.sorted(Service.class)) {
      if (!service.selector().isEmpty()) {
        add(service.clusterIP(), service);
        add(service.spec().name("loadBalancerIP"), service);
        add(service.metadata().annotation("lbipam.cilium.io/ips"), service);
      }
    }
    CiliumSettings settings = mesh.cilium().settings();
    Text mode = settings.value(MATCH_MODE);
    if (mode == null ? !settings.mentions(MATCH_MODE) : !mode.value().contains("pods")) {
      addPods(settings);
      for (CiliumPodIPPool pool : mesh.all(CiliumPodIPPool.class)) {
        pool.ipv4().names("cidrs").forEach(range -> add(range.value()));
        pool.ipv6().names("cidrs").forEach(range -> add(range.value()));
      }
    }
  }

  private void add(@Nullable Text written, Service service) {
    if (written != null && !written.open()) {
      for (String address : written.value().split(",", -1)) {
        if (IpAddress.parse(address.strip()) != null) {
          services.putIfAbsent(address.strip(), service);
        }
      }
    }
  }

  private void addPods(CiliumSettings settings) {
    for (String key : RANGES) {
      Text value = settings.value(key);
      if (value != null) {
        for (String range : value.value().strip().split("[ ,]+")) {
          add(range);
        }
      }
    }
    if (settings.sources().size() == 1 && settings.sources().get(0).chart() != null) {
      View operator = settings.sources().get(0).chart().child("ipam").child("operator");
      for (String key : CHART_RANGES) {
        operator.names(key).forEach(range -> add(range.value()));
        Text single = operator.name(key);
        if (single != null) {
          add(single.value());
        }
      }
    }
  }

  private void add(String written) {
    Cidr range = Cidr.parse(written);
    if (range != null && !range.isEverything()) {
      pods.add(range);
    }
  }

  /** The Service that has an address; null where none in view has it. */
  public @Nullable Service service(String address) {
    return services.get(address);
  }

  /** The ranges of pods; none where the settings let rules on addresses match pods. */
  public List<Cidr> pods() {
    return List.copyOf(pods);
  }
}
