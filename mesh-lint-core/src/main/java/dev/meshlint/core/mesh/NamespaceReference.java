package dev.meshlint.core.mesh;

import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View;
import dev.meshlint.core.model.istio.AuthorizationPolicy;
import dev.meshlint.core.model.istio.DestinationRule;
import dev.meshlint.core.model.istio.Gateway;
import dev.meshlint.core.model.istio.HttpMatch;
import dev.meshlint.core.model.istio.L4Match;
import dev.meshlint.core.model.istio.Server;
import dev.meshlint.core.model.istio.ServiceEntry;
import dev.meshlint.core.model.istio.VirtualService;
import dev.meshlint.core.model.kubernetes.Service;
import dev.meshlint.core.value.NamespacedHost;
import dev.meshlint.core.value.PrincipalPattern;
import dev.meshlint.core.value.WildcardText;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A namespace that a resource names in order to be understood, where Istio knows what else it may say: {@code .} and the
 * like are left out.
 *
 * @param at where it is written
 * @param namespace the name or, in a policy, the pattern
 * @param use what it is for
 */
public record NamespaceReference(Text at, WildcardText namespace, Use use) {
  /** What a namespace is named for. */
  public enum Use {
    /** The callers that a policy or a route is about. */
    SOURCE,
    /** The callers that a policy is about, as part of their identity. */
    PRINCIPAL,
    /** Those who see a resource. */
    EXPORT,
    /** Where a gateway takes its routes from. */
    GATEWAY_HOST
  }

  /** The annotation by which a Service is exported. */
  private static final String EXPORT_TO = "networking.istio.io/exportTo";

  /** The namespaces that a resource names. */
  public static List<NamespaceReference> of(View view) {
    List<NamespaceReference> all = new ArrayList<>();
    if (view instanceof AuthorizationPolicy policy) {
      policy.namespaces().forEach(name -> add(name, name.value(), Use.SOURCE, all));
      policy.principals().forEach(principal -> addPrincipal(principal, all));
    } else if (view instanceof VirtualService routes) {
      routes.exportTo().forEach(name -> add(name, name.value(), Use.EXPORT, all));
      addSources(routes, all);
    } else if (view instanceof DestinationRule rule) {
      rule.exportTo().forEach(name -> add(name, name.value(), Use.EXPORT, all));
    } else if (view instanceof ServiceEntry entry) {
      entry.exportTo().forEach(name -> add(name, name.value(), Use.EXPORT, all));
    } else if (view instanceof Service service) {
      addExports(service.metadata().annotation(EXPORT_TO), all);
    } else if (view instanceof Gateway gateway) {
      for (Server server : gateway.servers()) {
        server.hosts().forEach(host -> addHost(host, all));
      }
    }
    return all;
  }

  private static void addPrincipal(Text principal, List<NamespaceReference> all) {
    PrincipalPattern pattern = PrincipalPattern.parse(principal.value());
    if (pattern != null && pattern.namespace() != null && !principal.open()) {
      all.add(new NamespaceReference(principal, pattern.namespace(), Use.PRINCIPAL));
    }
  }

  private static void addSources(VirtualService routes, List<NamespaceReference> all) {
    for (HttpMatch match : routes.httpMatches()) {
      addSource(match.sourceNamespace(), all);
    }
    for (L4Match match : routes.l4Matches()) {
      addSource(match.sourceNamespace(), all);
    }
  }

  private static void addSource(@Nullable Text name, List<NamespaceReference> all) {
    if (name != null) {
      add(name, name.value(), Use.SOURCE, all);
    }
  }

  private static void addExports(@Nullable Text exportTo, List<NamespaceReference> all) {
    if (exportTo == null) {
      return;
    }
    int start = 0;
    String names = exportTo.value();
    while (start <= names.length()) {
      int comma = names.indexOf(',', start);
      int end = comma < 0 ? names.length() : comma;
      add(exportTo.asName(), names.substring(start, end).strip(), Use.EXPORT, all);
      start = end + 1;
    }
  }

  private static void addHost(Text host, List<NamespaceReference> all) {
    String namespace = NamespacedHost.parse(host.value()).namespace();
    if (namespace != null) {
      add(host, namespace, Use.GATEWAY_HOST, all);
    }
  }

  private static void add(Text at, String name, Use use, List<NamespaceReference> all) {
    boolean special = name.isEmpty() || name.equals("*") || name.equals(".") || name.equals("~");
    if (!special && !at.open()) {
      all.add(new NamespaceReference(at, WildcardText.parse(name), use));
    }
  }
}
