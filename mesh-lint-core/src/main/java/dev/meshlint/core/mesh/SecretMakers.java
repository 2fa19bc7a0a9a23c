package dev.meshlint.core.mesh;

import dev.meshlint.core.manifest.Resource;
import dev.meshlint.core.model.Metadata;
import dev.meshlint.core.model.ResourceView;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View;
import dev.meshlint.core.model.View.Named;
import dev.meshlint.core.model.gatewayapi.Listener;
import dev.meshlint.core.model.kubernetes.Ingress;
import dev.meshlint.core.model.kubernetes.IngressTls;
import java.util.ArrayList;
import java.util.List;

/** What is known of tools that make or copy Secrets. Sources: the documentation of these tools. */
final class SecretMakers {
  /** The annotations of tools that copy Secrets to other namespaces begin with one of these. */
  private static final List<String> COPIERS =
      List.of(
          "reflector.v1.k8s.emberstack.com/",
          "replicator.v1.mittwald.de/",
          "kubed.appscode.com/",
          "config.syncer/");

  /** With one of these cert-manager makes a Certificate for each Secret that an Ingress or Gateway names. */
  private static final List<String> ISSUERS =
      List.of("cert-manager.io/cluster-issuer", "cert-manager.io/issuer", "kubernetes.io/tls-acme");

  private SecretMakers() {}

  /** Whether another tool copies the Secret of a resource to other namespaces. */
  static boolean isCopied(ResourceView maker) {
    return isCopied(maker.metadata())
        || isCopied(maker.spec().child("secretTemplate", Metadata::new))
        || isCopied(maker.spec().child("template").child("metadata", Metadata::new));
  }

  private static boolean isCopied(Metadata metadata) {
    for (Named<Text> annotation : metadata.annotations()) {
      for (String copier : COPIERS) {
        if (annotation.name().startsWith(copier)) {
          return true;
        }
      }
    }
    return false;
  }

  /** The Secrets that cert-manager makes for an Ingress or a Gateway of the Gateway API. */
  static List<Text> issued(ResourceView view) {
    List<Text> names = new ArrayList<>();
    for (String issuer : ISSUERS) {
      if (view.metadata().annotation(issuer) != null) {
        addNames(view, names);
        break;
      }
    }
    return names;
  }

  private static void addNames(View view, List<Text> names) {
    if (view instanceof Ingress ingress) {
      for (IngressTls tls : ingress.tls()) {
        Text name = tls.secretName();
        if (name != null) {
          names.add(name);
        }
      }
    } else if (view instanceof dev.meshlint.core.model.gatewayapi.Gateway gateway) {
      for (Listener listener : gateway.listeners()) {
        for (View reference : listener.tls().list("certificateRefs")) {
          Text name = reference.name("name");
          if (name != null) {
            names.add(name);
          }
        }
      }
    }
  }

  /** Whether a resource of a kind that is not known may make any Secret, by the name of its kind. */
  static boolean mayMakeAny(Resource resource) {
    String kind = resource.kind();
    return kind.contains("Secret") || kind.contains("Certificate") || kind.contains("Vault");
  }
}
