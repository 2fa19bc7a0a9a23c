package dev.meshlint.rules.cilium.network;

import dev.meshlint.core.mesh.CiliumReference;
import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.MeshRule;

/** A listener, a configuration of a peer or a secret that is not there. */
public final class UnknownReference extends MeshRule {
  public UnknownReference() {
    super("cilium-unknown-reference");
  }

  @Override
  public void check(Mesh mesh, Findings out) {
    for (CiliumReference broken : mesh.cilium().references().broken()) {
      out.report(broken.place(), broken.why(), message(broken)).as(caseOf(broken.to()));
    }
  }

  private static String caseOf(CiliumReference.To to) {
    return switch (to) {
      case ENVOY_CONFIG, LISTENER, OWN_LISTENER, PEER_CONFIG -> "object";
      case INSTANCE, PEER -> "override";
      case SECRET -> "secret";
    };
  }

  private static String message(CiliumReference broken) {
    String name = broken.name();
    String holder = broken.holder();
    return switch (broken.to()) {
      case ENVOY_CONFIG ->
          "%s \"%s\" does not exist: the traffic reaches no listener".formatted(holder, name);
      case LISTENER ->
          "%s has no listener \"%s\": the traffic does not reach it".formatted(holder, name);
      case OWN_LISTENER ->
          "the configuration has no listener%s: the traffic of the Service is not redirected"
              .formatted(name.isEmpty() ? "" : " \"" + name + "\"");
      case PEER_CONFIG ->
          "%s \"%s\" does not exist: no session with the peer is made".formatted(holder, name);
      case INSTANCE ->
          "no CiliumBGPClusterConfig has an instance \"%s\": nothing is overridden".formatted(name);
      case PEER ->
          "instance \"%s\" has no peer \"%s\": nothing is overridden".formatted(holder, name);
      case SECRET ->
          "Secret \"%s\" does not exist in namespace \"%s\": what needs it does not work"
              .formatted(name, holder);
    };
  }
}
