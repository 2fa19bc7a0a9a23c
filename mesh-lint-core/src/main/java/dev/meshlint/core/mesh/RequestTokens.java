package dev.meshlint.core.mesh;

import dev.meshlint.core.finding.Evidence;
import dev.meshlint.core.manifest.NamespaceRef;
import dev.meshlint.core.mesh.Answer.Absent;
import dev.meshlint.core.mesh.Answer.NotFound;
import dev.meshlint.core.mesh.Answer.Unknown;
import dev.meshlint.core.mesh.Answer.Why;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.WorkloadSelecting;
import dev.meshlint.core.model.gatewayapi.Gateway;
import dev.meshlint.core.model.istio.AuthorizationPolicy;
import dev.meshlint.core.model.istio.JwtRule;
import dev.meshlint.core.model.istio.RequestAuthentication;
import dev.meshlint.core.model.istio.VirtualService;
import dev.meshlint.core.value.NearMiss;
import dev.meshlint.core.value.WildcardText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Who checks tokens of requests, and who demands that there are any: two policies that only together keep requests without a
 * token out. Source: Istio's reference of RequestAuthentication.
 *
 * <p>Filled while the mesh is built, then only read.
 */
public final class RequestTokens {
  private final WorkloadPolicies policies;
  private final MeshSettings settings;
  private final PolicyIndex<RequestAuthentication> checking = new PolicyIndex<>();
  private final PolicyIndex<AuthorizationPolicy> demanding = new PolicyIndex<>();
  private boolean routesByClaims;

  RequestTokens(WorkloadPolicies policies, MeshSettings settings) {
    this.policies = policies;
    this.settings = settings;
  }

  void add(RequestAuthentication policy) {
    checking.add(policy);
  }

  void add(AuthorizationPolicy policy) {
    if (policy.demandsToken()) {
      demanding.add(policy);
    }
  }

  /** To be called when all have been added. */
  void close() {
    checking.close();
    demanding.close();
  }

  void add(VirtualService routes) {
    routesByClaims |= !routes.claimMatches().isEmpty();
  }

  /**
   * The policies that check tokens of requests to these pods, by selector or perhaps at a gateway or waypoint before them.
   *
   * @return absent in view where some lie in the namespaces that count, but none of them is for these pods
   */
  public Answer<RequestAuthentication> checking(PodGroup pods) {
    for (NamespaceRef namespace : policies.ownAndRoot(pods.namespace())) {
      SelectorIndex<RequestAuthentication> index = checking.in(namespace);
      RequestAuthentication found =
          index.attached().isEmpty() ? index.perhapsFor(pods) : index.attached().get(0);
      if (found != null) {
        return Answer.found(found);
      }
    }
    return missing(checking, pods.namespace());
  }

  /** The policies that check tokens at a Gateway of the Gateway API: attached to it or its class, or for its pods. */
  public Answer<RequestAuthentication> checking(Gateway gateway) {
    NamespaceRef own = gateway.resource().namespace();
    String name = gateway.resource().name();
    boolean exact = !gateway.infrastructure().present() && gateway.addresses().isEmpty();
    PodGroup pods = new PodGroup(own, Map.of(Ambient.GATEWAY_NAME, name), exact);
    for (NamespaceRef namespace : policies.ownAndRoot(own)) {
      SelectorIndex<RequestAuthentication> index = checking.in(namespace);
      RequestAuthentication found = index.perhapsFor(pods);
      found = found == null ? index.perhapsAttachedTo("Gateway", name) : found;
      found = found == null ? index.perhapsAttachedTo("GatewayClass", null) : found;
      if (found != null) {
        return Answer.found(found);
      }
    }
    return missing(checking, own);
  }

  /** The policies that check tokens of requests to what this policy is for. */
  public Answer<RequestAuthentication> checking(AuthorizationPolicy policy) {
    if (policy.targetRefs().isEmpty()) {
      return policy.selector().open()
          ? new Unknown<>(Why.PLACEHOLDER)
          : checking(policies.podsOf(policy));
    }
    return sharingTarget(policy, checking);
  }

