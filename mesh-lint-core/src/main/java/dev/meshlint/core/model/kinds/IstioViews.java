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
    return switch (kind) {
      case "VirtualService" -> new VirtualService(at);
      case "DestinationRule" -> new DestinationRule(at);
      case "Gateway" -> new Gateway(at);
      case "ServiceEntry" -> new ServiceEntry(at);
      case "Sidecar" -> new Sidecar(at);
      case "WorkloadEntry" -> new WorkloadEntry(at);
      case "WorkloadGroup" -> new WorkloadGroup(at);
      case "EnvoyFilter" -> new EnvoyFilter(at);
      case "ProxyConfig" -> new ProxyConfig(at);
      case "PeerAuthentication" -> new PeerAuthentication(at);
      case "RequestAuthentication" -> new RequestAuthentication(at);
      case "AuthorizationPolicy" -> new AuthorizationPolicy(at);
      case "Telemetry" -> new Telemetry(at);
      case "WasmPlugin" -> new WasmPlugin(at);
      case "TrafficExtension" -> new TrafficExtension(at);
      case "IstioOperator" -> new IstioOperator(at);
      case "Istio", "IstioRevision" -> new Istio(at);
      default -> null;
    };
  }
}
