package dev.meshlint.rules.mutation;

import static dev.meshlint.rules.mutation.Operator.breaking;
import static dev.meshlint.rules.mutation.Operator.breakingInWhole;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Mistakes in how Istio routes. */
final class IstioOperators {
  private static final String DESTINATIONS = "spec.http|tcp|tls.*.route.*.destination";

  private IstioOperators() {}

  static List<Operator> all() {
    return List.of(
        breaking(
            "dropped-subset",
            "requests for a subset that is not defined get 503",
            files ->
                files
                    .sites(Types.DESTINATION_RULE, "spec.subsets.*")
                    .flatMap(
                        subset -> {
                          List<Site> users = users(files, subset).toList();
                          return users.isEmpty()
                              ? Stream.empty()
                              : subset.removed().map(gone -> gone.and(users.stream()));
                        })),
        breaking(
            "misspelt-subset",
            "requests for a subset that is not defined get 503",
            files ->
                destinations(files)
                    .filter(one -> definesSubset(files, one))
                    .flatMap(one -> one.at("subset"))
                    .flatMap(site -> site.replaced(Slips.swapped(site.text())))),
        breaking(
            "renamed-subset",
            "requests for the old name get 503",
            files ->
                files
                    .sites(Types.DESTINATION_RULE, "spec.subsets.*")
                    .flatMap(
                        subset -> {
                          List<Site> users = users(files, subset).toList();
                          return users.isEmpty()
                              ? Stream.empty()
                              : subset
                                  .at("name")
                                  .flatMap(name -> name.replaced("renamed"))
                                  .map(one -> one.and(users.stream()));
                        })),
        breakingInWhole(
            "misspelt-destination-host",
            "requests for a host that nobody has get 503",
            files ->
                destinations(files)
                    .flatMap(one -> one.at("host"))
                    .filter(site -> service(files, site).count() == 1)
                    .flatMap(site -> site.replaced(Slips.swapped(site.text(), '.', false)))),
        breakingInWhole(
            "dropped-service",
            "requests for a host that nobody has get 503",
            files ->
                destinations(files)
                    .flatMap(one -> one.at("host"))
                    .flatMap(
                        site ->
                            service(files, site)
                                .filter(one -> hasServices(files, one.namespace(), one.name()))
                                .map(one -> one.dropped().and(Stream.of(site))))),
        breakingInWhole(
            "renamed-service",
            "routes name a host that nobody has any more",
            files ->
                destinations(files)
                    .flatMap(one -> one.at("host"))
                    .flatMap(
                        site ->
                            service(files, site)
                                .flatMap(one -> one.at("metadata.name"))
                                .flatMap(name -> name.replaced("renamed"))
                                .map(one -> one.and(Stream.of(site))))),
        breakingInWhole(
            "destination-in-other-namespace",
            "the host is looked for in a namespace that does not have it",
            files ->
                destinations(files)
                    .flatMap(one -> one.at("host"))
                    .filter(
                        site -> site.text().indexOf('.') < 0 && service(files, site).count() == 1)
                    .flatMap(
                        site ->
                            otherNamespace(files, site)
                                .flatMap(
                                    other ->
                                        site.replaced(
                                            site.text() + "." + other + ".svc.cluster.local")))),
        breakingInWhole(
            "swapped-destination-port",
            "the Service does not have the port: requests get 503",
            files ->
                destinations(files)
                    .flatMap(
                        one ->
                            one.at("host")
                                .flatMap(host -> service(files, host))
                                .flatMap(
                                    service ->
                                        one.at("port.number")
                                            .flatMap(
                                                port ->
                                                    port.replaced(
                                                        Lookup.otherPort(
                                                            Lookup.ports(service))))))),
        breakingInWhole(
            "swapped-service-port",
            "routes name a port that the Service does not have any more",
            files ->
                destinations(files)
                    .flatMap(one -> one.at("port.number"))
                    .flatMap(
                        used ->
                            used.up(2)
                                .at("host")
                                .flatMap(host -> service(files, host))
                                .flatMap(service -> service.at("spec.ports.*.port"))
                                .filter(port -> port.text().equals(used.text()))
                                .flatMap(port -> port.replaced("9876"))
                                .map(one -> one.and(Stream.of(used))))),
        breakingInWhole(
            "misspelt-destination-rule-host",
            "the DestinationRule applies to a host that nobody has, that is to nothing",
            files ->
                files
                    .sites(Types.DESTINATION_RULE, "spec.host")
                    .filter(site -> service(files, site).count() == 1)
                    .flatMap(site -> site.replaced(Slips.swapped(site.text(), '.', false)))),
        breakingInWhole(
            "misspelt-subset-label",
            "the subset has no Pods: requests get 503",
            files ->
                files
                    .sites(Types.DESTINATION_RULE, "spec.subsets.*.labels")
                    .filter(labels -> hasPods(files, labels))
                    .flatMap(Site::children)
                    .filter(label -> label.text().length() > 0)
                    .flatMap(label -> label.replaced(label.text() + "x"))),
        breaking(
            "routes-behind-catch-all",
            "Envoy takes the first route that matches: those behind one without conditions never get a request",
            files ->
                files
                    .sites(Types.VIRTUAL_SERVICE, "spec.http")
                    .filter(http -> http.children().allMatch(route -> route.has("match")))
                    .flatMap(
                        http ->
                            http.children()
                                .limit(1)
                                .filter(route -> http.children().count() > 1)
                                .flatMap(route -> route.at("match"))
                                .flatMap(Site::removed)
                                .map(one -> one.and(http.children().skip(1))))),
        breaking(
            "retries-longer-than-timeout",
            "the timeout ends the request before the retries that are asked for",
            files ->
                files
                    .sites(Types.VIRTUAL_SERVICE, "spec.http.*.retries.perTryTimeout")
                    .filter(site -> site.up(2).has("timeout"))
                    .filter(site -> site.up(2).text("timeout").matches("\\d+m?s"))
                    .flatMap(site -> site.replaced("400s"))),
        breaking(
            "copied-virtual-service",
            "two VirtualServices for one host: Istio takes the older one or mixes them",
            files ->
                files
                    .of(Types.VIRTUAL_SERVICE)
                    .filter(one -> one.at("spec.hosts.*").count() > 0)
                    .filter(
                        one -> !one.at("spec.gateways.*").anyMatch(g -> !g.text().equals("mesh")))
                    .map(one -> one.copied("copied"))),
        breaking(
            "copied-destination-rule",
            "two DestinationRules for one host: Istio takes the older one's traffic policy",
            files ->
                files
                    .of(Types.DESTINATION_RULE)
                    .filter(one -> !one.at("spec.workloadSelector").findAny().isPresent())
                    .map(one -> one.copied("copied"))));
  }

