package dev.meshlint.core.model.kinds;

import dev.meshlint.core.manifest.Located;
import dev.meshlint.core.model.View;
import dev.meshlint.core.model.istio.AuthorizationPolicy;
import dev.meshlint.core.model.istio.DestinationRule;
import dev.meshlint.core.model.istio.EnvoyFilter;
import dev.meshlint.core.model.istio.Gateway;
import dev.meshlint.core.model.istio.Istio;
import dev.meshlint.core.model.istio.IstioOperator;
import dev.meshlint.core.model.istio.PeerAuthentication;
import dev.meshlint.core.model.istio.ProxyConfig;
import dev.meshlint.core.model.istio.RequestAuthentication;
import dev.meshlint.core.model.istio.ServiceEntry;
import dev.meshlint.core.model.istio.Sidecar;
import dev.meshlint.core.model.istio.Telemetry;
import dev.meshlint.core.model.istio.TrafficExtension;
import dev.meshlint.core.model.istio.VirtualService;
import dev.meshlint.core.model.istio.WasmPlugin;
import dev.meshlint.core.model.istio.WorkloadEntry;
import dev.meshlint.core.model.istio.WorkloadGroup;
import org.jspecify.annotations.Nullable;

/** Views on the kinds of Istio, whose names are unique. */
final class IstioViews {
  private IstioViews() {}

  static @Nullable Located create(String kind, View.At at) {
    switch (kind) {
      case "VirtualService":
        return new VirtualService(at);
      case "DestinationRule":
        return new DestinationRule(at);
      case "Gateway":
        return new Gateway(at);
      case "ServiceEntry":
        return new ServiceEntry(at);
      case "Sidecar":
        return new Sidecar(at);
      case "WorkloadEntry":
        return new WorkloadEntry(at);
      case "WorkloadGroup":
        return new WorkloadGroup(at);
      case "EnvoyFilter":
        return new EnvoyFilter(at);
      case "ProxyConfig":
        return new ProxyConfig(at);
      case "PeerAuthentication":
        return new PeerAuthentication(at);
      case "RequestAuthentication":
        return new RequestAuthentication(at);
      case "AuthorizationPolicy":
        return new AuthorizationPolicy(at);
      case "Telemetry":
        return new Telemetry(at);
      case "WasmPlugin":
        return new WasmPlugin(at);
      case "TrafficExtension":
        return new TrafficExtension(at);
      case "IstioOperator":
        return new IstioOperator(at);
      case "Istio", "IstioRevision":
        return new Istio(at);
      default:
        return null;
    }
  }
}
