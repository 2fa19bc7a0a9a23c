package dev.meshlint.rules.mutation;

import static dev.meshlint.rules.mutation.Operator.breaking;
import static dev.meshlint.rules.mutation.Operator.breakingInWhole;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Mistakes in Cilium's policies. */
final class CiliumOperators {
  private static final String EGRESS = "spec.egress.*";
  private static final String NAMESPACE_LABEL = "k8s:io.kubernetes.pod.namespace";

  private CiliumOperators() {}

  static List<Operator> all() {
    return List.of(
        breakingInWhole(
            "misspelt-endpoint-selector",
            "the policy is for no Pod",
            files ->
                files
                    .sites(Types.CILIUM_POLICY, "spec.endpointSelector.matchLabels")
                    .filter(site -> isOfPods(files, site, site.manifest().namespace()))
                    .flatMap(Site::children)
                    .flatMap(
                        site ->
                            site.replaced(Slips.swapped(site.text()))
                                .map(mutant -> mutant.and(Stream.of(site.up(2)))))),
        breakingInWhole(
            "misspelt-peer",
            "no Pod has the labels: nobody is let in or out",
            files ->
                peers(files)
                    .filter(site -> isOfPods(files, site, peerNamespace(site)))
                    .flatMap(Site::children)
                    .filter(site -> !site.key().endsWith("namespace"))
                    .flatMap(
                        site ->
                            site.replaced(Slips.swapped(site.text()))
                                .map(mutant -> mutant.and(Stream.of(site.up(2)))))),
        breakingInWhole(
            "peer-in-other-namespace",
            "no Pod of the namespace has the labels",
            files ->
                peers(files)
                    .filter(site -> isOfPods(files, site, peerNamespace(site)))
                    .flatMap(Site::children)
                    .filter(site -> site.key().equals(NAMESPACE_LABEL))
                    .flatMap(
                        site ->
                            site.replaced("other")
                                .map(mutant -> mutant.and(Stream.of(site.up(2)))))),
        breakingInWhole(
            "peer-without-namespace",
            "a peer without namespace is one of the policy's own, which has none of these labels",
            files ->
                peers(files)
                    .filter(site -> isOfPods(files, site, peerNamespace(site)))
                    .filter(site -> site.children().count() > 1)
                    .filter(site -> !peerNamespace(site).equals(site.manifest().namespace()))
                    .flatMap(Site::children)
                    .filter(site -> site.key().equals(NAMESPACE_LABEL))
                    .flatMap(site -> site.removed().map(gone -> gone.and(Stream.of(site.up(2)))))),
        breaking(
            "dropped-dns-rule",
            "Cilium learns the addresses of names from the DNS answers that a DNS rule lets it see",
            files ->
                policies(files)
                    .filter(one -> one.at(EGRESS + ".toFQDNs").findAny().isPresent())
                    .filter(one -> files.of(Types.CILIUM_POLICIES).count() == 1)
                    .filter(one -> one.at(EGRESS + ".toPorts.*.rules.dns").count() == 1)
                    .flatMap(
                        one ->
                            one.at(EGRESS + ".toPorts.*.rules")
                                .filter(site -> site.has("dns"))
                                .flatMap(Site::removed)
                                .map(gone -> gone.and(one.at(EGRESS + ".toFQDNs"))))),
        breaking(
            "dns-rule-for-other-names",
            "the DNS proxy refuses to look the names up",
            files ->
                policies(files)
                    .filter(one -> files.of(Types.CILIUM_POLICIES).count() == 1)
                    .filter(one -> one.at(EGRESS + ".toFQDNs.*").count() == 1)
                    .filter(one -> one.at(EGRESS + ".toPorts.*.rules.dns.*").count() == 1)
                    .flatMap(
                        one ->
                            one.at(EGRESS + ".toPorts.*.rules.dns.*.matchPattern|matchName")
                                .flatMap(site -> site.replaced("other.invalid"))
                                .map(mutant -> mutant.and(one.at(EGRESS + ".toFQDNs"))))),
        breaking(
            "http-rule-on-udp",
            "the API server refuses rules for HTTP on another protocol than TCP",
            files ->
                policies(files)
                    .flatMap(one -> one.at("spec.ingress|egress.*.toPorts.*"))
                    .filter(site -> site.has("rules.http"))
                    .flatMap(
                        site ->
                            site.at("ports.*.protocol")
                                .filter(protocol -> protocol.text().equals("TCP"))
                                .flatMap(protocol -> protocol.replaced("UDP"))
                                .map(mutant -> mutant.and(site.at("rules")))
                                .map(mutant -> mutant.and(site.at("rules.http"))))),
        breaking(
            "entity-unknown",
            "Cilium knows its entities, and no other",
            files ->
                policies(files)
                    .flatMap(
                        one ->
                            one.at(
                                "spec.ingress|egress|ingressDeny|egressDeny.*.fromEntities|toEntities.*"))
                    .flatMap(site -> site.replaced(Slips.swapped(site.text())))),
        breakingInWhole(
            "misspelt-cidr-group",
            "the group is not defined, so that the rule allows nothing",
            files -> groups(files).flatMap(site -> site.replaced(Slips.swapped(site.text())))),
        breakingInWhole(
            "dropped-cidr-group",
            "the group is not defined, so that the rule allows nothing",
            files ->
                groups(files)
                    .flatMap(
                        site ->
                            files
                                .of(Types.CIDR_GROUP)
                                .filter(one -> one.name().equals(site.text()))
                                .map(one -> one.dropped().and(Stream.of(site))))),
        breaking(
            "exception-outside-of-range",
            "the API server refuses exceptions that are not in the range",
            files ->
                Stream.concat(
                        policies(files)
                            .flatMap(
                                one ->
                                    one.at(
                                        "spec.ingress|egress.*.fromCIDRSet|toCIDRSet.*.except.*")),
                        files.sites(
                            Types.NETWORK_POLICY,
                            "spec.ingress|egress.*.from|to.*.ipBlock.except.*"))
                    .filter(site -> site.text().indexOf('.') > 0)
                    .filter(site -> !site.up(2).text("cidr").endsWith("/0"))
                    .flatMap(site -> site.replaced("203.0.113.0/28"))),
        breaking(
            "pattern-with-scheme",
            "names in DNS have no scheme: the pattern matches nothing",
            files ->
                policies(files)
                    .flatMap(one -> one.at(EGRESS + ".toFQDNs.*.matchName|matchPattern"))
                    .flatMap(site -> site.replaced("https://" + site.text()))),
        breaking(
            "path-of-no-request",
            "paths begin with a slash: the rule matches no request",
            files ->
                policies(files)
                    .flatMap(one -> one.at("spec.ingress|egress.*.toPorts.*.rules.http.*.path"))
                    .filter(site -> site.text().matches("/[a-z].*"))
                    .flatMap(site -> site.replaced(site.text().substring(1)))),
        breaking(
            "method-of-no-request",
            "methods are told apart by case: the rule matches no request",
            files ->
                policies(files)
                    .flatMap(one -> one.at("spec.ingress|egress.*.toPorts.*.rules.http.*.method"))
                    .filter(site -> site.text().matches("[A-Z]+"))
                    .flatMap(
                        site ->
                            site.replaced(Slips.capital(site.text().toLowerCase(Locale.ROOT))))),
        breakingInWhole(
            "service-port-in-policy",
            "no Pod that the policy is for has the port: a Service's port is not it",
            files ->
                policies(files)
                    .flatMap(one -> one.at("spec.ingress.*.toPorts.*.ports.*.port"))
                    .filter(site -> site.text().matches("\\d+"))
                    .flatMap(site -> servicePort(files, site).flatMap(site::replaced))));
  }

