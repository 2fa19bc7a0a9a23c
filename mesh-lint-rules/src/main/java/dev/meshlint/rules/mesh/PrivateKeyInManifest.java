package dev.meshlint.rules.mesh;

import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.mesh.PemText;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View;
import dev.meshlint.core.model.istio.JwtRule;
import dev.meshlint.core.model.istio.RequestAuthentication;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.MeshRule;
import dev.meshlint.core.value.Pem;

/** A private key stands readable in the files. */
public final class PrivateKeyInManifest extends MeshRule {
  public PrivateKeyInManifest() {
    super("mesh-private-key-in-manifest");
  }

  @Override
  public void check(Mesh mesh, Findings out) {
    for (PemText text : mesh.certificates().all()) {
      for (Pem.Block block : text.blocks()) {
        if (block.isPrivateKey()
            && block.complete()
            && !block.encrypted()
            && !block.isPlaceholder()) {
          out.report(
              text,
              "\"%s\" holds a private key: whoever reads the files can pose as its owner"
                  .formatted(text.key()));
          break;
        }
      }
    }
    for (RequestAuthentication authentication : mesh.all(RequestAuthentication.class)) {
      for (JwtRule rule : authentication.jwtRules()) {
        Text keys = rule.jwks();
        if (keys != null && holdsPrivateKey(keys.yaml(View::new))) {
          out.report(
                  keys,
                  "\"jwks\" holds a private or symmetric key: whoever reads it can issue tokens")
              .as("token-key");
        }
      }
    }
  }

  /** Private keys have the member d, symmetric ones are nothing else (RFC 7518, section 6). */
  private static boolean holdsPrivateKey(View keySet) {
    for (View key : keySet.list("keys")) {
      if (isPrivate(key)) {
        return true;
      }
    }
    return isPrivate(keySet);
  }

  private static boolean isPrivate(View key) {
    Text type = key.text("kty");
    return type != null && (key.has("d") || (type.is("oct") && key.has("k")));
  }
}
