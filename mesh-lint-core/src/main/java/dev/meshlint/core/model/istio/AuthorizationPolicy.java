package dev.meshlint.core.model.istio;

import dev.meshlint.core.manifest.Located;
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
  // Remembered: many rules ask. Views do not change, so threads may find the same thing twice.
  private @Nullable List<AuthorizationRule> rules;

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
    List<AuthorizationRule> known = rules;
    if (known == null) {
      known = spec().list("rules", AuthorizationRule::new);
      rules = known;
    }
    return known;
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

  /**
   * A place where a policy asks for what only mutual TLS tells: the caller's identity or the name that it asked for.
   *
   * @param at the list or the condition
   * @param name the field or the attribute
   * @param negative whether those who have it are left out
   */
  public record IdentityUse(Located at, String name, boolean negative) {
    /** Whether nothing is lost by callers in plain text: they only ever fail to match. */
    public boolean isPlainTextSafe() {
      return name.equals(SNI);
    }
  }

  private static final String SNI = "connection.sni";

  /** Where the policy asks for what only mutual TLS tells. */
  public List<IdentityUse> identityUses() {
    List<IdentityUse> uses = new ArrayList<>();
    for (AuthorizationSource source : sources()) {
      for (String field : List.of("principals", "namespaces", "serviceAccounts", "trustDomains")) {
        String not = "not" + Character.toUpperCase(field.charAt(0)) + field.substring(1);
        if (source.has(field)) {
          uses.add(new IdentityUse(source.at(field), field, false));
        }
        if (source.has(not)) {
          uses.add(new IdentityUse(source.at(not), not, true));
        }
      }
    }
    for (AuthorizationCondition condition : conditions()) {
      Text key = condition.key();
      if (key != null && isIdentity(key.value())) {
        boolean negative = !condition.has("values");
        uses.add(new IdentityUse(condition, key.value(), negative));
      }
    }
    return uses;
  }

  private static boolean isIdentity(String key) {
    return switch (key) {
      case "source.principal",
          "source.namespace",
          "source.serviceAccount",
          "source.trustDomain",
          SNI ->
          true;
      default -> false;
    };
  }

  /** Where the policy looks at what a token says: request principals and conditions on {@code request.auth}. */
  public List<Located> tokenUses() {
    List<Located> uses = new ArrayList<>();
    for (AuthorizationSource source : sources()) {
      for (String field : List.of("requestPrincipals", "notRequestPrincipals")) {
        if (source.has(field)) {
          uses.add(source.at(field));
        }
      }
    }
    for (AuthorizationCondition condition : conditions()) {
      Text key = condition.key();
      if (key != null && key.value().startsWith("request.auth.")) {
        uses.add(condition);
      }
    }
    return uses;
  }

  /**
   * Every token identity, {@code issuer/subject}: {@code requestPrincipals}, {@code notRequestPrincipals} and conditions on
   * {@code request.auth.principal}.
   */
  public List<Text> requestPrincipals() {
    return peers(
        AuthorizationSource::requestPrincipals,
        AuthorizationSource::notRequestPrincipals,
        "request.auth.principal");
  }

  /** Where a rule asks for something that only HTTP requests have. */
  public List<Located> httpUses() {
    List<Located> uses = new ArrayList<>();
    for (AuthorizationRule rule : rules()) {
      rule.addHttpUses(uses);
    }
    return uses;
  }

  /** Whether some requests without a token may be turned away by it: it looks at tokens, or a provider decides. */
  public boolean demandsToken() {
    return action() == AuthorizationAction.CUSTOM || !tokenUses().isEmpty();
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
