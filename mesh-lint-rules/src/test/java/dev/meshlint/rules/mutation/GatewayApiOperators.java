package dev.meshlint.rules.mutation;

import static dev.meshlint.rules.mutation.Operator.breaking;
import static dev.meshlint.rules.mutation.Operator.breakingInWhole;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Mistakes in routes and gateways of the Gateway API. */
final class GatewayApiOperators {
  private static final String BACKENDS = "spec.rules.*.backendRefs.*";

  private GatewayApiOperators() {}

  static List<Operator> all() {
    return List.of(
        breakingInWhole(
            "misspelt-parent",
            "the route is attached to nothing",
            files ->
                gatewayReferences(files)
                    .flatMap(one -> one.at("name"))
                    .flatMap(site -> site.replaced(Slips.swapped(site.text())))),
        breakingInWhole(
            "parent-in-other-namespace",
            "the Gateway is looked for in a namespace that does not have it",
            files ->
                gatewayReferences(files)
                    .flatMap(
                        one ->
                            one.at("namespace")
                                .flatMap(site -> site.replaced("other"))
                                .map(mutant -> mutant.and(one.at("name"))))),
        breaking(
            "other-section-of-parent",
            "the Gateway has no such listener",
            files ->
                gatewayReferences(files)
                    .flatMap(one -> one.at("sectionName"))
                    .flatMap(site -> site.replaced(Slips.swapped(site.text())))),
        breaking(
            "renamed-listener",
            "the route names a listener that the Gateway does not have any more",
            files ->
                gatewayReferences(files)
                    .flatMap(one -> one.at("sectionName"))
                    .flatMap(
                        site ->
                            gateway(files, site.up(1))
                                .flatMap(one -> one.at("spec.listeners.*.name"))
                                .filter(name -> name.text().equals(site.text()))
                                .flatMap(name -> name.replaced("renamed"))
                                .map(one -> one.and(Stream.of(site))))),
        breakingInWhole(
            "dropped-parent",
            "the route is attached to nothing",
            files ->
                gatewayReferences(files)
                    .flatMap(
                        one ->
                            gateway(files, one)
                                .map(gateway -> gateway.dropped().and(one.at("name"))))),
        breakingInWhole(
            "misspelt-backend",
            "requests get 500, as the backend does not exist",
            files ->
                backends(files)
                    .flatMap(one -> one.at("name"))
                    .flatMap(site -> site.replaced(Slips.swapped(site.text())))),
        breakingInWhole(
            "dropped-backend",
            "requests get 500, as the backend does not exist",
            files ->
                backends(files)
                    .flatMap(
                        one ->
                            service(files, one)
                                .map(service -> service.dropped().and(one.at("name"))))),
        breaking(
            "swapped-backend-port",
            "the Service does not have the port: requests get 500",
            files ->
                backends(files)
                    .flatMap(
                        one ->
                            service(files, one)
                                .flatMap(
                                    service ->
                                        one.at("port")
                                            .flatMap(
                                                port ->
                                                    port.replaced(
                                                        Lookup.otherPort(
                                                            Lookup.ports(service))))))),
        breaking(
            "backend-without-port",
            "the port of a Service is required",
            files -> backends(files).flatMap(one -> one.at("port")).flatMap(Site::removed)),
        breakingInWhole(
            "dropped-reference-grant",
            "the reference into another namespace is not permitted",
            files ->
                files
                    .of(Types.REFERENCE_GRANT)
                    .filter(one -> files.of(Types.REFERENCE_GRANT).count() == 1)
                    .flatMap(
                        one ->
                            references(files, one)
                                .limit(1)
                                .map(ignored -> one.dropped().and(references(files, one))))),
        breakingInWhole(
            "reference-grant-for-other-namespace",
            "the reference into another namespace is not permitted",
            files ->
                files
                    .of(Types.REFERENCE_GRANT)
                    .filter(one -> files.of(Types.REFERENCE_GRANT).count() == 1)
                    .filter(one -> one.at("spec.from.*").count() == 1)
                    .filter(one -> references(files, one).findAny().isPresent())
                    .flatMap(
                        one ->
                            one.at("spec.from.*.namespace")
                                .flatMap(site -> site.replaced("other"))
                                .map(mutant -> mutant.and(references(files, one))))),
        breaking(
            "hostname-of-no-listener",
            "no listener takes the route's hosts",
            files ->
                gatewayReferences(files)
                    .filter(one -> one.manifest().at("spec.parentRefs.*").count() == 1)
                    .filter(
                        one ->
                            gateway(files, one)
                                .flatMap(gateway -> gateway.at("spec.listeners.*"))
                                .filter(
                                    listener ->
                                        !one.has("sectionName")
                                            || one.text("sectionName")
                                                .equals(listener.text("name")))
                                .allMatch(listener -> listener.has("hostname")))
                    .flatMap(
                        one ->
                            one.manifest()
                                .at("spec.hostnames")
                                .flatMap(site -> site.written("[other.invalid]"))
                                .map(mutant -> mutant.and(Stream.of(one))))),
        breaking(
            "listener-for-own-namespace-only",
            "the route is in another namespace and not let in",
            files ->
                gatewayReferences(files)
                    .filter(one -> one.has("namespace"))
                    .filter(one -> !one.manifest().isIn(one.text("namespace")))
                    .flatMap(
                        one ->
                            gateway(files, one)
                                .filter(gateway -> gateway.at("spec.listeners.*").count() == 1)
                                .flatMap(
                                    gateway ->
                                        gateway.at(
                                            "spec.listeners.*.allowedRoutes.namespaces.from"))
                                .flatMap(site -> site.replaced("Same"))
                                .map(mutant -> mutant.and(one.all())))),
        breaking(
            "repeated-listener",
            "two listeners with one port, protocol and hostname conflict",
            files ->
                files
                    .sites(Types.GATEWAY, "spec.listeners")
                    .flatMap(
                        list ->
                            list.at("*.name")
                                .limit(1)
                                .flatMap(
                                    name ->
                                        list.appended(
                                            "{name: repeated, port: "
                                                + name.up(1).text("port")
                                                + ", protocol: "
                                                + name.up(1).text("protocol")
                                                + (name.up(1).has("hostname")
                                                    ? ", hostname: \""
                                                        + name.up(1).text("hostname")
                                                        + "\""
                                                    : "")
                                                + ", tls: {certificateRefs: [{name: any}]}}")))),
        breaking(
            "listener-with-name-of-other",
            "names of listeners are unique: the API server refuses the Gateway",
            files ->
                files
                    .sites(Types.GATEWAY, "spec.listeners")
                    .filter(list -> list.children().count() > 1)
                    .flatMap(
                        list ->
                            list.at("1.name")
                                .flatMap(name -> name.replaced(list.text("0.name")))
                                .map(mutant -> mutant.and(Stream.of(list))))),
        breaking(
            "https-listener-without-tls",
            "a listener for HTTPS needs a certificate",
            files ->
                files
                    .sites(Types.GATEWAY, "spec.listeners.*")
                    .filter(site -> site.text("protocol").equals("HTTPS"))
                    .flatMap(site -> site.at("tls"))
                    .flatMap(Site::removed)),
        breakingInWhole(
            "misspelt-certificate",
            "the listener's certificate is not found",
            files ->
                files
                    .sites(Types.GATEWAY, "spec.listeners.*.tls.certificateRefs.*")
                    .filter(one -> !one.has("namespace"))
                    .flatMap(one -> one.at("name"))
                    .filter(
                        site -> files.has(Types.SECRET, site.manifest().namespace(), site.text()))
                    .flatMap(site -> site.replaced(Slips.swapped(site.text())))),
        breaking(
            "filter-of-other-type",
            "the API server refuses a filter whose field is not that of its type",
            files ->
                files
                    .sites(Types.HTTP_ROUTE, "spec.rules.*.filters.*.type")
                    .filter(site -> !site.text().equals("RequestMirror"))
                    .flatMap(site -> site.replaced("RequestMirror"))),
        breaking(
            "path-value-without-slash",
            "the API server refuses paths that do not begin with a slash",
            files ->
                files
                    .sites(Types.HTTP_ROUTE, "spec.rules.*.matches.*.path")
                    .filter(site -> Set.of("Exact", "PathPrefix").contains(site.text("type")))
                    .flatMap(site -> site.at("value"))
                    .filter(site -> site.text().length() > 1)
                    .flatMap(site -> site.replaced(site.text().substring(1)))));
  }

