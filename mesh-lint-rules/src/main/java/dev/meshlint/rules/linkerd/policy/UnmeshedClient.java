package dev.meshlint.rules.linkerd.policy;

import dev.meshlint.core.manifest.Located;
import dev.meshlint.core.manifest.NamespaceRef;
import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.mesh.MeshWorkload;
import dev.meshlint.core.model.Reference;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.MeshRule;
import dev.meshlint.core.rule.Report;
import dev.meshlint.core.value.LinkerdIdentity;

/** A policy admits a service account whose workloads are outside of the mesh: they have no identity to show. */
public final class UnmeshedClient extends MeshRule {
  public UnmeshedClient() {
    super("linkerd-unmeshed-client");
  }

  @Override
  public void check(Mesh mesh, Findings out) {
    AdmittedClients.references(mesh).forEach(one -> checkReference(one, mesh, out));
    AdmittedClients.accounts(mesh).forEach(one -> checkAccount(one, mesh, out));
    AdmittedClients.identities(mesh).forEach(one -> checkIdentity(one, mesh, out));
  }

  private static void checkReference(Reference reference, Mesh mesh, Findings out) {
    if (reference.isTo("", "ServiceAccount", "", "")
        || reference.isTo("core", "ServiceAccount", "", "")) {
      checkAccount(reference, mesh, out);
    }
  }

  private static void checkAccount(Reference reference, Mesh mesh, Findings out) {
    Text name = reference.name();
    Text namespace = reference.namespace();
    if (name != null && !name.open() && (namespace == null || !namespace.open())) {
      NamespaceRef where =
          namespace == null
              ? reference.resource().namespace()
              : NamespaceRef.named(namespace.value());
      check(name, name.value(), where, mesh, out);
    }
  }

  private static void checkIdentity(Text identity, Mesh mesh, Findings out) {
    LinkerdIdentity parsed = identity.open() ? null : LinkerdIdentity.parse(identity.value());
    if (parsed != null) {
      NamespaceRef namespace = NamespaceRef.named(parsed.namespace());
      check(identity, parsed.serviceAccount(), namespace, mesh, out);
    }
  }

  private static void check(
      Text at, String account, NamespaceRef namespace, Mesh mesh, Findings out) {
    MeshWorkload first = null;
    for (MeshWorkload workload : mesh.identities().workloadsOf(account, namespace)) {
      if (!mesh.linkerd().injection().isOutside(workload, at.resource().namespace())) {
        return;
      }
      first = first == null ? workload : first;
    }
    if (first != null) {
      Located why = mesh.linkerd().injection().of(first).by();
      Report report =
          out.report(
                  at,
                  "%s runs as \"%s\" and is not injected: it has no identity, so its calls get 403"
                      .formatted(first.title(), account))
              .related(first, "the client");
      if (why != null) {
        report.related(why, "decides on injection");
      }
    }
  }
}
