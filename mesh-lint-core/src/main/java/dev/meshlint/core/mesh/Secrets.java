package dev.meshlint.core.mesh;

import dev.meshlint.core.finding.Evidence;
import dev.meshlint.core.manifest.GeneratedResource;
import dev.meshlint.core.manifest.Kustomizations;
import dev.meshlint.core.manifest.Located;
import dev.meshlint.core.manifest.NamespaceRef;
import dev.meshlint.core.manifest.NamespaceRef.Same;
import dev.meshlint.core.manifest.Resource;
import dev.meshlint.core.mesh.Answer.Absent;
import dev.meshlint.core.mesh.Answer.Unknown;
import dev.meshlint.core.mesh.Answer.Why;
import dev.meshlint.core.model.ResourceView;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View;
import dev.meshlint.core.model.kubernetes.Secret;
import dev.meshlint.core.model.kubernetes.SecretEntry;
import dev.meshlint.core.model.kubernetes.SecretMaking;
import dev.meshlint.core.yaml.YamlNode;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The Secrets that the files bring, by name and namespace. Filled while the mesh is built, then only read. */
public final class Secrets {
  private static final String KUBERNETES = "kubernetes://";

  private final Names<MeshSecret> names;
  private final Kustomizations kustomizations;
  private final Set<NamespaceRef> filled = new HashSet<>();
  private final Set<NamespaceRef> made = new HashSet<>();

  Secrets(MeshSettings settings, Kustomizations kustomizations) {
    this.names = new Names<>(settings, settings.known().secrets());
    this.kustomizations = kustomizations;
    for (GeneratedResource generated : kustomizations.generated()) {
      if (generated.kind().equals("Secret")) {
        Set<String> keys = generated.complete() ? Set.copyOf(generated.keys()) : null;
        Generated at = new Generated(generated.node());
        add(generated.name(), generated.namespace(), new MeshSecret(at, null, keys, false));
      }
    }
  }

  private record Generated(YamlNode node) implements Located {
    @Override
    public @Nullable Resource resource() {
      return null;
    }
  }

  /** Adds what a resource brings. Looks at its kind first: classes of kinds that are not there need not be loaded. */
  void add(View view, NamespaceRef namespace) {
    if (view instanceof SecretMaking maker && view instanceof ResourceView whole) {
      addMaker(whole, maker, namespace);
      return;
    }
    switch (view.resource().kind()) {
      case "Secret" -> {
        if (view instanceof Secret secret) {
          addSecret(secret, namespace);
        }
      }
      case "Ingress", "Gateway" -> {
        if (view instanceof ResourceView whole) {
          addIssued(whole, namespace);
        }
      }
      default -> {}
    }
  }

  private void addSecret(Secret secret, NamespaceRef namespace) {
    boolean copied = SecretMakers.isCopied(secret);
    add(secret.resource().name(), namespace, new MeshSecret(secret, secret, keys(secret), copied));
  }

  /** The keys of a Secret; null where others may add some, or nothing is written because others fill it. */
  private @Nullable Set<String> keys(Secret secret) {
    Set<String> keys = new LinkedHashSet<>();
    for (SecretEntry entry : secret.values()) {
      keys.add(entry.key().value());
    }
    return keys.isEmpty() || kustomizations.isPatched(secret.resource()) ? null : keys;
  }

  private void addMaker(ResourceView view, SecretMaking maker, NamespaceRef namespace) {
    String name = maker.secretName();
    if (name == null) {
      made.add(namespace);
    } else {
      add(name, namespace, new MeshSecret(view, null, null, SecretMakers.isCopied(view)));
    }
  }

  private void addIssued(ResourceView view, NamespaceRef namespace) {
    for (Text name : SecretMakers.issued(view)) {
      add(name.value(), namespace, new MeshSecret(name, null, null, false));
    }
  }

  void addUnknown(Resource resource) {
    if (SecretMakers.mayMakeAny(resource)) {
      boolean anywhere = resource.scope() == Resource.Scope.CLUSTER;
      made.add(anywhere ? NamespaceRef.OPEN : resource.namespace());
    }
  }

  private void add(String name, NamespaceRef namespace, MeshSecret secret) {
    names.add(name, namespace, secret);
    filled.add(namespace);
  }

  /** Notes that a resource names a Secret: a missing name that two of them refer to is no typing mistake. */
  void refer(Text name, Resource from) {
    if (!name.open()) {
      names.refer(name.value(), from);
    }
  }

  /** The Secret with this name in a namespace. */
  public Answer<MeshSecret> find(String name, NamespaceRef namespace) {
    Answer<MeshSecret> answer = names.findUnqualified(name, namespace);
    if (!(answer instanceof Absent<MeshSecret> absent)) {
      return answer;
    }
    if (absent.evidence() == Evidence.NEAR_MISS) {
      return answer;
    }
    for (NamespaceRef any : made) {
      if (any.same(namespace) != Same.NO) {
        return new Unknown<>(Why.NOT_IN_VIEW);
      }
    }
    if (absent.evidence() == Evidence.CLOSED) {
      return filled.contains(namespace) ? answer : new Unknown<>(Why.NOT_IN_VIEW);
    }
    for (Located other : absent.looked()) {
      if (other instanceof MeshSecret secret && secret.copied()) {
        return new Unknown<>(Why.DECLARED_ELSEWHERE);
      }
    }
    return new Absent<>(absent.evidence(), absent.looked(), null);
  }

  /** All Secrets with this name that are in view, whatever the namespace. */
  public List<MeshSecret> anywhere(Text name) {
    return name.open() ? List.of() : names.index().anywhere(bare(name));
  }

  private static String bare(Text credential) {
    String written = credential.value();
    return written.startsWith(KUBERNETES) ? written.substring(KUBERNETES.length()) : written;
  }

  /**
   * The Secret that a {@code credentialName} of a gateway names. Proxies get Secrets of their own namespace only. Source:
   * Istio's reference of ServerTLSSettings.
   *
   * @param name the name as written; other sources than Secrets are unknown
   * @param proxy the namespace of the gateway's proxy, not of the Gateway
   */
  public Answer<MeshSecret> credential(Text name, NamespaceRef proxy) {
    String bare = bare(name);
    if (name.open() || bare.isEmpty()) {
      return new Unknown<>(Why.PLACEHOLDER);
    }
    return bare.indexOf('/') >= 0 ? new Unknown<>(Why.DECLARED_ELSEWHERE) : find(bare, proxy);
  }
}
