package dev.meshlint.rules.istio.security;

import dev.meshlint.core.finding.Evidence;
import dev.meshlint.core.fix.Fixes;
import dev.meshlint.core.manifest.NamespaceRef.Same;
import dev.meshlint.core.mesh.Answer.Absent;
import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.istio.AuthorizationPolicy;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.ResourceRule;
import dev.meshlint.core.value.NearMiss;
import dev.meshlint.core.value.PrincipalPattern;
import dev.meshlint.core.value.WildcardText;
import java.util.List;

/** A policy names a trust domain that is not the mesh's: it matches no caller of the mesh. */
public final class UnknownTrustDomain extends ResourceRule<AuthorizationPolicy> {
  private static final String DEFAULT = "cluster.local";

  public UnknownTrustDomain() {
    super("istio-unknown-trust-domain", AuthorizationPolicy.class);
  }

  @Override
  public void check(AuthorizationPolicy policy, Mesh mesh, Findings out) {
    for (Text principal : policy.principals()) {
      PrincipalPattern pattern = PrincipalPattern.parse(principal.value());
      WildcardText domain = pattern == null ? null : pattern.trustDomain();
      if (domain != null && !principal.open()) {
        check(principal, domain, mesh, out);
      }
    }
    for (Text domain : policy.trustDomains()) {
      if (!domain.open()) {
        check(domain, WildcardText.parse(domain.value()), mesh, out);
      }
    }
  }

  private static void check(Text at, WildcardText domain, Mesh mesh, Findings out) {
    Same own = mesh.configuration().isOwnTrustDomain(domain);
    if (own == Same.NO) {
      out.report(
          at,
          "trust domain \"%s\" is neither the mesh's nor one of its aliases: no caller of the mesh matches"
              .formatted(domain));
    } else if (own == Same.MAYBE
        && domain.kind() == WildcardText.Kind.EXACT
        && NearMiss.nearest(domain.text(), List.of(DEFAULT)) != null) {
      String meant = DEFAULT + at.value().substring(domain.text().length());
      out.report(
              at,
              new Absent<>(Evidence.NEAR_MISS, List.of(), meant),
              "trust domain \"%s\" is not the mesh's: no caller of the mesh matches"
                  .formatted(domain))
          .fix(Fixes.replaceScalar("write \"" + meant + "\"", false, at.node(), meant));
    }
  }
}
