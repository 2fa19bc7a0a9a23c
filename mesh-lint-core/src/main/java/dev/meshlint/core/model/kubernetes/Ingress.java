package dev.meshlint.core.model.kubernetes;

import dev.meshlint.core.model.ResourceView;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An Ingress of {@code networking.k8s.io}. */
public final class Ingress extends ResourceView {
  /** Makes the view. */
  public Ingress(At at) {
    super(at);
  }

  /** The class; the annotation {@code kubernetes.io/ingress.class} is older. */
  public @Nullable Text ingressClassName() {
    return spec().name("ingressClassName");
  }

  /** The certificates. */
  public List<IngressTls> tls() {
    return spec().list("tls", IngressTls::new);
  }

  /** The routes. */
  public List<IngressRule> rules() {
    return spec().list("rules", IngressRule::new);
  }

  /** The backend of all other requests: {@code service}, {@code resource}. */
  public View defaultBackend() {
    return spec().child("defaultBackend");
  }

  /** Every backend of every path, the default one first. */
  public List<IngressBackend> backends() {
    List<IngressBackend> all = new ArrayList<>();
    IngressBackend other = spec().child("defaultBackend", IngressBackend::new);
    if (other.present()) {
      all.add(other);
    }
    for (IngressRule rule : rules()) {
      for (View path : rule.paths()) {
        all.add(path.child("backend", IngressBackend::new));
      }
    }
    return all;
  }
}
