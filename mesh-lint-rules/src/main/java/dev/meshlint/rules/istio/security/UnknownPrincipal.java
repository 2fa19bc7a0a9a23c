package dev.meshlint.rules.istio.security;

import dev.meshlint.core.finding.Evidence;
import dev.meshlint.core.fix.Fixes;
import dev.meshlint.core.manifest.Located;
import dev.meshlint.core.manifest.NamespaceRef;
import dev.meshlint.core.manifest.NamespaceRef.Same;
import dev.meshlint.core.manifest.Resource;
import dev.meshlint.core.mesh.Answer;
import dev.meshlint.core.mesh.Answer.Absent;
import dev.meshlint.core.mesh.Answer.NotFound;
import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.istio.AuthorizationPolicy;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.Report;
import dev.meshlint.core.rule.ResourceRule;
import dev.meshlint.core.value.PrincipalPattern;
import dev.meshlint.core.value.WildcardText;
import org.jspecify.annotations.Nullable;

/** A policy names a service account, or a namespace of one, that does not exist: it matches no caller. */
public final class UnknownPrincipal extends ResourceRule<AuthorizationPolicy> {
  public UnknownPrincipal() {
    super("istio-unknown-principal", AuthorizationPolicy.class);
  }

  @Override
  public void check(AuthorizationPolicy policy, Mesh mesh, Findings out) {
    for (Text principal : policy.principals()) {
      PrincipalPattern pattern = PrincipalPattern.parse(principal.value());
      if (!principal.open() && pattern != null && isOurs(pattern.trustDomain(), mesh)) {
        checkPrincipal(principal, pattern, mesh, out);
      }
    }
    for (Text account : policy.serviceAccounts()) {
      if (!account.open()) {
        checkAccount(account, policy.resource().namespace(), mesh, out);
      }
    }
  }

  private static boolean isOurs(@Nullable WildcardText trustDomain, Mesh mesh) {
    return trustDomain == null || mesh.configuration().isOwnTrustDomain(trustDomain) != Same.NO;
  }

  private static void checkPrincipal(
      Text principal, PrincipalPattern pattern, Mesh mesh, Findings out) {
    WildcardText namespace = pattern.namespace();
    WildcardText account = pattern.account();
    if (namespace == null) {
      return;
    }
    if (mesh.namespaces().find(namespace) instanceof Absent<Resource> absent) {
      String message = "namespace \"%s\" does not exist: the principal matches no caller";
      Report report = out.report(principal, absent, message.formatted(namespace));
      replace(principal, namespace.toString(), absent, report);
    } else if (account != null && namespace.kind() == WildcardText.Kind.EXACT) {
      NamespaceRef place = NamespaceRef.named(namespace.text());
      Answer<Located> answer =
          account.kind() == WildcardText.Kind.EXACT
              ? mesh.identities().account(account.text(), place)
              : mesh.identities().accounts(account, place);
      report(principal, account.toString(), namespace.text(), answer, out);
    }
  }

  private static void checkAccount(Text written, NamespaceRef own, Mesh mesh, Findings out) {
    int slash = written.value().indexOf('/');
    String account = written.value().substring(slash + 1);
    if (slash < 0) {
      report(written, account, own.name(), mesh.identities().ownAccount(account, own), out);
    } else {
      String namespace = written.value().substring(0, slash);
      report(
          written,
          account,
          namespace,
          mesh.identities().account(account, NamespaceRef.named(namespace)),
          out);
    }
  }

  private static void report(
      Text written, String account, String namespace, Answer<Located> answer, Findings out) {
    if (answer instanceof NotFound<Located> missing) {
      String message =
          "service account \"%s\" does not exist in namespace \"%s\": %s matches no caller";
      boolean principal = written.value().contains("/sa/");
      String what = principal ? "the principal" : "it";
      Report report = out.report(written, missing, message.formatted(account, namespace, what));
      if (missing instanceof Absent<Located> absent) {
        replace(written, account, absent, report);
      }
    }
  }

  private static void replace(Text written, String part, Absent<?> absent, Report report) {
    String meant = absent.nearest();
    if (meant == null || absent.evidence() == Evidence.CLOSED) {
      return;
    }
    String value = written.value();
    int namespace = value.indexOf("/ns/" + part + "/");
    int at = namespace < 0 ? value.lastIndexOf(part) : namespace + "/ns/".length();
    String replaced = value.substring(0, at) + meant + value.substring(at + part.length());
    report.fix(Fixes.replaceScalar("write \"" + replaced + "\"", false, written.node(), replaced));
  }
}
