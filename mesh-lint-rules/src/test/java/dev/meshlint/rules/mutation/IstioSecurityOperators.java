package dev.meshlint.rules.mutation;

import static dev.meshlint.rules.mutation.Operator.breaking;
import static dev.meshlint.rules.mutation.Operator.breakingInWhole;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Mistakes in whom Istio lets in, and in who is in the mesh. */
final class IstioSecurityOperators {
  private static final Pattern PRINCIPAL =
      Pattern.compile("cluster\\.local/ns/[a-z0-9-]+/sa/[a-z0-9-]+");
  private static final Set<String> ANNOTATIONS =
      Set.of(
          "inject.istio.io/templates",
          "proxy.istio.io/config",
          "proxy.istio.io/overrides",
          "sidecar.istio.io/proxyCPU",
          "sidecar.istio.io/proxyMemory",
          "sidecar.istio.io/rewriteAppHTTPProbers",
          "sidecar.istio.io/userVolume",
          "traffic.sidecar.istio.io/excludeInboundPorts",
          "traffic.sidecar.istio.io/excludeOutboundIPRanges",
          "traffic.sidecar.istio.io/excludeOutboundPorts",
          "traffic.sidecar.istio.io/includeInboundPorts",
          "traffic.sidecar.istio.io/includeOutboundIPRanges");
  private static final String[] SELECTING = {
    Types.PEER_AUTHENTICATION,
    Types.AUTHORIZATION_POLICY,
    Types.REQUEST_AUTHENTICATION,
    Types.TELEMETRY
  };

  private IstioSecurityOperators() {}

  static List<Operator> all() {
    return List.of(
        breakingInWhole(
            "misspelt-policy-selector",
            "the policy applies to no workload",
            files ->
                usedSelectors(files)
                    .flatMap(Site::children)
                    .filter(site -> site.text().length() > 2)
                    .flatMap(site -> site.replaced(Slips.swapped(site.text())))),
        breakingInWhole(
            "misspelt-policy-selector-key",
            "the policy applies to no workload",
            files ->
                usedSelectors(files)
                    .flatMap(Site::children)
                    .flatMap(site -> site.renamed(Slips.swapped(site.key())))),
        breaking(
            "wrong-trust-domain",
            "no certificate carries the principal: the clients are refused",
            files ->
                principals(files)
                    .flatMap(
                        site ->
                            site.replaced(
                                site.text().replace("cluster.local/", "cluster.lcoal/")))),
        breaking(
            "principal-with-scheme",
            "principals are written without spiffe://, so that none matches",
            files -> principals(files).flatMap(site -> site.replaced("spiffe://" + site.text()))),
        breaking(
            "principal-without-sa",
            "no certificate carries the principal: the clients are refused",
            files ->
                principals(files).flatMap(site -> site.replaced(site.text().replace("/sa/", "/")))),
        breakingInWhole(
            "misspelt-service-account-in-principal",
            "no certificate carries the principal: the clients are refused",
            files ->
                principals(files)
                    .filter(site -> account(files, site).count() == 1)
                    .flatMap(site -> site.replaced(Slips.swapped(site.text(), '/', true)))),
        breakingInWhole(
            "misspelt-namespace-in-principal",
            "no certificate carries the principal: the clients are refused",
            files ->
                principals(files)
                    .filter(site -> account(files, site).count() == 1)
                    .flatMap(
                        site -> site.replaced(site.text().replaceFirst("/ns/", "/ns/other-")))),
        breakingInWhole(
            "renamed-service-account",
            "the clients' certificates carry another name than the policy allows",
            files ->
                principals(files)
                    .flatMap(
                        site ->
                            account(files, site)
                                .flatMap(
                                    one ->
                                        one.at("metadata.name")
                                            .flatMap(name -> name.replaced("renamed"))
                                            .map(mutant -> mutant.and(users(files, one))))
                                .map(one -> one.and(Stream.of(site))))),
        breakingInWhole(
            "misspelt-source-namespace",
            "no client is in the namespace",
            files ->
                files
                    .sites(Types.AUTHORIZATION_POLICY, "spec.rules.*.from.*.source.namespaces.*")
                    .filter(site -> files.has(Types.NAMESPACE, "", site.text()))
                    .flatMap(site -> site.replaced(Slips.swapped(site.text())))),
        breaking(
            "method-in-small-letters",
            "methods are told apart by case: the rule matches no request",
            files ->
                files
                    .sites(Types.AUTHORIZATION_POLICY, "spec.rules.*.to.*.operation.methods.*")
                    .filter(site -> site.text().matches("[A-Z]+"))
                    .flatMap(site -> site.replaced(site.text().toLowerCase(Locale.ROOT)))),
        breaking(
            "path-without-slash",
            "paths begin with a slash: the rule matches no request",
            files ->
                files
                    .sites(Types.AUTHORIZATION_POLICY, "spec.rules.*.to.*.operation.paths.*")
                    .filter(site -> site.text().matches("/[a-z].*"))
                    .flatMap(site -> site.replaced(site.text().substring(1)))),
        breakingInWhole(
            "policy-port-of-no-container",
            "the rule is for a port that the workload does not have",
            files ->
                files
                    .sites(Types.AUTHORIZATION_POLICY, "spec.rules.*.to.*.operation.ports.*")
                    .filter(site -> selected(files, site.manifest()).count() > 0)
                    .filter(
                        site ->
                            selected(files, site.manifest())
                                .allMatch(one -> containerPorts(one).contains(site.text())))
                    .flatMap(site -> site.replaced("9876"))),
        breaking(
            "tls-against-strict",
            "the workload takes mutual TLS only: plain text from the sidecars is refused",
            files ->
                files
                    .sites(Types.DESTINATION_RULE, "spec.trafficPolicy.tls.mode")
                    .filter(site -> site.text().equals("ISTIO_MUTUAL"))
                    .filter(site -> isStrict(files, site.manifest()))
                    .flatMap(site -> site.replaced("DISABLE"))),
        breaking(
            "misspelt-injection-value",
            "the webhook takes enabled and disabled: the namespace is not injected",
            files ->
                files
                    .of(Types.NAMESPACE)
                    .flatMap(one -> one.at("metadata.labels.istio-injection"))
                    .filter(site -> site.text().equals("enabled"))
                    .flatMap(site -> site.replaced("enable"))),
        breaking(
            "misspelt-injection-label",
            "the webhook does not know the label: the namespace is not injected",
            files ->
                files
                    .of(Types.NAMESPACE)
                    .flatMap(one -> one.at("metadata.labels.istio-injection"))
                    .filter(site -> site.text().equals("enabled"))
                    .flatMap(site -> site.renamed("istio-injecton"))),
        breaking(
            "injection-label-in-annotations",
            "the webhook looks at labels",
            files ->
                files
                    .of(Types.NAMESPACE)
                    .filter(one -> one.at("metadata.annotations").findAny().isEmpty())
                    .flatMap(one -> one.at("metadata.labels.istio-injection"))
                    .filter(site -> site.up(1).children().count() == 1)
                    .flatMap(site -> site.up(1).renamed("annotations"))),
        breaking(
            "misspelt-annotation",
            "nothing reads the annotation",
            files ->
                files
                    .of(Types.WORKLOADS)
                    .flatMap(one -> one.at("spec.template.metadata.annotations.*"))
                    .filter(site -> ANNOTATIONS.contains(site.key()))
                    .flatMap(site -> site.renamed(Slips.swapped(site.key(), '/', true)))),
        breaking(
            "dropped-request-authentication",
            "nothing checks tokens, so that no request has the principal",
            files ->
                files
                    .of(Types.REQUEST_AUTHENTICATION)
                    .filter(one -> one.at("spec.targetRef|targetRefs").findAny().isEmpty())
                    .filter(
                        one ->
                            files
                                    .of(Types.REQUEST_AUTHENTICATION)
                                    .filter(other -> mayBeFor(other, one))
                                    .count()
                                == 1)
                    .flatMap(
                        one -> {
                          List<Site> users =
                              files
                                  .of(Types.AUTHORIZATION_POLICY)
                                  .filter(policy -> policy.isIn(one.namespace()))
                                  .filter(policy -> selector(policy).equals(selector(one)))
                                  .flatMap(
                                      policy ->
                                          policy.at("spec.rules.*.from.*.source.requestPrincipals"))
                                  .toList();
                          return users.isEmpty()
                              ? Stream.empty()
                              : Stream.of(one.dropped().and(users.stream()));
                        })));
  }

