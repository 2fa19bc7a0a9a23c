package dev.meshlint.html.picture;

import dev.meshlint.core.manifest.Located;
import dev.meshlint.core.manifest.NamespaceRef;
import dev.meshlint.core.manifest.Resource;
import dev.meshlint.core.mesh.Answer.Found;
import dev.meshlint.core.mesh.Injection;
import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.mesh.MeshWorkload;
import dev.meshlint.core.mesh.WorkloadPolicies.EffectiveMtls;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.istio.AuthorizationAction;
import dev.meshlint.core.model.istio.AuthorizationPolicy;
import dev.meshlint.core.model.istio.AuthorizationRule;
import dev.meshlint.core.model.istio.AuthorizationSource;
import dev.meshlint.core.value.PrincipalPattern;
import dev.meshlint.core.value.WildcardText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Whom Istio's authorization policies let call a workload, and how its traffic is secured. */
final class IstioCallers {
  private final CallGraph graph;
  private final Mesh mesh;

  IstioCallers(CallGraph graph) {
    this.graph = graph;
    this.mesh = graph.mesh();
  }

  void add(MeshWorkload workload) {
    Injection.Decision injection = mesh.injection().of(workload);
    if (injection.inMesh()) {
      graph.say(workload, "Istio: " + injection.proxy().name().toLowerCase(Locale.ROOT));
    }
    if (mesh.policies().mtls(workload, null) instanceof Found<EffectiveMtls> found) {
      EffectiveMtls mtls = found.values().get(0);
      Resource policy = mtls.by() == null ? null : mtls.by().resource();
      String by = policy == null ? "by default" : "by " + policy.title();
      graph.say(workload, "mutual TLS " + mtls.mode() + " " + by);
    }
    List<AuthorizationPolicy> allowing = new ArrayList<>();
    for (AuthorizationPolicy policy : mesh.policies().authorizations(workload)) {
      if (!policy.selector().labels().isEmpty()) {
        graph.about(workload, policy.resource());
      }
      if (policy.action() == AuthorizationAction.ALLOW) {
        allowing.add(policy);
      } else {
        graph.say(workload, policy.resource().title() + " decides: " + policy.action());
      }
    }
    boolean any = false;
    for (AuthorizationPolicy policy : allowing) {
      for (AuthorizationRule rule : policy.rules()) {
        any = true;
        add(rule, workload);
      }
    }
    if (!allowing.isEmpty() && !any) {
      graph.say(workload, "nobody may call it: " + allowing.get(0).resource().title());
    }
  }

  private void add(AuthorizationRule rule, MeshWorkload to) {
    if (rule.from().isEmpty()) {
      graph.say(to, "anyone may call it: " + rule.resource().title());
    }
    for (AuthorizationSource source : rule.from()) {
      for (Text principal : source.principals()) {
        add(principal, PrincipalPattern.parse(principal.value()), to);
      }
      for (Text account : source.serviceAccounts()) {
        int slash = account.value().indexOf('/');
        NamespaceRef namespace =
            slash < 0
                ? account.resource().namespace()
                : NamespaceRef.named(account.value().substring(0, slash));
        addAccount(account.value().substring(slash + 1), namespace, to, account);
      }
      for (Text namespace : source.namespaces()) {
        addNamespace(namespace, to);
      }
      if (source.principals().isEmpty()
          && source.serviceAccounts().isEmpty()
          && source.namespaces().isEmpty()) {
        graph.say(to, "callers of any identity, on conditions: " + rule.resource().title());
      }
    }
  }

  private void add(Text principal, @Nullable PrincipalPattern pattern, MeshWorkload to) {
    if (pattern == null || principal.open()) {
      return;
    }
    String namespace = exact(pattern.namespace());
    String account = exact(pattern.account());
    if (namespace != null && account != null) {
      addAccount(account, NamespaceRef.named(namespace), to, principal);
    } else if (namespace != null && pattern.account() == null) {
      graph.allow(NamespaceRef.named(namespace), to, principal);
    } else {
      graph.say(to, "callers with an identity like " + principal.value());
    }
  }

  private static @Nullable String exact(@Nullable WildcardText text) {
    return text != null && text.kind() == WildcardText.Kind.EXACT ? text.text() : null;
  }

  private void addAccount(String account, NamespaceRef namespace, MeshWorkload to, Located by) {
    List<MeshWorkload> callers = mesh.identities().workloadsOf(account, namespace);
    if (callers.isEmpty()) {
      graph.say(to, "may be called by " + namespace.name() + "/" + account + ", not in view");
    }
    graph.allow(callers, to, by);
  }

  private void addNamespace(Text namespace, MeshWorkload to) {
    WildcardText pattern = WildcardText.parse(namespace.value());
    String exact = exact(pattern);
    if (exact != null && !namespace.open()) {
      graph.allow(NamespaceRef.named(exact), to, namespace);
    } else {
      graph.say(to, "callers of namespaces like " + namespace.value());
    }
  }
}
