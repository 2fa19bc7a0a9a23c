package dev.meshlint.rules.istio.security;

import dev.meshlint.core.finding.Evidence;
import dev.meshlint.core.manifest.Located;
import dev.meshlint.core.mesh.Answer.Absent;
import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.mesh.MeshService;
import dev.meshlint.core.mesh.ServerSides.Membership;
import dev.meshlint.core.mesh.ServerSides.ServerSide;
import dev.meshlint.core.mesh.TlsSetting;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.istio.ClientTls;
import dev.meshlint.core.model.istio.ClientTlsMode;
import dev.meshlint.core.model.istio.DestinationRule;
import dev.meshlint.core.model.istio.MtlsMode;
import dev.meshlint.core.model.istio.ServiceEntry;
import dev.meshlint.core.model.istio.ServiceLocation;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.Report;
import dev.meshlint.core.rule.ResourceRule;
import java.util.List;

/** What a DestinationRule tells clients to do is not what the servers of its host ask for: calls fail with 503. */
public final class MtlsConflict extends ResourceRule<DestinationRule> {
  public MtlsConflict() {
    super("istio-mtls-conflict", DestinationRule.class);
  }

  @Override
  public void check(DestinationRule rule, Mesh mesh, Findings out) {
    for (TlsSetting setting : TlsSetting.of(rule)) {
      ServerSide refusing = mesh.serverSides().refusing(rule, setting);
      if (refusing != null) {
        report(rule, setting.tls(), refusing, mesh, out);
      }
    }
    checkExternal(rule, mesh, out);
  }

  private static void report(
      DestinationRule rule, ClientTls tls, ServerSide side, Mesh mesh, Findings out) {
    String what =
        side.membership() == Membership.OUTSIDE
            ? "outside"
            : side.mode() == MtlsMode.STRICT ? "strict" : "disabled";
    String why =
        switch (what) {
          case "outside" -> "the servers have no proxy";
          case "strict" -> "the servers take mutual TLS only";
          default -> "the servers take plain text only";
        };
    Located server = side.by();
    Located client = tls.has("mode") ? tls.at("mode") : tls;
    boolean wide = mesh.serverSides().isWide(rule);
    boolean atServer = wide && what.equals("disabled");
    String message =
        "TLS mode %s towards \"%s\", but %s: calls get 503".formatted(tls.mode(), rule.host(), why);
    Located place = atServer ? server : client;
    Report report =
        mesh.serverSides().isCertain(rule, side)
            ? out.report(place, message)
            : out.report(place, new Absent<>(Evidence.IN_VIEW, List.of(), null), message);
    report
        .as(wide ? "wide-" + what : what)
        .related(
            atServer ? client : server, atServer ? "what clients do" : "what the servers ask for");
  }

  private static void checkExternal(DestinationRule rule, Mesh mesh, Findings out) {
    Text host = rule.host();
    ClientTls tls = rule.trafficPolicy().tls();
    if (host == null || tls.mode() != ClientTlsMode.ISTIO_MUTUAL) {
      return;
    }
    for (MeshService service :
        mesh.services().resolve(host, rule.resource().namespace()).values()) {
      ServiceEntry entry = service.entry();
      if (entry != null
          && entry.spec().has("location")
          && entry.location() == ServiceLocation.MESH_EXTERNAL) {
        out.report(
                tls.at("mode"),
                "TLS mode ISTIO_MUTUAL towards \"%s\", which is outside of the mesh: it is unlikely to trust the mesh's certificates"
                    .formatted(host))
            .as("external")
            .related(entry.spec().at("location"), "outside of the mesh");
        return;
      }
    }
  }
}
