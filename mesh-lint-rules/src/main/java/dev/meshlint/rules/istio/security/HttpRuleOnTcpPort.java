package dev.meshlint.rules.istio.security;

import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.mesh.MeshWorkload;
import dev.meshlint.core.mesh.Selector;
import dev.meshlint.core.mesh.WorkloadPorts.Served;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.istio.AuthorizationAction;
import dev.meshlint.core.model.istio.AuthorizationOperation;
import dev.meshlint.core.model.istio.AuthorizationPolicy;
import dev.meshlint.core.model.istio.AuthorizationRule;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.ResourceRule;
import dev.meshlint.core.value.PortProtocol;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Conditions on HTTP requests where connections hold none: ALLOW never matches, DENY stops everything. */
public final class HttpRuleOnTcpPort extends ResourceRule<AuthorizationPolicy> {
  public HttpRuleOnTcpPort() {
    super("istio-http-rule-on-tcp-port", AuthorizationPolicy.class);
  }

  @Override
  public void check(AuthorizationPolicy policy, Mesh mesh, Findings out) {
    AuthorizationAction action = policy.action();
    Selector selector = Selector.of(policy.selector().labels());
    boolean relevant = action == AuthorizationAction.ALLOW || action == AuthorizationAction.DENY;
    if (!relevant || !policy.targetRefs().isEmpty() || isForGateways(policy, selector, mesh)) {
      return;
    }
    List<Served> served =
        selector.isEmpty()
            ? List.of()
            : mesh.workloadPorts().served(mesh.policies().podsOf(policy));
    for (AuthorizationRule rule : policy.rules()) {
      if (checkPorts(rule, action, served, out) || rule.narrowsPorts()) {
        continue;
      }
      boolean allTcp = allMatch(served, PortProtocol::isTcp);
      if (action == AuthorizationAction.ALLOW && allTcp && rule.needsHttp()) {
        out.report(
                rule,
                "all ports of the selected workloads are TCP: this rule asks for HTTP requests and never matches")
            .as("allow")
            .related(served.get(0).port().at(), "TCP");
      } else if (action == AuthorizationAction.DENY
          && !allMatch(served, PortProtocol::isHttp)
          && rule.ignoresTcp()) {
        out.report(
                rule,
                "this rule looks at HTTP requests only and names no port: at TCP ports it denies every connection")
            .as("deny");
      }
    }
  }

  private static boolean allMatch(List<Served> served, Predicate<PortProtocol> test) {
    for (Served port : served) {
      if (!test.test(port.protocol())) {
        return false;
      }
    }
    return !served.isEmpty();
  }

  /** Gateways serve HTTP, whatever their Service calls it. */
  private static boolean isForGateways(AuthorizationPolicy policy, Selector selector, Mesh mesh) {
    if (mesh.gateways().areGateways(selector)) {
      return true;
    }
    List<MeshWorkload> selected = mesh.selections().of(policy).values();
    return !selected.isEmpty() && selected.stream().allMatch(MeshWorkload::isProxyOnly);
  }

  private static boolean checkPorts(
      AuthorizationRule rule, AuthorizationAction action, List<Served> served, Findings out) {
    boolean found = false;
    for (AuthorizationOperation operation : rule.to()) {
      if (!operation.needsHttp()) {
        continue;
      }
      for (Text port : operation.ports()) {
        Served tcp = tcp(port.integer(), served);
        if (tcp != null) {
          String effect =
              action == AuthorizationAction.ALLOW
                  ? "this never matches"
                  : "every connection is denied";
          out.report(
                  port,
                  "port %s is %s, which holds no HTTP requests to look at: %s"
                      .formatted(port, tcp.protocol(), effect))
              .as(action == AuthorizationAction.ALLOW ? "allow" : "deny-port")
              .related(tcp.port().at(), "declared here");
          found = true;
        }
      }
    }
    return found;
  }

  private static @Nullable Served tcp(@Nullable Integer number, List<Served> served) {
    Served tcp = null;
    for (Served port : served) {
      if (number != null && number.equals(port.number())) {
        if (!port.protocol().isTcp()) {
          return null;
        }
        tcp = port;
      }
    }
    return tcp;
  }
}
