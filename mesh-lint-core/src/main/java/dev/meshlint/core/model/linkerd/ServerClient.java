package dev.meshlint.core.model.linkerd;

import dev.meshlint.core.model.Reference;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who may call a Server. */
public final class ServerClient extends View {
  /** Makes the view. */
  public ServerClient(At at) {
    super(at);
  }

  /** From where; absent means the cluster's networks. */
  public List<Network> networks() {
    return list("networks", Network::new);
  }

  /** Whether anybody may call. */
  public @Nullable Boolean unauthenticated() {
    return flag("unauthenticated");
  }

  /** Whether any client with TLS may call ({@code meshTLS.unauthenticatedTLS}). */
  public @Nullable Boolean unauthenticatedTls() {
    return child("meshTLS").flag("unauthenticatedTLS");
  }

  /** The identities that may call ({@code meshTLS.identities}). */
  public List<Text> identities() {
    return child("meshTLS").names("identities");
  }

  /** The service accounts that may call ({@code meshTLS.serviceAccounts}): name and namespace. */
  public List<Reference> serviceAccounts() {
    return child("meshTLS").list("serviceAccounts", Reference::new);
  }
}
