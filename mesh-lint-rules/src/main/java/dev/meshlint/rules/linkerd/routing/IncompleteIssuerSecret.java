package dev.meshlint.rules.linkerd.routing;

import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.kubernetes.Secret;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.ResourceRule;
import java.util.ArrayList;
import java.util.List;

/** The Secret of Linkerd's identity issuer without a key that its scheme needs. */
public final class IncompleteIssuerSecret extends ResourceRule<Secret> {
  private static final List<String> LINKERD = List.of("crt.pem", "key.pem");
  private static final List<String> KUBERNETES = List.of("tls.crt", "tls.key", "ca.crt");

  public IncompleteIssuerSecret() {
    super("linkerd-incomplete-issuer-secret", Secret.class);
  }

  @Override
  public void check(Secret secret, Mesh mesh, Findings out) {
    if (!secret.resource().name().equals("linkerd-identity-issuer")
        || secret.values().isEmpty()
        || mesh.kustomizations().isPatched(secret.resource())) {
      return;
    }
    Text type = secret.type();
    boolean tls = type == null ? has(secret, "tls.crt") : type.is("kubernetes.io/tls");
    List<String> missing = new ArrayList<>();
    for (String key : tls ? KUBERNETES : LINKERD) {
      if (!has(secret, key)) {
        missing.add(key);
      }
    }
    if (!missing.isEmpty()) {
      out.report(
          secret.at(secret.has("data") ? "data" : "stringData"),
          "the issuer's Secret lacks \"%s\": the control plane does not start"
              .formatted(String.join("\", \"", missing)));
    }
  }

  private static boolean has(Secret secret, String key) {
    return secret.value(key) != null;
  }
}
