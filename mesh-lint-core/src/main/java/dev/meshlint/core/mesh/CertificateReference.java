package dev.meshlint.core.mesh;

import dev.meshlint.core.manifest.NamespaceRef;
import dev.meshlint.core.model.Reference;
import dev.meshlint.core.model.View;
import dev.meshlint.core.model.gatewayapi.BackendTLSPolicy;
import dev.meshlint.core.model.gatewayapi.Gateway;
import dev.meshlint.core.model.gatewayapi.Listener;
import dev.meshlint.core.model.gatewayapi.ListenerSet;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A certificate that an object of the Gateway API names.
 *
 * @param reference the reference
 * @param target what it names
 * @param authority whether it is a bundle of authorities, by default a ConfigMap; else certificate and key, a Secret
 * @param listener the listener that shows the certificate; null for client certificates and authorities
 */
public record CertificateReference(
    Reference reference, ObjectName target, boolean authority, @Nullable Listener listener) {

  /** The certificates that a Gateway, a ListenerSet or a BackendTLSPolicy names; those with placeholders are left out. */
  public static List<CertificateReference> of(View view) {
    List<CertificateReference> all = new ArrayList<>();
    if (view instanceof Gateway gateway) {
      gateway.listeners().forEach(listener -> addListener(listener, all));
      View tls = gateway.tls();
      Reference client = tls.child("backend").child("clientCertificateRef", Reference::new);
      if (client.present()) {
        add(client, false, null, all);
      }
      View frontend = tls.child("frontend");
      addAuthorities(frontend.child("default").child("validation"), all);
      for (View port : frontend.list("perPort")) {
        addAuthorities(port.child("tls").child("validation"), all);
      }
    } else if (view instanceof ListenerSet set) {
      set.listeners().forEach(listener -> addListener(listener, all));
    } else if (view instanceof BackendTLSPolicy policy) {
      addAuthorities(policy.validation(), all);
    }
    return all;
  }

  /** The certificates of one listener. */
  public static List<CertificateReference> of(Listener listener) {
    List<CertificateReference> all = new ArrayList<>();
    for (Reference reference : listener.tls().certificateRefs()) {
      add(reference, false, listener, all);
    }
    return all;
  }

  private static void addListener(Listener listener, List<CertificateReference> all) {
    all.addAll(of(listener));
    addAuthorities(listener.tls().child("frontendValidation"), all);
  }

  private static void addAuthorities(View validation, List<CertificateReference> all) {
    for (Reference reference : validation.list("caCertificateRefs", Reference::new)) {
      add(reference, true, null, all);
    }
  }

  private static void add(
      Reference reference,
      boolean authority,
      @Nullable Listener listener,
      List<CertificateReference> all) {
    NamespaceRef own = reference.resource().namespace();
    ObjectName target = ObjectName.of(reference, "", authority ? "ConfigMap" : "Secret", own);
    if (target != null) {
      all.add(new CertificateReference(reference, target, authority, listener));
    }
  }
}
