package dev.meshlint.core.model.istio;

import dev.meshlint.core.manifest.Located;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View;
import java.util.List;

/** Who asks: all parts must hold. Names may begin or end with {@code *}. */
public final class AuthorizationSource extends View {
  /** Makes the view. */
  public AuthorizationSource(At at) {
    super(at);
  }

  /** Peer identities, {@code trust-domain/ns/NAMESPACE/sa/NAME}. */
  public List<Text> principals() {
    return names("principals");
  }

  /** Peer identities that must not match. */
  public List<Text> notPrincipals() {
    return names("notPrincipals");
  }

  /** Token identities, {@code issuer/subject}. */
  public List<Text> requestPrincipals() {
    return names("requestPrincipals");
  }

  /** Token identities that must not match. */
  public List<Text> notRequestPrincipals() {
    return names("notRequestPrincipals");
  }

  /** Peer namespaces. */
  public List<Text> namespaces() {
    return names("namespaces");
  }

  /** Peer namespaces that must not match. */
  public List<Text> notNamespaces() {
    return names("notNamespaces");
  }

  /** Peer service accounts, {@code name} or {@code namespace/name}. */
  public List<Text> serviceAccounts() {
    return names("serviceAccounts");
  }

  /** Peer service accounts that must not match. */
  public List<Text> notServiceAccounts() {
    return names("notServiceAccounts");
  }

  /** Peer trust domains. */
  public List<Text> trustDomains() {
    return names("trustDomains");
  }

  /** Peer trust domains that must not match. */
  public List<Text> notTrustDomains() {
    return names("notTrustDomains");
  }

  /** Peer addresses. */
  public List<Text> ipBlocks() {
    return names("ipBlocks");
  }

  /** Peer addresses that must not match. */
  public List<Text> notIpBlocks() {
    return names("notIpBlocks");
  }

  /** Client addresses, as proxies report them. */
  public List<Text> remoteIpBlocks() {
    return names("remoteIpBlocks");
  }

  /** Client addresses that must not match. */
  public List<Text> notRemoteIpBlocks() {
    return names("notRemoteIpBlocks");
  }

  /** Whether it asks for a token, which only HTTP requests have. */
  boolean needsHttp() {
    return has("requestPrincipals") || has("notRequestPrincipals");
  }

  void addHttpUses(List<Located> uses) {
    for (String field : List.of("requestPrincipals", "notRequestPrincipals")) {
      if (has(field)) {
        uses.add(key(field));
      }
    }
  }

  /** Whether it asks for something that every connection has: an address or a peer identity. */
  boolean narrowsConnections() {
    for (Named<View> part : map(View::new)) {
      if (!part.name().equals("requestPrincipals") && !part.name().equals("notRequestPrincipals")) {
        return true;
      }
    }
    return false;
  }
}
