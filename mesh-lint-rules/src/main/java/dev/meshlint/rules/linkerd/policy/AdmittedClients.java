package dev.meshlint.rules.linkerd.policy;

import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.model.Reference;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.linkerd.AuthorizationPolicy;
import dev.meshlint.core.model.linkerd.MeshTLSAuthentication;
import dev.meshlint.core.model.linkerd.ServerAuthorization;
import java.util.ArrayList;
import java.util.List;

/** Whom the policies of a mesh admit, as they name them. */
final class AdmittedClients {
  private AdmittedClients() {}

  /** References to service accounts and namespaces, and to authentications of other kinds. */
  static List<Reference> references(Mesh mesh) {
    List<Reference> references = new ArrayList<>();
    for (MeshTLSAuthentication authentication : mesh.all(MeshTLSAuthentication.class)) {
      references.addAll(authentication.identityRefs());
    }
    for (AuthorizationPolicy policy : mesh.all(AuthorizationPolicy.class)) {
      references.addAll(policy.requiredAuthenticationRefs());
    }
    return references;
  }

  /** The service accounts of ServerAuthorizations. */
  static List<Reference> accounts(Mesh mesh) {
    List<Reference> accounts = new ArrayList<>();
    for (ServerAuthorization authorization : mesh.all(ServerAuthorization.class)) {
      accounts.addAll(authorization.client().serviceAccounts());
    }
    return accounts;
  }

  /** Identities that are written out. */
  static List<Text> identities(Mesh mesh) {
    List<Text> identities = new ArrayList<>();
    for (MeshTLSAuthentication authentication : mesh.all(MeshTLSAuthentication.class)) {
      identities.addAll(authentication.identities());
    }
    for (ServerAuthorization authorization : mesh.all(ServerAuthorization.class)) {
      identities.addAll(authorization.client().identities());
    }
    return identities;
  }
}