  /** Whether the files have more of a namespace than one Service: else they hardly have all of it. */
  private static boolean hasServices(Manifests files, String namespace, String but) {
    return files
        .of(Types.SERVICE)
        .filter(one -> !one.at("spec.selector.istio").findAny().isPresent())
        .anyMatch(one -> one.isIn(namespace) && !one.name().equals(but));
  }

  /** A namespace of which the files have Services, but none that a host means. */
  private static Stream<String> otherNamespace(Manifests files, Site host) {
    return files
        .of(Types.SERVICE)
        .map(Manifest::namespace)
        .distinct()
        .filter(one -> !one.isEmpty() && !host.manifest().isIn(one))
        .filter(one -> !files.has(Types.SERVICE, one, host.text()))
        .filter(one -> hasServices(files, one, ""))
        .limit(1);
  }

  private static Stream<Site> destinations(Manifests files) {
    return files.sites(Types.VIRTUAL_SERVICE, DESTINATIONS);
  }

  private static Stream<Manifest> service(Manifests files, Site host) {
    return Lookup.service(files, host.text(), host.manifest().namespace());
  }

  private static String full(Manifests files, String host, String namespace) {
    return Lookup.service(files, host, namespace)
        .map(one -> one.namespace() + "/" + one.name())
        .collect(Collectors.joining(","));
  }

  private static boolean isSameHost(Manifests files, Site one, Site other) {
    boolean same =
        one.text().equals(other.text()) && one.manifest().isIn(other.manifest().namespace());
    String host = full(files, one.text(), one.manifest().namespace());
    return same
        || !host.isEmpty() && host.equals(full(files, other.text(), other.manifest().namespace()));
  }

  private static Stream<Site> rules(Manifests files, Site host) {
    return files
        .sites(Types.DESTINATION_RULE, "spec.host")
        .filter(other -> isSameHost(files, host, other));
  }

  private static boolean definesSubset(Manifests files, Site destination) {
    return destination
        .at("host")
        .flatMap(host -> rules(files, host))
        .flatMap(host -> host.up(1).at("subsets.*.name"))
        .anyMatch(name -> name.text().equals(destination.text("subset")));
  }

  /** The names of a subset in routes. */
  private static Stream<Site> users(Manifests files, Site subset) {
    Site host = subset.manifest().at("spec.host").findFirst().orElse(subset);
    boolean several = rules(files, host).count() > 1;
    return several
        ? Stream.empty()
        : destinations(files)
            .filter(one -> one.text("subset").equals(subset.text("name")))
            .filter(one -> one.at("host").anyMatch(other -> isSameHost(files, host, other)))
            .flatMap(one -> one.at("subset"));
  }

  private static boolean hasPods(Manifests files, Site labels) {
    return labels
        .manifest()
        .at("spec.host")
        .flatMap(host -> service(files, host))
        .anyMatch(
            service ->
                Lookup.workloads(
                            files, service.namespace(), Lookup.labels(service.at("spec.selector")))
                        .filter(one -> Lookup.selects(labels, one))
                        .count()
                    > 0);
  }
}