  /**
   * The policies that demand a token of requests to what this one is for.
   *
   * @return absent in view where some lie in the namespaces that count, but none of them demands a token; unknown where
   *     routes demand claims
   */
  public Answer<AuthorizationPolicy> demanding(RequestAuthentication policy) {
    NamespaceRef own = policy.resource().namespace();
    if (!policy.targetRefs().isEmpty()) {
      Answer<AuthorizationPolicy> shared = sharingTarget(policy, demanding);
      if (shared.isFound()) {
        return shared;
      }
    } else {
      for (NamespaceRef namespace : policies.ownAndRoot(own)) {
        SelectorIndex<AuthorizationPolicy> index = demanding.in(namespace);
        AuthorizationPolicy found =
            index.attached().isEmpty()
                ? index.perhapsFor(PodGroup.of(policy))
                : index.attached().get(0);
        if (found != null) {
          return Answer.found(found);
        }
      }
    }
    if (routesByClaims) {
      return new Unknown<>(Why.DECLARED_ELSEWHERE);
    }
    return policies.isRoot(policy)
        ? new Unknown<>(Why.NOT_IN_VIEW)
        : missing(policies.authorizations(), own);
  }

  /**
   * The policies that accept tokens of the issuer that a request principal names, among all that may be for what this
   * policy is for. Which of them are is not asked: whatever one of them accepts counts.
   *
   * @param principal {@code issuer/subject}, which may begin or end with {@code *}
   */
  public Answer<RequestAuthentication> accepting(AuthorizationPolicy policy, Text principal) {
    NamespaceRef own = policy.resource().namespace();
    WildcardText wanted = WildcardText.parse(principal.value());
    List<String> issuers = new ArrayList<>();
    for (NamespaceRef namespace : policies.ownAndRoot(own)) {
      for (RequestAuthentication authentication : checking.in(namespace).all()) {
        for (JwtRule rule : authentication.jwtRules()) {
          Text issuer = rule.issuer();
          if (issuer == null || issuer.open() || principal.open()) {
            return new Unknown<>(Why.PLACEHOLDER);
          }
          if (mayMatch(wanted, issuer.value() + "/")) {
            return Answer.found(authentication);
          }
          issuers.add(issuer.value() + "/");
        }
      }
    }
    if (checking(policy) instanceof NotFound<RequestAuthentication> none) {
      return none;
    }
    String written = principal.value();
    int slash = written.lastIndexOf('/');
    String near = NearMiss.nearestGiven(written.substring(0, slash + 1), issuers);
    if (near != null && !Names.isComplete(own, settings)) {
      String subject = written.substring(slash + 1);
      return new Absent<>(Evidence.NEAR_MISS, List.of(), near + subject);
    }
    return missing(checking, own);
  }

  /** Whether an issuer, with the slash that ends it, may have a token that a pattern is for. */
  private static boolean mayMatch(WildcardText principal, String issuer) {
    return switch (principal.kind()) {
      case EXACT -> principal.text().startsWith(issuer);
      case PREFIX -> principal.text().startsWith(issuer) || issuer.startsWith(principal.text());
      default -> true;
    };
  }

  /** One that may be for what a policy is attached to: a selector may pick the proxies of a target. */
  private <T extends WorkloadSelecting> Answer<T> sharingTarget(
      WorkloadSelecting attached, PolicyIndex<T> others) {
    NamespaceRef own = attached.resource().namespace();
    for (NamespaceRef namespace : policies.ownAndRoot(own)) {
      SelectorIndex<T> index = others.in(namespace);
      T found = index.unattached();
      if (found == null) {
        found = index.perhapsSharingTarget(attached);
      }
      if (found != null) {
        return Answer.found(found);
      }
    }
    return missing(others, own);
  }

  private <T, P extends WorkloadSelecting> Answer<T> missing(
      PolicyIndex<P> others, NamespaceRef namespace) {
    if (Names.isComplete(namespace, settings)) {
      return new Absent<>(Evidence.CLOSED, List.of(), null);
    }
    if (namespace.kind() == NamespaceRef.Kind.OPEN
        || others.mayHoldOthers(namespace, policies.root())) {
      return new Unknown<>(Why.NAMESPACE_OPEN);
    }
    for (NamespaceRef place : policies.ownAndRoot(namespace)) {
      if (!others.in(place).all().isEmpty()) {
        return new Absent<>(Evidence.IN_VIEW, List.of(others.in(place).all().get(0)), null);
      }
    }
    return new Unknown<>(Why.NOT_IN_VIEW);
  }
}
