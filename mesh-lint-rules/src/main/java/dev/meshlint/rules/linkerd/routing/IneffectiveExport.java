package dev.meshlint.rules.linkerd.routing;

import dev.meshlint.core.mesh.Answer;
import dev.meshlint.core.mesh.Answer.NotFound;
import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.mesh.MeshSecret;
import dev.meshlint.core.mesh.Selector;
import dev.meshlint.core.model.LabelSelector;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.kubernetes.Service;
import dev.meshlint.core.model.linkerd.Link;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.MeshRule;
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
    links.forEach(link -> checkCredentials(link, mesh, out));
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

  private static void checkCredentials(Link link, Mesh mesh, Findings out) {
    Text name = link.clusterCredentialsSecret();
    if (name == null || name.open()) {
      return;
    }
    Answer<MeshSecret> found = mesh.secrets().find(name.value(), link.resource().namespace());
    if (found instanceof NotFound<MeshSecret> missing) {
      out.report(
              name,
              missing,
              "Secret \"%s\" is not in namespace \"%s\": the Link has no access to its cluster"
                  .formatted(name, link.resource().namespace()))
          .as("credentials");
      return;
    }
    for (MeshSecret secret : found.values()) {
      Text type = secret.secret() == null ? null : secret.secret().type();
      if (secret.secret() == null || (type != null && (type.open() || type.is(KUBECONFIG)))) {
        return;
      }
    }
    out.report(
            name,
            "Secret \"%s\" is not of type \"%s\": the Link has no access to its cluster"
                .formatted(name, KUBECONFIG))
        .as("credentials")
        .related(found.values().get(0), "the Secret");
  }
}
