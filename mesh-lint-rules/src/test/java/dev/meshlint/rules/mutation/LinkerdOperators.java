package dev.meshlint.rules.mutation;

import static dev.meshlint.rules.mutation.Operator.breaking;
import static dev.meshlint.rules.mutation.Operator.breakingInWhole;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Mistakes in Linkerd's policies and injection. */
final class LinkerdOperators {
  private static final String IDENTITY_SUFFIX = ".serviceaccount.identity.linkerd.cluster.local";
  private static final String INJECT = "linkerd.io/inject";

  private LinkerdOperators() {}

  static List<Operator> all() {
    return List.of(
        breakingInWhole(
            "misspelt-server-selector",
            "the Server is for no Pod, so that the default policy applies",
            files ->
                servers(files)
                    .flatMap(one -> one.at("spec.podSelector.matchLabels.*"))
                    .flatMap(
                        site ->
                            site.replaced(Slips.swapped(site.text()))
                                .map(mutant -> mutant.and(Stream.of(site.up(2)))))),
        breakingInWhole(
            "swapped-server-port",
            "the Server is for a port that no Pod has, so that the default policy applies",
            files ->
                servers(files)
                    .filter(one -> selected(files, one).allMatch(pod -> hasPort(pod, one)))
                    .flatMap(one -> one.at("spec.port"))
                    .flatMap(
                        site -> site.replaced(site.text().matches("\\d+") ? "9876" : "other"))),
        breakingInWhole(
            "misspelt-policy-target",
            "the policy is attached to nothing, and its clients are refused",
            files ->
                files
                    .sites(Types.LINKERD_AUTHORIZATION, "spec.targetRef")
                    .filter(
                        one ->
                            one.text("kind").equals("Server")
                                && files.has(
                                    Types.SERVER, one.manifest().namespace(), one.text("name")))
                    .flatMap(one -> one.at("name"))
                    .flatMap(site -> site.replaced(Slips.swapped(site.text())))),
        breakingInWhole(
            "dropped-server",
            "the policy is attached to nothing",
            files ->
                files
                    .sites(Types.LINKERD_AUTHORIZATION, "spec.targetRef")
                    .filter(one -> one.text("kind").equals("Server"))
                    .flatMap(
                        one ->
                            Lookup.named(
                                    files,
                                    Types.SERVER,
                                    one.manifest().namespace(),
                                    one.text("name"))
                                .map(server -> server.dropped().and(one.all())))),
        breakingInWhole(
            "misspelt-authentication",
            "the policy asks for what is not defined, and is refused or lets nobody in",
            files ->
                files
                    .sites(Types.LINKERD_AUTHORIZATION, "spec.requiredAuthenticationRefs.*")
                    .filter(
                        one ->
                            files
                                .of(Types.MESH_TLS, Types.NETWORK_AUTHENTICATION)
                                .anyMatch(
                                    other ->
                                        other.kind().equals(one.text("kind"))
                                            && other.name().equals(one.text("name"))
                                            && other.isIn(one.manifest().namespace())))
                    .filter(one -> !one.has("namespace"))
                    .flatMap(one -> one.at("name"))
                    .flatMap(site -> site.replaced(Slips.swapped(site.text())))),
        breakingInWhole(
            "dropped-authentication",
            "the policy asks for what is not defined",
            files ->
                files
                    .of(Types.MESH_TLS, Types.NETWORK_AUTHENTICATION)
                    .flatMap(
                        one -> {
                          List<Site> users =
                              files
                                  .sites(
                                      Types.LINKERD_AUTHORIZATION,
                                      "spec.requiredAuthenticationRefs.*")
                                  .filter(site -> site.text("kind").equals(one.kind()))
                                  .filter(site -> site.text("name").equals(one.name()))
                                  .filter(site -> site.manifest().isIn(one.namespace()))
                                  .toList();
                          return users.isEmpty()
                              ? Stream.empty()
                              : Stream.of(one.dropped().and(users.stream().flatMap(Site::all)));
                        })),
        breaking(
            "identity-without-suffix",
            "no certificate carries the identity",
            files ->
                identities(files)
                    .flatMap(
                        site ->
                            site.replaced(
                                site.text().replace(IDENTITY_SUFFIX, ".serviceaccount")))),
        breakingInWhole(
            "misspelt-identity",
            "no certificate carries the identity",
            files ->
                identities(files)
                    .filter(site -> account(files, site).count() == 1)
                    .flatMap(site -> site.replaced(Slips.swapped(site.text(), '.', false)))),
        breakingInWhole(
            "identity-of-other-trust-domain",
            "no certificate carries the identity",
            files ->
                identities(files)
                    .filter(site -> account(files, site).count() == 1)
                    .flatMap(
                        site ->
                            site.replaced(site.text().replace("cluster.local", "cluster.lcoal")))),
        breakingInWhole(
            "misspelt-service-account-of-identity",
            "no workload runs under the account",
            files ->
                Stream.concat(
                        files.sites(Types.MESH_TLS, "spec.identityRefs.*"),
                        files.sites(
                            Types.LINKERD_AUTHORIZATION, "spec.requiredAuthenticationRefs.*"))
                    .filter(one -> one.text("kind").equals("ServiceAccount"))
                    .filter(
                        one ->
                            files.has(
                                Types.SERVICE_ACCOUNT,
                                one.has("namespace")
                                    ? one.text("namespace")
                                    : one.manifest().namespace(),
                                one.text("name")))
                    .flatMap(one -> one.at("name"))
                    .flatMap(site -> site.replaced(Slips.swapped(site.text())))),
        breaking(
            "misspelt-inject-value",
            "the injector takes enabled, disabled and ingress: no proxy is added",
            files -> injected(files).flatMap(site -> site.replaced("enable"))),
        breaking(
            "misspelt-inject-annotation",
            "the injector does not know the annotation: no proxy is added",
            files -> injected(files).flatMap(site -> site.renamed("linkerd.io/injcet"))),
        breaking(
            "inject-as-label",
            "the injector looks at annotations",
            files ->
                injected(files)
                    .filter(site -> site.up(1).children().count() == 1)
                    .filter(site -> !site.up(2).has("labels"))
                    .flatMap(site -> site.up(1).renamed("labels"))),
        breaking(
            "misspelt-proxy-setting",
            "the injector does not know the annotation",
            files ->
                Stream.concat(
                        files.of(Types.NAMESPACE).flatMap(one -> one.at("metadata.annotations.*")),
                        files
                            .of(Types.WORKLOADS)
                            .flatMap(one -> one.at("spec.template.metadata.annotations.*")))
                    .filter(site -> site.key().startsWith("config.linkerd.io/"))
                    .flatMap(site -> site.renamed(Slips.swapped(site.key(), '/', true)))),
        breaking(
            "profile-not-fully-qualified",
            "proxies ask for profiles by the full name of the Service",
            files ->
                files
                    .of(Types.SERVICE_PROFILE)
                    .filter(one -> one.name().endsWith(".svc.cluster.local"))
                    .flatMap(one -> one.at("metadata.name"))
                    .flatMap(
                        site -> {
                          String name = site.text().replace(".svc.cluster.local", "");
                          return site.replaced(name).map(mutant -> mutant.named(name));
                        })),
        breakingInWhole(
            "profile-of-no-service",
            "no Service has the name of the profile",
            files ->
                files
                    .of(Types.SERVICE_PROFILE)
                    .filter(one -> Lookup.service(files, one.name(), "").count() == 1)
                    .flatMap(one -> one.at("metadata.name"))
                    .flatMap(
                        site -> {
                          String name = Slips.swapped(site.text(), '.', false);
                          return site.replaced(name).map(mutant -> mutant.named(name));
                        })));
  }

