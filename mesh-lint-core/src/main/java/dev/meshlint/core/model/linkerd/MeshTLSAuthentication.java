package dev.meshlint.core.model.linkerd;

import dev.meshlint.core.model.Reference;
import dev.meshlint.core.model.ResourceView;
import dev.meshlint.core.model.Text;
import java.util.List;

/** A MeshTLSAuthentication of {@code policy.linkerd.io}: clients by identity. */
public final class MeshTLSAuthentication extends ResourceView {
  /** Makes the view. */
  public MeshTLSAuthentication(At at) {
    super(at);
  }

  /** The identities, with {@code *} as first label or alone. */
  public List<Text> identities() {
    return spec().names("identities");
  }

  /** The ServiceAccounts or Namespaces. */
  public List<Reference> identityRefs() {
    return spec().list("identityRefs", Reference::new);
  }
}