  private static Stream<Manifest> policies(Manifests files) {
    return files.of(Types.CILIUM_POLICIES);
  }

  private static Stream<Site> peers(Manifests files) {
    return files.sites(
        Types.CILIUM_POLICY, "spec.ingress|egress.*.fromEndpoints|toEndpoints.*.matchLabels");
  }

  private static String peerNamespace(Site labels) {
    return labels
        .children()
        .filter(site -> site.key().equals(NAMESPACE_LABEL))
        .map(Site::text)
        .findFirst()
        .orElse(labels.manifest().namespace());
  }

  /** Whether labels are those of a workload of the files. */
  private static boolean isOfPods(Manifests files, Site labels, String namespace) {
    Set<String> wanted =
        labels
            .children()
            .filter(site -> !site.key().equals(NAMESPACE_LABEL))
            .map(site -> site.key().replaceFirst("^k8s:", "") + "=" + site.text())
            .collect(Collectors.toSet());
    return !wanted.isEmpty() && Lookup.workloads(files, namespace, wanted).findAny().isPresent();
  }

  private static Stream<Site> groups(Manifests files) {
    return policies(files)
        .flatMap(one -> one.at("spec.ingress|egress.*.fromCIDRSet|toCIDRSet.*.cidrGroupRef"))
        .filter(site -> files.has(Types.CIDR_GROUP, "", site.text()));
  }

  /** The port of the Service in front of what a policy is for, where it is another than the container's. */
  private static Stream<String> servicePort(Manifests files, Site port) {
    Set<String> labels = Lookup.labels(port.manifest().at("spec.endpointSelector.matchLabels"));
    String namespace = port.manifest().namespace();
    List<Manifest> pods =
        labels.isEmpty() ? List.of() : Lookup.workloads(files, namespace, labels).toList();
    if (pods.size() != 1) {
      return Stream.empty();
    }
    List<String> ports =
        pods.get(0)
            .at("spec.template.spec.containers.*.ports.*.containerPort")
            .map(Site::text)
            .toList();
    return files
        .of(Types.SERVICE)
        .filter(one -> one.isIn(namespace))
        .filter(
            one ->
                Lookup.podLabels(pods.get(0)).containsAll(Lookup.labels(one.at("spec.selector"))))
        .flatMap(one -> one.at("spec.ports.*.port"))
        .map(Site::text)
        .filter(text -> ports.contains(port.text()) && !ports.contains(text));
  }
}