  /** The Servers that are for workloads of the files. */
  private static Stream<Manifest> servers(Manifests files) {
    return files.of(Types.SERVER).filter(one -> selected(files, one).findAny().isPresent());
  }

  private static Stream<Manifest> selected(Manifests files, Manifest server) {
    Set<String> labels = Lookup.labels(server.at("spec.podSelector.matchLabels"));
    return labels.isEmpty() ? Stream.empty() : Lookup.workloads(files, server.namespace(), labels);
  }

  private static boolean hasPort(Manifest workload, Manifest server) {
    return workload
        .at("spec.template.spec.containers.*.ports.*.name|containerPort")
        .anyMatch(site -> site.text().equals(server.text("spec.port")));
  }

  private static Stream<Site> identities(Manifests files) {
    return files
        .sites(Types.MESH_TLS, "spec.identities.*")
        .filter(site -> site.text().matches("[a-z].*") && site.text().endsWith(IDENTITY_SUFFIX));
  }

  private static Stream<Manifest> account(Manifests files, Site identity) {
    String[] parts = identity.text().split("\\.");
    return Lookup.named(files, Types.SERVICE_ACCOUNT, parts[1], parts[0]);
  }

  private static Stream<Site> injected(Manifests files) {
    return Stream.concat(
            files.of(Types.NAMESPACE).flatMap(one -> one.at("metadata.annotations.*")),
            files
                .of(Types.WORKLOADS)
                .flatMap(one -> one.at("spec.template.metadata.annotations.*")))
        .filter(site -> site.key().equals(INJECT) && site.text().equals("enabled"));
  }
}
