package dev.meshlint.rules.linkerd.injection;

import dev.meshlint.core.manifest.Located;
import dev.meshlint.core.mesh.LinkerdInjection;
import dev.meshlint.core.mesh.LinkerdInjection.State;
import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.mesh.MeshWorkload;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View;
import dev.meshlint.core.model.kubernetes.Container;
import dev.meshlint.core.model.kubernetes.ContainerPort;
import dev.meshlint.core.model.kubernetes.Namespace;
import dev.meshlint.core.model.kubernetes.PodTemplate;
import dev.meshlint.core.model.kubernetes.Workload;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.MeshRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A pod that asks for Linkerd's proxy and cannot get it, or cannot run beside it. */
public final class InjectionImpossible extends MeshRule {
  private static final Map<String, Integer> PORTS =
      Map.of(
          "config.linkerd.io/outbound-port", 4140,
          "config.linkerd.io/inbound-port", 4143,
          "config.linkerd.io/control-port", 4190,
          "config.linkerd.io/admin-port", 4191);

  private static final int USER = 2102;

  public InjectionImpossible() {
    super("linkerd-injection-impossible");
  }

  @Override
  public void check(Mesh mesh, Findings out) {
    mesh.all(Namespace.class).forEach(namespace -> checkNamespace(namespace, out));
    LinkerdInjection injection = mesh.linkerd().injection();
    for (MeshWorkload workload : mesh.workloads().all()) {
      PodTemplate template = workload.template().orElse(null);
      if (template != null
          && injection.asked(workload).state() == State.MESHED
          && template.annotation("linkerd.io/created-by") == null) {
        check(workload, template, injection, out);
      }
    }
  }

  private static void check(
      MeshWorkload workload, PodTemplate template, LinkerdInjection injection, Findings out) {
    Located exclusion = injection.exclusion(workload);
    Text own = template.annotation(LinkerdInjection.INJECT);
    if (Boolean.TRUE.equals(template.spec().hostNetwork())) {
      out.report(
              template.spec().at("hostNetwork"),
              "pods on the host's network get no proxy, though injection is asked for")
          .as("host-network");
    } else if (exclusion != null) {
      if (own != null) {
        reportExclusion(workload, own, exclusion, out);
      }
    } else if (!isInjectedByHand(template, out)) {
      checkUsers(workload, template, injection, out);
      checkPorts(workload, template, injection, out);
      checkToken(template, out);
    }
  }

  private static void checkNamespace(Namespace namespace, Findings out) {
    Text inject = namespace.metadata().annotation(LinkerdInjection.INJECT);
    Located exclusion = LinkerdInjection.exclusion(namespace);
    if (exclusion != null && inject != null && (inject.is("enabled") || inject.is("ingress"))) {
      out.report(inject, "the injector leaves this namespace alone, so its pods get no proxy")
          .as("namespace")
          .related(exclusion, "this keeps the injector away");
    }
  }

  private static void reportExclusion(
      MeshWorkload workload, Text own, Located exclusion, Findings out) {
    if (exclusion instanceof Text label) {
      out.report(own, "the injector leaves this namespace alone, so these pods get no proxy")
          .as("namespace")
          .related(label, "the namespace keeps the injector away");
    } else if (workload.view() instanceof Workload view) {
      out.report(
              view.metadata().at("namespace"),
              "the injector leaves namespace \"%s\" alone, so these pods get no proxy"
                  .formatted(workload.namespace()))
          .as("namespace")
          .related(own, "injection is asked for here");
    }
  }

  private static boolean isInjectedByHand(PodTemplate template, Findings out) {
    for (Container container : template.containers()) {
      Text name = container.name();
      if (name != null && (name.is("linkerd-proxy") || name.is("linkerd-init"))) {
        out.report(
                container,
                "container \"%s\" is there already: the injector leaves these pods alone"
                    .formatted(name))
            .as("proxy");
        return true;
      }
    }
    return false;
  }

  private static void checkUsers(
      MeshWorkload workload, PodTemplate template, LinkerdInjection injection, Findings out) {
    LinkerdInjection.Setting setting = injection.setting(workload, "config.linkerd.io/proxy-uid");
    Integer user = setting.value() == null ? Integer.valueOf(USER) : setting.value().integer();
    List<View> contexts = new ArrayList<>(List.of(template.spec().securityContext()));
    template.containers().forEach(container -> contexts.add(container.securityContext()));
    for (View context : contexts) {
      Integer used = context.integer("runAsUser");
      if (used != null && used.equals(user)) {
        out.report(
                context.at("runAsUser"),
                "user %d is that of the proxy: what the application sends bypasses the proxy"
                    .formatted(used))
            .as("user");
      }
    }
  }

  private static void checkPorts(
      MeshWorkload workload, PodTemplate template, LinkerdInjection injection, Findings out) {
    List<Integer> proxys = new ArrayList<>();
    for (Map.Entry<String, Integer> port : PORTS.entrySet()) {
      Text set = injection.setting(workload, port.getKey()).value();
      Integer number = set == null ? port.getValue() : set.integer();
      if (number != null) {
        proxys.add(number);
      }
    }
    for (Container container : template.containers()) {
      for (ContainerPort port : container.ports()) {
        Integer number = port.containerPort();
        if (number != null && proxys.contains(number)) {
          out.report(
                  port.at("containerPort"),
                  "port %d is one of the proxy's own: one of the two cannot start"
                      .formatted(number))
              .as("port");
        }
      }
    }
  }

  private static void checkToken(PodTemplate template, Findings out) {
    if (Boolean.FALSE.equals(template.spec().automountServiceAccountToken())) {
      out.report(
              template.spec().at("automountServiceAccountToken"),
              "without the service account's token the proxy gets its identity only where Linkerd projects a token of its own")
          .as("token");
    }
  }
}
