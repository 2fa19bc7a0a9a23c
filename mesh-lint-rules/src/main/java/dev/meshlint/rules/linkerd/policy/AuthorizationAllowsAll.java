package dev.meshlint.rules.linkerd.policy;

import dev.meshlint.core.manifest.NamespaceRef;
import dev.meshlint.core.manifest.Resource;
import dev.meshlint.core.mesh.CarriedKeys.Carried;
import dev.meshlint.core.mesh.Carrier;
import dev.meshlint.core.mesh.LinkerdPolicies;
import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.model.Reference;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View;
import dev.meshlint.core.model.linkerd.AuthorizationPolicy;
import dev.meshlint.core.model.linkerd.Network;
import dev.meshlint.core.model.linkerd.NetworkAuthentication;
import dev.meshlint.core.model.linkerd.Server;
import dev.meshlint.core.model.linkerd.ServerAuthorization;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.MeshRule;
import dev.meshlint.core.value.Cidr;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A policy that asks nothing of its clients. */
public final class AuthorizationAllowsAll extends MeshRule {
  private static final String DEFAULT_POLICY = "config.linkerd.io/default-inbound-policy";

  public AuthorizationAllowsAll() {
    super("linkerd-authorization-allows-all");
  }

  @Override
  public void check(Mesh mesh, Findings out) {
    Set<Resource> narrowed = new HashSet<>();
    for (AuthorizationPolicy policy : mesh.all(AuthorizationPolicy.class)) {
      checkPolicy(policy, out);
      addNarrowed(policy, mesh, narrowed);
    }
    for (Text identity : AdmittedClients.identities(mesh)) {
      if (identity.is("*")) {
        out.report(identity, "\"*\" is every client of the mesh").as("identity");
      }
    }
    for (NetworkAuthentication authentication : mesh.all(NetworkAuthentication.class)) {
      if (!narrowed.contains(authentication.resource())) {
        checkNetworks(authentication.networks(), out);
      }
    }
    for (ServerAuthorization authorization : mesh.all(ServerAuthorization.class)) {
      if (Boolean.TRUE.equals(authorization.client().unauthenticated())) {
        checkNetworks(authorization.client().networks(), out);
      }
    }
    checkDefaults(mesh, out);
  }

  private static void checkPolicy(AuthorizationPolicy policy, Findings out) {
    View spec = policy.spec();
    if (spec.has("requiredAuthenticationRefs")
        && !spec.isOpen("requiredAuthenticationRefs")
        && policy.requiredAuthenticationRefs().isEmpty()) {
      out.report(
              spec.at("requiredAuthenticationRefs"),
              "no authentication is asked for: every client may call")
          .as("nothing");
    }
  }

  /** Notes the networks that are asked for beside an identity, or for a route only, as probes need them. */
  private static void addNarrowed(AuthorizationPolicy policy, Mesh mesh, Set<Resource> narrowed) {
    List<Reference> references = policy.requiredAuthenticationRefs();
    Text kind = policy.targetRef().kind();
    boolean route = kind != null && kind.value().toLowerCase(Locale.ROOT).endsWith("route");
    if (references.size() < 2 && !route) {
      return;
    }
    for (Reference reference : references) {
      Text name = reference.name();
      if (name != null && reference.isTo(LinkerdPolicies.GROUP, "NetworkAuthentication", "", "")) {
        Text namespace = reference.namespace();
        NamespaceRef where =
            namespace == null
                ? policy.resource().namespace()
                : NamespaceRef.named(namespace.value());
        mesh.linkerd()
            .policies()
            .find(LinkerdPolicies.GROUP, "NetworkAuthentication", name, where)
            .values()
            .forEach(found -> narrowed.add(found.resource()));
      }
    }
  }

  private static void checkNetworks(List<Network> networks, Findings out) {
    for (Network network : networks) {
      Text cidr = network.cidr();
      Cidr range = cidr == null || cidr.open() ? null : Cidr.parse(cidr.value());
      if (cidr != null && range != null && range.isEverything() && !network.has("except")) {
        out.report(cidr, "\"%s\" is every address: every client may call".formatted(cidr))
            .as("network");
      }
    }
  }

  private static void checkDefaults(Mesh mesh, Findings out) {
    for (Server server : mesh.all(Server.class)) {
      checkOpen(server.accessPolicy(), out);
    }
    for (Carried policy : mesh.annotations().named(DEFAULT_POLICY)) {
      Carrier carrier = policy.carrier();
      if (carrier.isPod() || carrier.kind().equals("Namespace")) {
        checkOpen(policy.entry().value(), out);
      }
    }
  }

  private static void checkOpen(@Nullable Text policy, Findings out) {
    if (policy != null && policy.is("all-unauthenticated")) {
      out.report(policy, "\"all-unauthenticated\" admits every client, in the mesh or not")
          .as("default");
    }
  }
}
