package dev.meshlint.rules.linkerd.policy;

import dev.meshlint.core.manifest.Located;
import dev.meshlint.core.manifest.NamespaceRef;
import dev.meshlint.core.manifest.Resource;
import dev.meshlint.core.mesh.Answer.NotFound;
import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.model.Reference;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.linkerd.HTTPLocalRateLimitPolicy;
import dev.meshlint.core.model.linkerd.RateLimitOverride;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.MeshRule;
import dev.meshlint.core.value.LinkerdIdentity;

/** A policy names a service account or namespace that does not exist: it admits nobody by it. */
public final class UnknownIdentity extends MeshRule {
  public UnknownIdentity() {
    super("linkerd-unknown-identity");
  }

  @Override
  public void check(Mesh mesh, Findings out) {
    AdmittedClients.references(mesh).forEach(one -> checkReference(one, mesh, out));
    AdmittedClients.accounts(mesh).forEach(one -> checkAccount(one, mesh, out));
    AdmittedClients.identities(mesh).forEach(one -> checkIdentity(one, mesh, out));
    for (HTTPLocalRateLimitPolicy policy : mesh.all(HTTPLocalRateLimitPolicy.class)) {
      for (RateLimitOverride override : policy.overrides()) {
        override.clientRefs().forEach(reference -> checkReference(reference, mesh, out));
      }
    }
  }

  private static void checkReference(Reference reference, Mesh mesh, Findings out) {
    Text name = reference.name();
    if (isCore(reference, "ServiceAccount")) {
      checkAccount(reference, mesh, out);
    } else if (name != null
        && !name.open()
        && isCore(reference, "Namespace")
        && mesh.namespaces().find(name.value()) instanceof NotFound<Resource> missing) {
      out.report(
              name, missing, "namespace \"%s\" does not exist: nobody is admitted".formatted(name))
          .as("namespace");
    }
  }

  private static boolean isCore(Reference reference, String kind) {
    return reference.isTo("", kind, "", "") || reference.isTo("core", kind, "", "");
  }

  private static void checkAccount(Reference reference, Mesh mesh, Findings out) {
    Text name = reference.name();
    Text namespace = reference.namespace();
    if (name == null || name.open() || (namespace != null && namespace.open())) {
      return;
    }
    NamespaceRef where =
        namespace == null
            ? reference.resource().namespace()
            : NamespaceRef.named(namespace.value());
    if (mesh.identities().account(name.value(), where) instanceof NotFound<Located> missing) {
      out.report(
              name,
              missing,
              "service account \"%s\" does not exist in namespace \"%s\": nobody is admitted"
                  .formatted(name, where))
          .as("account");
    }
  }

  private static void checkIdentity(Text identity, Mesh mesh, Findings out) {
    LinkerdIdentity parsed = identity.open() ? null : LinkerdIdentity.parse(identity.value());
    if (parsed == null || parsed.serviceAccount().contains("*")) {
      return;
    }
    NamespaceRef namespace = NamespaceRef.named(parsed.namespace());
    if (mesh.namespaces().inView(parsed.namespace())
        && mesh.identities().account(parsed.serviceAccount(), namespace)
            instanceof NotFound<Located> missing) {
      out.report(
              identity,
              missing,
              "service account \"%s\" does not exist in namespace \"%s\": no client has this identity"
                  .formatted(parsed.serviceAccount(), namespace))
          .as("identity");
    }
  }
}
