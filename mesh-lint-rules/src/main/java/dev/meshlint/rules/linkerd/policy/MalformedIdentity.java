package dev.meshlint.rules.linkerd.policy;

import dev.meshlint.core.fix.Fixes;
import dev.meshlint.core.manifest.NamespaceRef;
import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.linkerd.MeshTLSAuthentication;
import dev.meshlint.core.model.linkerd.ServerAuthorization;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.MeshRule;
import dev.meshlint.core.rule.Report;
import dev.meshlint.core.value.LinkerdIdentity;
import dev.meshlint.core.value.NearMiss;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** An identity that no workload can have. */
public final class MalformedIdentity extends MeshRule {
  private static final String ACCOUNT = "serviceaccount";

  /** That of every installation that names no other one. */
  private static final String TRUST_DOMAIN = "cluster.local";

  public MalformedIdentity() {
    super("linkerd-malformed-identity");
  }

  @Override
  public void check(Mesh mesh, Findings out) {
    for (MeshTLSAuthentication authentication : mesh.all(MeshTLSAuthentication.class)) {
      for (Text identity : authentication.identities()) {
        if (!identity.open()) {
          check(identity, LinkerdIdentity.problem(identity.value()), mesh, out);
        }
      }
    }
    for (ServerAuthorization authorization : mesh.all(ServerAuthorization.class)) {
      for (Text identity : authorization.client().identities()) {
        if (!identity.open()) {
          check(identity, LinkerdIdentity.nameProblem(identity.value()), mesh, out);
        }
      }
    }
  }

  private static void check(Text identity, @Nullable String problem, Mesh mesh, Findings out) {
    String written = identity.value();
    if (problem != null) {
      String meant = meant(written);
      Report report =
          out.report(
                  identity,
                  "\"%s\" is no identity, %s: the policy is refused".formatted(identity, problem))
              .as("malformed");
      if (meant != null) {
        report
            .help("did you mean \"" + meant + "\"?")
            .fix(Fixes.replaceScalar("write \"" + meant + "\"", true, identity.node(), meant));
      }
      return;
    }
    if (written.startsWith("spiffe:")) {
      return;
    }
    LinkerdIdentity parsed = LinkerdIdentity.parse(written);
    String doubt = parsed == null ? doubt(written) : doubt(parsed, mesh);
    if (doubt != null) {
      out.report(identity, "\"%s\" is the identity of no workload: %s".formatted(identity, doubt))
          .as("suspicious")
          .help(
              "write ACCOUNT.NAMESPACE.serviceaccount.identity.LINKERD-NAMESPACE.TRUST-DOMAIN, such as \"web.shop.serviceaccount.identity.linkerd.cluster.local\"");
    }
  }

  /** The same identity without capitals and without a point at its end, where that is all. */
  private static @Nullable String meant(String written) {
    String lower = written.toLowerCase(Locale.ROOT);
    String meant = lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
    return meant.equals(written) || LinkerdIdentity.nameProblem(meant) != null ? null : meant;
  }

  /** What makes a name nearly one of the form that Linkerd gives to service accounts; null if nothing does. */
  private static @Nullable String doubt(String written) {
    boolean wildcard = written.startsWith("*.");
    List<String> labels = List.of((wildcard ? written.substring(2) : written).split("\\.", -1));
    if (written.contains(".svc.") || written.endsWith(".svc")) {
      return "it is the name of a host";
    }
    int account = labels.indexOf(ACCOUNT);
    if (account == 0) {
      return wildcard ? null : "account and namespace are missing before \"serviceaccount\"";
    }
    if (account > 0) {
      boolean follows = account + 1 < labels.size() && labels.get(account + 1).equals("identity");
      return !follows
          ? "\"identity\" is missing after \"serviceaccount\""
          : wildcard || account > 1 ? null : "the account or \"*\" is missing before the namespace";
    }
    int identity = labels.indexOf("identity");
    if (identity > 1) {
      String before = labels.get(identity - 1);
      boolean meant = before.equals("sa") || NearMiss.suggestion(before, List.of(ACCOUNT)) != null;
      return meant ? "\"" + before + "\" stands where \"serviceaccount\" belongs" : null;
    }
    return null;
  }

  private static @Nullable String doubt(LinkerdIdentity identity, Mesh mesh) {
    if (NearMiss.nearest(identity.trustDomain(), List.of(TRUST_DOMAIN)) != null) {
      return "the trust domain is all but \"" + TRUST_DOMAIN + "\"";
    }
    String account = identity.serviceAccount();
    String namespace = identity.namespace();
    boolean known = mesh.identities().account(account, NamespaceRef.named(namespace)).isFound();
    boolean reverse = mesh.identities().account(namespace, NamespaceRef.named(account)).isFound();
    return !known && reverse && !mesh.namespaces().inView(namespace)
        ? "the service account comes first, then its namespace"
        : null;
  }
}
