package dev.meshlint.rules.cilium.annotation;

import dev.meshlint.core.manifest.Resource;
import dev.meshlint.core.mesh.Carrier;
import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.model.Metadata;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View;
import dev.meshlint.core.model.kubernetes.Ingress;
import dev.meshlint.core.model.kubernetes.Service;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.MeshRule;
import java.util.List;

/** An annotation of Cilium where it is not read. */
public final class AnnotationWithoutEffect extends MeshRule {
  public AnnotationWithoutEffect() {
    super("cilium-annotation-without-effect");
  }

  @Override
  public void check(Mesh mesh, Findings out) {
    CiliumKeys.each(mesh, (annotation, carrier) -> checkKind(annotation, carrier, out));
    mesh.all(Ingress.class).forEach(ingress -> checkPassthrough(ingress, out));
    mesh.all(Service.class).forEach(service -> checkGlobal(service, out));
    for (Resource resource : mesh.resources()) {
      if (resource.kind().equals("Node") && resource.group().isEmpty()) {
        checkNode(new View(View.root(resource)), out);
      }
    }
    mesh.all(Ingress.class).forEach(ingress -> AnnotationCompanions.check(ingress, out));
    mesh.all(Service.class).forEach(service -> AnnotationCompanions.check(service, out));
  }

  /** What was read from a cluster holds what the agent wrote. */
  private static void checkNode(View node, Findings out) {
    Metadata metadata = node.child("metadata", Metadata::new);
    if (node.has("status") || metadata.has("uid") || metadata.has("managedFields")) {
      return;
    }
    for (View.Named<Text> annotation : metadata.annotations()) {
      if (CiliumKeys.isOfAgent(annotation.name())) {
        out.report(
            annotation.key(),
            "the agent writes \"%s\" itself: what stands here is overwritten"
                .formatted(annotation.name()));
      }
    }
  }

  private static void checkKind(View.Named<Text> annotation, Carrier carrier, Findings out) {
    String name = annotation.name();
    String kind = carrier.kind();
    List<String> wanted = CiliumKeys.kinds(name);
    if (CiliumKeys.isOfAgent(name)) {
      out.report(
          annotation.key(),
          "\"%s\" is what the agent writes on Nodes: on a %s it has no effect"
              .formatted(name, kind));
    } else if (isNoLongerRead(name)) {
      out.report(annotation.key(), "current releases no longer read \"%s\"".formatted(name));
    } else if (!wanted.isEmpty()
        && CiliumKeys.KEYS.containsKey(name)
        && !wanted.contains(kind)
        && !kind.endsWith("Gateway")
        && !isOnPods(name, carrier)) {
      out.report(
              annotation.key(),
              "\"%s\" is read on %s objects only: on a %s it has no effect"
                  .formatted(name, String.join(" or ", wanted), kind))
          .help(
              carrier.pods() == null
                  ? "remove it"
                  : "move it to the annotations of the pod template");
    }
  }

  private static boolean isOnPods(String name, Carrier carrier) {
    Metadata pods = carrier.pods();
    return pods != null && (pods.annotation(name) != null || pods.isOpen("annotations"));
  }

  private static boolean isNoLongerRead(String name) {
    return name.equals("ingress.cilium.io/websocket")
        || name.startsWith("ingress.cilium.io/tcp-keep-alive");
  }

  private static void checkPassthrough(Ingress ingress, Findings out) {
    Text setting = ingress.metadata().annotation("ingress.cilium.io/tls-passthrough");
    if (setting == null || !(setting.is("enabled") || setting.is("true"))) {
      return;
    }
    for (dev.meshlint.core.model.kubernetes.IngressRule rule : ingress.rules()) {
      if (rule.host() == null && !rule.isOpen("host")) {
        out.report(
            rule,
            "passthrough of TLS chooses by the server name: a rule without \"host\" is left out");
        continue;
      }
      for (View path : rule.paths()) {
        Text text = path.name("path");
        if (text != null && !text.open() && !text.value().equals("/")) {
          out.report(
              text,
              "passthrough of TLS sees no path: \"%s\" is left out, only \"/\" works"
                  .formatted(text));
        }
      }
    }
  }

  private static void checkGlobal(Service service, Findings out) {
    Text global = service.metadata().annotation("service.cilium.io/global");
    if (global != null && !global.value().equalsIgnoreCase("false")) {
      return;
    }
    for (String companion : List.of("service.cilium.io/affinity", "service.cilium.io/shared")) {
      Text value = service.metadata().annotation(companion);
      if (value != null && service.metadata().annotation("io.cilium/global-service") == null) {
        out.report(
            value,
            "\"%s\" is for Services of several clusters: without service.cilium.io/global it has no effect"
                .formatted(companion));
      }
    }
  }
}
