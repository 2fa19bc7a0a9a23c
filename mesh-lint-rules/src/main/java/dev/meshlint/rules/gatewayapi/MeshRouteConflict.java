package dev.meshlint.rules.gatewayapi;

import dev.meshlint.core.mesh.Attachment;
import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.mesh.ObjectName;
import dev.meshlint.core.model.gatewayapi.Route;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.MeshRule;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Routes of several kinds are for one port of a Service, and only the strongest kind counts. */
public final class MeshRouteConflict extends MeshRule {
  /** The kinds from the strongest to the weakest (GEP-1426). */
  private static final List<String> KINDS =
      List.of("GRPCRoute", "HTTPRoute", "TLSRoute", "TCPRoute");

  public MeshRouteConflict() {
    super("gateway-api-mesh-route-conflict");
  }

  private record Port(ObjectName service, @Nullable Integer port, String consumer) {
    // By hand: what a record generates is linked at run time, which every run pays for.
    @Override
    public boolean equals(@Nullable Object object) {
      return object instanceof Port other
          && service.equals(other.service)
          && Objects.equals(port, other.port)
          && consumer.equals(other.consumer);
    }

    @Override
    public int hashCode() {
      return 31 * service.hashCode() + Objects.hashCode(port);
    }
  }

  @Override
  public void check(Mesh mesh, Findings out) {
    Map<Port, Attachment> strongest = new HashMap<>();
    List<Attachment> all = mesh.attachments().all();
    for (Attachment attachment : all) {
      if (counts(attachment, mesh)) {
        strongest.merge(
            port(attachment), attachment, (one, other) -> rank(other) < rank(one) ? other : one);
      }
    }
    for (Attachment attachment : all) {
      Attachment winner = counts(attachment, mesh) ? strongest.get(port(attachment)) : null;
      if (winner != null && rank(winner) < rank(attachment)) {
        Route other = winner.route();
        out.report(
                attachment.reference(),
                "%s is for the same port of Service \"%s\": beside a %s this %s is ignored"
                    .formatted(
                        other.resource().title(),
                        attachment.parent().name(),
                        other.resource().kind(),
                        attachment.route().resource().kind()))
            .related(winner.reference(), "the stronger route");
      }
    }
  }

  private static boolean counts(Attachment attachment, Mesh mesh) {
    Route route = attachment.route();
    return attachment.parent().isService()
        && rank(attachment) >= 0
        && route.resource().group().equals(Attachment.GATEWAY_GROUP)
        && !attachment.reference().isOpen("port")
        && !mesh.nearness().isAlternative(route.resource())
        && !mesh.kustomizations().isPatched(route.resource());
  }

  private static Port port(Attachment attachment) {
    ObjectName parent = attachment.parent();
    ObjectName plain =
        new ObjectName(parent.group(), parent.kind(), parent.namespace(), parent.name(), false);
    String consumer = attachment.route().resource().namespace().toString();
    return new Port(plain, attachment.reference().port(), consumer);
  }

  private static int rank(Attachment attachment) {
    return KINDS.indexOf(attachment.route().resource().kind());
  }
}
