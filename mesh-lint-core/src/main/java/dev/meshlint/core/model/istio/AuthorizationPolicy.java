package dev.meshlint.core.model.istio;

import dev.meshlint.core.model.Reference;
import dev.meshlint.core.model.ResourceView;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.WorkloadSelecting;
import dev.meshlint.core.model.WorkloadSelector;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** An AuthorizationPolicy of {@code security.istio.io}. */
public final class AuthorizationPolicy extends ResourceView implements WorkloadSelecting {
  /** Makes the view. */
  public AuthorizationPolicy(At at) {
    super(at);
  }

  /** What happens to requests that match; absent means {@code ALLOW}. */
  public AuthorizationAction action() {
    return AuthorizationAction.of(spec(), "action");
  }

  /** The rules, one of which must match; none means that nothing matches. */
  public List<AuthorizationRule> rules() {
    return spec().list("rules", AuthorizationRule::new);
  }

  /** Whether it is an {@code ALLOW} policy without rules, which no request matches. */
  public boolean allowsNothing() {
    return action() == AuthorizationAction.ALLOW && !spec().open() && !hasRules();
  }

  private boolean hasRules() {
    return spec().isOpen("rules") || !spec().list("rules").isEmpty();
  }

  /** The provider of a {@code CUSTOM} action ({@code provider.name}). */
  public @Nullable Text provider() {
    return spec().child("provider").name("name");
  }

  @Override
  public WorkloadSelector selector() {
    return spec().child("selector").child("matchLabels", WorkloadSelector::new);
  }

  @Override
  public List<Reference> targetRefs() {
    return Targets.of(spec());
  }

  /** Every {@code source} of every rule. */
  public List<AuthorizationSource> sources() {
    List<AuthorizationSource> all = new ArrayList<>();
    for (AuthorizationRule rule : rules()) {
      all.addAll(rule.from());
    }
    return all;
  }

  /** Every {@code operation} of every rule. */
  public List<AuthorizationOperation> operations() {
    List<AuthorizationOperation> all = new ArrayList<>();
    for (AuthorizationRule rule : rules()) {
      all.addAll(rule.to());
    }
    return all;
  }

  /** Every condition of every rule. */
  public List<AuthorizationCondition> conditions() {
    List<AuthorizationCondition> all = new ArrayList<>();
    for (AuthorizationRule rule : rules()) {
      all.addAll(rule.when());
    }
    return all;
  }

  /** Every peer identity: {@code principals}, {@code notPrincipals} and conditions on {@code source.principal}. */
  public List<Text> principals() {
    return peers(
        AuthorizationSource::principals, AuthorizationSource::notPrincipals, "source.principal");
  }

  /** Every peer namespace: {@code namespaces}, {@code notNamespaces} and conditions on {@code source.namespace}. */
  public List<Text> namespaces() {
    return peers(
        AuthorizationSource::namespaces, AuthorizationSource::notNamespaces, "source.namespace");
  }

  /** Every peer trust domain: {@code trustDomains}, {@code notTrustDomains} and conditions on {@code source.trustDomain}. */
  public List<Text> trustDomains() {
    return peers(
        AuthorizationSource::trustDomains,
        AuthorizationSource::notTrustDomains,
        "source.trustDomain");
  }

  /**
   * Every peer service account, {@code name} or {@code namespace/name}: {@code serviceAccounts},
   * {@code notServiceAccounts} and conditions on {@code source.serviceAccount}.
   */
  public List<Text> serviceAccounts() {
    return peers(
        AuthorizationSource::serviceAccounts,
        AuthorizationSource::notServiceAccounts,
        "source.serviceAccount");
  }

  private List<Text> peers(
      Function<AuthorizationSource, List<Text>> wanted,
      Function<AuthorizationSource, List<Text>> unwanted,
      String key) {
    List<Text> all = new ArrayList<>();
    for (AuthorizationSource source : sources()) {
      all.addAll(wanted.apply(source));
      all.addAll(unwanted.apply(source));
    }
    for (AuthorizationCondition condition : conditions()) {
      Text name = condition.key();
      if (name != null && name.is(key)) {
        addNames(condition.values(), all);
        addNames(condition.notValues(), all);
      }
    }
    return all;
  }

  private static void addNames(List<Text> values, List<Text> all) {
    for (Text value : values) {
      all.add(value.asName());
    }
  }
}
