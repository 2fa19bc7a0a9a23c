package dev.meshlint.core.model.kubernetes;

import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View;
import org.jspecify.annotations.Nullable;

/** A backend of an Ingress. */
public final class IngressBackend extends View {
  /** Makes the view. */
  public IngressBackend(At at) {
    super(at);
  }

  /** The service ({@code service.name}, formerly {@code serviceName}). */
  public @Nullable Text serviceName() {
    Text name = child("service").name("name");
    return name == null ? name("serviceName") : name;
  }

  /** The port's number or name ({@code service.port}, formerly {@code servicePort}). */
  public @Nullable Text servicePort() {
    View port = child("service").child("port");
    Text number = port.text("number");
    Text name = number == null ? port.text("name") : number;
    return name == null ? text("servicePort") : name;
  }
}
