package dev.meshlint.rules.linkerd.routing;

import dev.meshlint.core.fix.Fixes;
import dev.meshlint.core.manifest.NamespaceRef;
import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.linkerd.ServiceProfile;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.ResourceRule;
import java.util.List;

/** A ServiceProfile whose name is not the full name of a Service: it is never looked up. */
public final class ServiceProfileNameNotFqdn extends ResourceRule<ServiceProfile> {
  public ServiceProfileNameNotFqdn() {
    super("linkerd-service-profile-name-not-fqdn", ServiceProfile.class);
  }

  @Override
  public void check(ServiceProfile profile, Mesh mesh, Findings out) {
    Text name = profile.metadata().name();
    if (name == null || name.open() || mesh.kustomizations().isRenamed(profile.resource())) {
      return;
    }
    NamespaceRef own = profile.resource().namespace();
    List<String> labels = List.of(name.value().split("\\.", -1));
    boolean service = labels.size() == 1;
    boolean namespaced =
        labels.size() == 2
            && (mesh.namespaces().inView(labels.get(1))
                || (own.isNamed() && own.name().equals(labels.get(1))));
    if (service || namespaced || (labels.size() == 3 && labels.get(2).equals("svc"))) {
      String namespace = service ? own.name() : labels.get(1);
      String full = labels.get(0) + "." + namespace + ".svc.cluster.local";
      out.report(
              name,
              "\"%s\" is not the full name of a Service: no client ever looks this profile up"
                  .formatted(name))
          .help("write \"" + full + "\", with the domain of your cluster")
          .fix(
              service && !own.isNamed()
                  ? null
                  : Fixes.replaceScalar("write the full name", false, name.node(), full));
    }
  }
}
