package dev.meshlint.rules.linkerd.routing;

import dev.meshlint.core.manifest.Located;
import dev.meshlint.core.manifest.NamespaceRef;
import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.mesh.MeshService;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View.Named;
import dev.meshlint.core.model.gatewayapi.Route;
import dev.meshlint.core.model.kubernetes.Service;
import dev.meshlint.core.model.linkerd.ServiceProfile;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.ResourceRule;
import org.jspecify.annotations.Nullable;

/** A ServiceProfile beside routes or settings of the same Service, which it puts out of force. */
public final class ServiceProfileOverridesRoute extends ResourceRule<ServiceProfile> {
  public ServiceProfileOverridesRoute() {
    super("linkerd-service-profile-overrides-route", ServiceProfile.class);
  }

  @Override
  public void check(ServiceProfile profile, Mesh mesh, Findings out) {
    Text name = profile.metadata().name();
    ProfileName parsed = name == null || name.open() ? null : ProfileName.parse(name.value());
    if (name == null || parsed == null || profile.routes().isEmpty()) {
      return;
    }
    NamespaceRef namespace = NamespaceRef.named(parsed.namespace());
    for (MeshService service :
        mesh.linkerd().routes().service(parsed.service(), namespace).values()) {
      for (Route route : mesh.linkerd().routes().ofService(service)) {
        if (route.resource().namespace().isNamed()) {
          report(name, route.resource().title(), route, out);
          return;
        }
      }
      Service view = service.kubernetes();
      Text setting = view == null ? null : setting(view);
      if (view != null && setting != null) {
        report(name, "the annotations of " + view.resource().title(), setting, out);
        return;
      }
    }
  }

  private static @Nullable Text setting(Service service) {
    for (Named<Text> annotation : service.metadata().annotations()) {
      String key = annotation.name();
      if (key.startsWith("retry.linkerd.io/")
          || key.startsWith("timeout.linkerd.io/")
          || key.startsWith("balancer.linkerd.io/")) {
        return annotation.key();
      }
    }
    return null;
  }

  private static void report(Text name, String what, Located other, Findings out) {
    out.report(name, "clients follow this profile alone: %s has no effect".formatted(what))
        .related(other, "without effect")
        .help("move the profile's routes to an HTTPRoute, or remove the other");
  }
}
