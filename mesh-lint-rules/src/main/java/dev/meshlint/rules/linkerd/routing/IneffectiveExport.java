package dev.meshlint.rules.linkerd.routing;

import dev.meshlint.core.manifest.Resource;
import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.mesh.Selector;
import dev.meshlint.core.model.LabelSelector;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.kubernetes.Secret;
import dev.meshlint.core.model.kubernetes.Service;
import dev.meshlint.core.model.linkerd.Link;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.MeshRule;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A Service marked for other clusters that no Link takes, or a Link that cannot reach its cluster. */
public final class IneffectiveExport extends MeshRule {
  private static final String EXPORTED = "mirror.linkerd.io/exported";
  private static final String FEDERATED = "mirror.linkerd.io/federated";
  private static final String KUBECONFIG = "mirror.linkerd.io/remote-kubeconfig";

  public IneffectiveExport() {
    super("linkerd-ineffective-export");
  }

  @Override
  public void check(Mesh mesh, Findings out) {
    List<Link> links = mesh.all(Link.class);
    for (Service service : mesh.all(Service.class)) {
      Text exported = service.metadata().label(EXPORTED);
      Text label = exported == null ? service.metadata().label(FEDERATED) : exported;
      if (label == null || label.open()) {
        continue;
      }
      if (service.isExternalName()) {
        out.report(label, "a Service of type ExternalName has no pods: it is not mirrored")
            .as("kind");
      } else if (exported != null && !links.isEmpty() && isUnread(exported, service, links)) {
        out.report(
                exported, "no Link selects \"%s\": the Service is not mirrored".formatted(exported))
            .as("label")
            .related(links.get(0), "a Link in view");
      }
    }
    checkCredentials(links, mesh, out);
  }

  private static boolean isUnread(Text label, Service service, List<Link> links) {
    if (label.value().equals("true") || label.value().equals("remote-discovery")) {
      return false;
    }
    Map<String, String> labels = Selector.of(service.metadata().labels()).labels();
    for (Link link : links) {
      for (LabelSelector selector : List.of(link.selector(), link.remoteDiscoverySelector())) {
        var known = selector.known();
        if (selector.present() && (known == null || known.matches(labels))) {
          return false;
        }
      }
    }
    return true;
  }

  private static void checkCredentials(List<Link> links, Mesh mesh, Findings out) {
    if (links.isEmpty()) {
      return;
    }
    Map<String, Secret> secrets = new HashMap<>();
    for (Secret secret : mesh.all(Secret.class)) {
      secrets.put(key(secret.resource(), secret.resource().name()), secret);
    }
    for (Link link : links) {
      Text name = link.clusterCredentialsSecret();
      Secret secret = name == null ? null : secrets.get(key(link.resource(), name.value()));
      Text type = secret == null ? null : secret.type();
      if (secret != null
          && name != null
          && (type == null || (!type.open() && !type.is(KUBECONFIG)))) {
        out.report(
                name,
                "Secret \"%s\" is not of type \"%s\": the Link has no access to its cluster"
                    .formatted(name, KUBECONFIG))
            .as("credentials")
            .related(secret, "the Secret");
      }
    }
  }

  private static String key(Resource resource, String name) {
    return resource.namespace().kind() + "/" + resource.namespace().name() + "/" + name;
  }
}
