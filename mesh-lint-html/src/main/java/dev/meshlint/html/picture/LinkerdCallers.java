package dev.meshlint.html.picture;

import dev.meshlint.core.manifest.Located;
import dev.meshlint.core.manifest.NamespaceRef;
import dev.meshlint.core.mesh.LinkerdPolicies;
import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.mesh.MeshWorkload;
import dev.meshlint.core.model.Reference;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View;
import dev.meshlint.core.model.linkerd.AuthorizationPolicy;
import dev.meshlint.core.model.linkerd.MeshTLSAuthentication;
import dev.meshlint.core.model.linkerd.Server;
import dev.meshlint.core.model.linkerd.ServerAuthorization;
import dev.meshlint.core.value.LinkerdIdentity;

/** Whom Linkerd's policies let call a workload. */
final class LinkerdCallers {
  private final CallGraph graph;
  private final Mesh mesh;

  LinkerdCallers(CallGraph graph) {
    this.graph = graph;
    this.mesh = graph.mesh();
  }

  void add(MeshWorkload workload) {
    if (mesh.linkerd().injection().of(workload).isMeshed()) {
      graph.say(workload, "Linkerd: proxy");
    }
    for (Server server : mesh.linkerd().servers().selecting(workload)) {
      graph.about(workload, server.resource());
      Text access = server.accessPolicy();
      if (access != null) {
        graph.say(workload, server.resource().title() + ": " + access.value());
      }
      for (View policy : mesh.linkerd().policies().authorizing(server)) {
        graph.about(workload, policy.resource());
        if (policy instanceof AuthorizationPolicy authorization) {
          add(authorization, workload);
        } else if (policy instanceof ServerAuthorization authorization) {
          add(authorization, workload);
        }
      }
    }
  }

  private void add(AuthorizationPolicy policy, MeshWorkload to) {
    for (Reference reference : policy.requiredAuthenticationRefs()) {
      Text kind = reference.kind();
      Text name = reference.name();
      if (kind == null || name == null || name.open()) {
        continue;
      }
      if (kind.value().equals("ServiceAccount")) {
        addAccount(name.value(), namespaceOf(reference), to, reference);
      } else if (kind.value().equals("MeshTLSAuthentication")) {
        for (Located found :
            mesh.linkerd()
                .policies()
                .find(LinkerdPolicies.GROUP, kind.value(), name, namespaceOf(reference))
                .values()) {
          if (found instanceof MeshTLSAuthentication authentication) {
            add(authentication, to);
          }
        }
      } else {
        graph.say(to, "callers of networks: " + kind.value() + " " + name.value());
      }
    }
  }

  private void add(MeshTLSAuthentication authentication, MeshWorkload to) {
    for (Text identity : authentication.identities()) {
      addIdentity(identity, to);
    }
    for (Reference reference : authentication.identityRefs()) {
      Text kind = reference.kind();
      Text name = reference.name();
      if (kind == null || name == null) {
        continue;
      }
      if (kind.value().equals("Namespace")) {
        graph.allow(NamespaceRef.named(name.value()), to, reference);
      } else {
        addAccount(name.value(), namespaceOf(reference), to, reference);
      }
    }
  }

  private void add(ServerAuthorization authorization, MeshWorkload to) {
    for (Reference account : authorization.client().serviceAccounts()) {
      Text name = account.name();
      if (name != null) {
        addAccount(name.value(), namespaceOf(account), to, account);
      }
    }
    for (Text identity : authorization.client().identities()) {
      addIdentity(identity, to);
    }
    if (Boolean.TRUE.equals(authorization.client().unauthenticated())) {
      graph.say(to, "anyone may call it: " + authorization.resource().title());
    }
  }

  private void addIdentity(Text identity, MeshWorkload to) {
    LinkerdIdentity parsed = LinkerdIdentity.parse(identity.value());
    if (parsed == null || parsed.namespace().equals("*")) {
      graph.say(to, "callers with an identity like " + identity.value());
    } else if (parsed.serviceAccount().equals("*")) {
      graph.allow(NamespaceRef.named(parsed.namespace()), to, identity);
    } else {
      addAccount(parsed.serviceAccount(), NamespaceRef.named(parsed.namespace()), to, identity);
    }
  }

  private void addAccount(String account, NamespaceRef namespace, MeshWorkload to, Located by) {
    graph.allow(mesh.identities().workloadsOf(account, namespace), to, by);
  }

  private static NamespaceRef namespaceOf(Reference reference) {
    Text namespace = reference.namespace();
    return namespace == null
        ? reference.resource().namespace()
        : NamespaceRef.named(namespace.value());
  }
}
