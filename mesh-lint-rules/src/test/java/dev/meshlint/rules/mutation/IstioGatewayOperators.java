package dev.meshlint.rules.mutation;

import static dev.meshlint.rules.mutation.Operator.breaking;
import static dev.meshlint.rules.mutation.Operator.breakingInWhole;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Mistakes in Gateways of Istio, and in what names them. */
final class IstioGatewayOperators {
  private IstioGatewayOperators() {}

  static List<Operator> all() {
    return List.of(
        breakingInWhole(
            "misspelt-gateway",
            "the VirtualService is bound to a Gateway that does not exist, so that its routes are nowhere",
            files ->
                gatewayNames(files)
                    .flatMap(site -> site.replaced(Slips.swapped(site.text(), '/', true)))),
        breakingInWhole(
            "gateway-in-other-namespace",
            "the Gateway is looked for in a namespace that does not have it",
            files ->
                gatewayNames(files)
                    .filter(site -> site.text().indexOf('/') > 0)
                    .flatMap(
                        site -> site.replaced("other" + site.text().replaceFirst("^[^/]*", "")))),
        breakingInWhole(
            "unqualified-gateway",
            "a name alone means a Gateway of the same namespace, which does not have it",
            files ->
                gatewayNames(files)
                    .filter(site -> site.text().indexOf('/') > 0)
                    .filter(site -> !site.text().startsWith(site.manifest().namespace() + "/"))
                    .flatMap(site -> site.replaced(site.text().replaceFirst("^[^/]*/", "")))),
        breakingInWhole(
            "dropped-gateway",
            "the VirtualService is bound to a Gateway that does not exist",
            files ->
                gatewayNames(files)
                    .flatMap(
                        site ->
                            gateway(files, site).map(one -> one.dropped().and(Stream.of(site))))),
        breakingInWhole(
            "gateway-for-other-hosts",
            "no server of the Gateway takes the hosts of the VirtualService",
            files ->
                gatewayNames(files)
                    .filter(site -> site.up(1).children().count() == 1)
                    .flatMap(
                        site ->
                            gateway(files, site)
                                .filter(one -> one.at("spec.servers.*.hosts.*").count() == 1)
                                .filter(one -> !isDelegate(site.manifest()))
                                .flatMap(one -> one.at("spec.servers.*.hosts.*"))
                                .flatMap(host -> host.replaced("other.invalid"))
                                .map(
                                    one ->
                                        one.and(site.manifest().at("spec.hosts"))
                                            .and(Stream.of(site))))),
        breakingInWhole(
            "misspelt-gateway-selector",
            "no proxy takes the Gateway's servers",
            files ->
                files
                    .sites(Types.ISTIO_GATEWAY, "spec.selector")
                    .filter(
                        site ->
                            files.of(Types.WORKLOADS).anyMatch(one -> Lookup.selects(site, one)))
                    .flatMap(Site::children)
                    .flatMap(site -> site.replaced(Slips.swapped(site.text())))),
        breaking(
            "https-server-without-tls",
            "the server ends TLS with nothing, so that it is refused",
            files ->
                files
                    .sites(Types.ISTIO_GATEWAY, "spec.servers.*")
                    .filter(site -> site.text("port.protocol").equals("HTTPS"))
                    .flatMap(site -> site.at("tls"))
                    .flatMap(Site::removed)),
        breaking(
            "dropped-credential",
            "the server ends TLS without a certificate",
            files ->
                files
                    .sites(Types.ISTIO_GATEWAY, "spec.servers.*.tls")
                    .filter(site -> Set.of("SIMPLE", "MUTUAL").contains(site.text("mode")))
                    .filter(site -> !site.has("serverCertificate") && !site.has("credentialNames"))
                    .flatMap(
                        site ->
                            site.at("credentialName")
                                .flatMap(Site::removed)
                                .map(gone -> gone.and(site.at("mode"))))),
        breakingInWhole(
            "misspelt-credential",
            "the server's certificate is not found: handshakes fail",
            files ->
                files
                    .sites(Types.ISTIO_GATEWAY, "spec.servers.*.tls.credentialName")
                    .filter(
                        site ->
                            secrets(files, site.text())
                                .anyMatch(one -> isOfProxy(files, one, site.manifest())))
                    .flatMap(site -> site.replaced(Slips.swapped(site.text())))));
  }

  private static Stream<Site> gatewayNames(Manifests files) {
    return files
        .sites(Types.VIRTUAL_SERVICE, "spec.gateways.*")
        .filter(site -> gateway(files, site).count() == 1);
  }

  private static Stream<Manifest> gateway(Manifests files, Site name) {
    int slash = name.text().indexOf('/');
    String namespace = slash < 0 ? name.manifest().namespace() : name.text().substring(0, slash);
    return Lookup.named(files, Types.ISTIO_GATEWAY, namespace, name.text().substring(slash + 1));
  }

  private static boolean isDelegate(Manifest service) {
    return service.at("spec.hosts.*").findAny().isEmpty();
  }

  /** What is a Secret of some name, or makes one. */
  private static Stream<Manifest> secrets(Manifests files, String name) {
    Set<String> kinds = Set.of("Secret", "SealedSecret");
    return files
        .all()
        .filter(
            one ->
                kinds.contains(one.kind()) && one.name().equals(name)
                    || one.kind().equals("Certificate")
                        && one.text("spec.secretName").equals(name));
  }

  /** Whether a proxy that takes a Gateway's servers is beside the Secret. */
  private static boolean isOfProxy(Manifests files, Manifest secret, Manifest gateway) {
    return gateway
        .at("spec.selector")
        .anyMatch(
            site ->
                files
                    .of(Types.WORKLOADS)
                    .anyMatch(one -> one.isIn(secret.namespace()) && Lookup.selects(site, one)));
  }
}
