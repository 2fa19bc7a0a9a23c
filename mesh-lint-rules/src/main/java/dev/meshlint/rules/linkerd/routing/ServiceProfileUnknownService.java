package dev.meshlint.rules.linkerd.routing;

import dev.meshlint.core.manifest.NamespaceRef;
import dev.meshlint.core.mesh.Answer.NotFound;
import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.mesh.MeshService;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.linkerd.ServiceProfile;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.ResourceRule;

/** A ServiceProfile for a Service that is not there, or in a namespace that has no client of it. */
public final class ServiceProfileUnknownService extends ResourceRule<ServiceProfile> {
  public ServiceProfileUnknownService() {
    super("linkerd-service-profile-unknown-service", ServiceProfile.class);
  }

  @Override
  public void check(ServiceProfile profile, Mesh mesh, Findings out) {
    Text name = profile.metadata().name();
    ProfileName parsed = name == null || name.open() ? null : ProfileName.parse(name.value());
    if (name == null || parsed == null) {
      return;
    }
    NamespaceRef namespace = NamespaceRef.named(parsed.namespace());
    NamespaceRef own = profile.resource().namespace();
    if (mesh.linkerd().routes().service(parsed.service(), namespace)
        instanceof NotFound<MeshService> missing) {
      out.report(
              name,
              missing,
              "Service \"%s\" does not exist in namespace \"%s\": the profile is never used"
                  .formatted(parsed.service(), namespace))
          .as("service");
    } else if (own.isNamed()
        && !own.name().equals(parsed.namespace())
        && mesh.workloads().in(own).isEmpty()
        && !mesh.workloads().in(namespace).isEmpty()) {
      out.report(
              profile.metadata().at("namespace"),
              "profiles are read in the namespace of the Service and in those of its clients, and no workload is in view in \"%s\""
                  .formatted(own))
          .as("namespace")
          .help("create the profile in namespace \"" + namespace + "\"");
    }
  }
}