  /** Whether a policy may be for workloads that another one is for. */
  private static boolean mayBeFor(Manifest policy, Manifest other) {
    boolean near = policy.isIn(other.namespace()) || policy.isIn("istio-system");
    Set<String> labels = selector(policy);
    return near && (labels.isEmpty() || labels.equals(selector(other)));
  }

  private static Set<String> selector(Manifest policy) {
    return Lookup.labels(policy.at("spec.selector.matchLabels"));
  }

  /** The labels by which a policy selects workloads that are there. */
  private static Stream<Site> usedSelectors(Manifests files) {
    return files
        .of(SELECTING)
        .flatMap(one -> one.at("spec.selector.matchLabels"))
        .filter(
            site ->
                Lookup.workloads(files, site.manifest().namespace(), Lookup.labels(Stream.of(site)))
                        .count()
                    > 0);
  }

  private static Stream<Site> principals(Manifests files) {
    return files
        .sites(Types.AUTHORIZATION_POLICY, "spec.rules.*.from.*.source.principals.*")
        .filter(site -> PRINCIPAL.matcher(site.text()).matches());
  }

  /** The service account that a principal names. */
  private static Stream<Manifest> account(Manifests files, Site principal) {
    String[] parts = principal.text().split("/");
    return Lookup.named(files, Types.SERVICE_ACCOUNT, parts[2], parts[4]);
  }

  /** Where workloads name the account. */
  private static Stream<Site> users(Manifests files, Manifest account) {
    return files
        .of(Types.WORKLOADS)
        .filter(one -> one.isIn(account.namespace()))
        .flatMap(one -> one.at("spec.template.spec.serviceAccountName"))
        .filter(site -> site.text().equals(account.name()));
  }

  private static Stream<Manifest> selected(Manifests files, Manifest policy) {
    Set<String> labels = Lookup.labels(policy.at("spec.selector.matchLabels"));
    return labels.isEmpty() ? Stream.empty() : Lookup.workloads(files, policy.namespace(), labels);
  }

  private static List<String> containerPorts(Manifest workload) {
    return workload
        .at("spec.template.spec.containers.*.ports.*.containerPort")
        .map(Site::text)
        .toList();
  }

  /** Whether the only PeerAuthentication is strict, and is for the whole namespace of the rule's Service. */
  private static boolean isStrict(Manifests files, Manifest rule) {
    List<Manifest> all = files.of(Types.PEER_AUTHENTICATION).toList();
    return all.size() == 1
        && all.get(0).text("spec.mtls.mode").equals("STRICT")
        && all.get(0).at("spec.selector").findAny().isEmpty()
        && Lookup.service(files, rule.text("spec.host"), rule.namespace())
            .anyMatch(
                service ->
                    service.isIn(all.get(0).namespace())
                        && Lookup.workloads(
                                    files,
                                    service.namespace(),
                                    Lookup.labels(service.at("spec.selector")))
                                .count()
                            > 0);
  }
}