  /** References of routes to Gateways of the files. */
  private static Stream<Site> gatewayReferences(Manifests files) {
    return files
        .of(Types.ROUTES)
        .flatMap(one -> one.at("spec.parentRefs.*"))
        .filter(one -> Set.of("", "Gateway").contains(one.text("kind")))
        .filter(one -> gateway(files, one).count() == 1);
  }

  private static Stream<Manifest> gateway(Manifests files, Site reference) {
    return Lookup.named(files, Types.GATEWAY, namespace(reference), reference.text("name"));
  }

  private static String namespace(Site reference) {
    return reference.has("namespace")
        ? reference.text("namespace")
        : reference.manifest().namespace();
  }

  private static Stream<Site> backends(Manifests files) {
    return files
        .of(Types.ROUTES)
        .flatMap(one -> one.at(BACKENDS))
        .filter(one -> Set.of("", "Service").contains(one.text("kind")))
        .filter(one -> service(files, one).count() == 1);
  }

  private static Stream<Manifest> service(Manifests files, Site reference) {
    return Lookup.named(files, Types.SERVICE, namespace(reference), reference.text("name"));
  }

  /** References from the first namespace of a grant into its own. */
  private static Stream<Site> references(Manifests files, Manifest grant) {
    return files
        .of(Types.ROUTES)
        .filter(one -> grant.at("spec.from.*.namespace").anyMatch(n -> one.isIn(n.text())))
        .flatMap(one -> one.at(BACKENDS))
        .filter(one -> one.text("namespace").equals(grant.namespace()))
        .flatMap(Site::all);
  }
}
