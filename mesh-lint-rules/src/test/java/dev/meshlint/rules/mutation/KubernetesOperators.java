package dev.meshlint.rules.mutation;

import static dev.meshlint.rules.mutation.Operator.breaking;
import static dev.meshlint.rules.mutation.Operator.breakingInWhole;

import dev.meshlint.core.fix.TextEdit;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Mistakes in the objects of Kubernetes that the meshes read, and in expressions for Prometheus. */
final class KubernetesOperators {
  private KubernetesOperators() {}

  static List<Operator> all() {
    return List.of(
        breakingInWhole(
            "misspelt-service-selector",
            "the Service has no Pods: requests get 503",
            files ->
                routed(files)
                    .flatMap(one -> one.at("spec.selector.*"))
                    .flatMap(site -> site.replaced(Slips.swapped(site.text())))),
        breakingInWhole(
            "misspelt-service-selector-key",
            "the Service has no Pods: requests get 503",
            files ->
                routed(files)
                    .flatMap(one -> one.at("spec.selector.*"))
                    .flatMap(site -> site.renamed(Slips.swapped(site.key())))),
        breakingInWhole(
            "misspelt-pod-label",
            "the Service does not find its Pods: requests get 503",
            files ->
                routed(files)
                    .filter(service -> backends(files, service).count() == 1)
                    .flatMap(
                        service ->
                            backends(files, service)
                                .flatMap(one -> one.at("spec.template.metadata.labels.*"))
                                .filter(
                                    label ->
                                        service
                                            .at("spec.selector")
                                            .anyMatch(
                                                s ->
                                                    s.children()
                                                        .anyMatch(
                                                            c -> c.key().equals(label.key()))))
                                .flatMap(label -> label.replaced(label.text() + "-x"))
                                .map(one -> one.and(service.at("spec.selector"))))),
        breakingInWhole(
            "misspelt-target-port",
            "no container has a port of the name: requests get 503",
            files ->
                services(files)
                    .flatMap(
                        service ->
                            service
                                .at("spec.ports.*.targetPort")
                                .filter(site -> portNames(files, service).contains(site.text()))
                                .flatMap(site -> site.replaced(Slips.swapped(site.text()))))),
        breakingInWhole(
            "renamed-container-port",
            "no container has a port of the name: requests get 503",
            files ->
                services(files)
                    .filter(service -> backends(files, service).count() == 1)
                    .flatMap(
                        service ->
                            service
                                .at("spec.ports.*.targetPort")
                                .flatMap(
                                    target ->
                                        backends(files, service)
                                            .flatMap(
                                                one ->
                                                    one.at(
                                                        "spec.template.spec.containers.*.ports.*.name"))
                                            .filter(name -> name.text().equals(target.text()))
                                            .flatMap(name -> name.replaced("other"))
                                            .map(one -> one.and(Stream.of(target)))))),
        breakingInWhole(
            "misspelt-service-account",
            "Pods under an account that does not exist are not created",
            files ->
                files
                    .of(Types.WORKLOADS)
                    .flatMap(one -> one.at("spec.template.spec.serviceAccountName"))
                    .filter(
                        site ->
                            files.has(
                                Types.SERVICE_ACCOUNT, site.manifest().namespace(), site.text()))
                    .flatMap(site -> site.replaced(Slips.swapped(site.text())))),
        breaking(
            "copied-document",
            "one resource defined twice in a file: the last one wins",
            files -> files.all().filter(Types::isMesh).map(one -> one.copied(one.name()))),
        breaking(
            "service-port-without-name",
            "names of several ports are required",
            files ->
                files
                    .of(Types.SERVICE)
                    .filter(one -> one.at("spec.ports.*").count() > 1)
                    .flatMap(one -> one.at("spec.ports.*.name"))
                    .flatMap(Site::removed)),
        breaking(
            "template-without-selected-label",
            "the API server refuses a workload that does not select its own Pods",
            files ->
                files
                    .of(Types.WORKLOADS)
                    .flatMap(
                        one ->
                            one.at("spec.selector.matchLabels.*")
                                .flatMap(site -> site.replaced(site.text() + "-x")))),
        breaking(
            "unknown-metric",
            "the alert never fires",
            files ->
                expressions(files)
                    .filter(site -> site.text().contains("istio_requests_total"))
                    .flatMap(
                        site -> replacedText(site, "istio_requests_total", "istio_request_total"))),
        breaking(
            "unclosed-parenthesis",
            "Prometheus refuses the rules",
            files ->
                expressions(files)
                    .filter(site -> site.text().contains("("))
                    .flatMap(site -> replacedText(site, "(", "(("))));
  }

  private static Stream<Mutant> replacedText(Site site, String from, String to) {
    String text = site.node().file().text();
    int at = text.indexOf(from, site.node().start());
    return at < 0 || at >= site.node().end()
        ? Stream.empty()
        : Stream.of(
            new Mutant(
                List.of(new TextEdit(site.node().file(), at, at + from.length(), to)),
                List.of(site.place())));
  }

  private static Stream<Site> expressions(Manifests files) {
    return files.sites("monitoring.coreos.com/PrometheusRule", "spec.groups.*.rules.*.expr");
  }

  /** The Services that have Pods in the files. */
  private static Stream<Manifest> services(Manifests files) {
    return files.of(Types.SERVICE).filter(one -> backends(files, one).findAny().isPresent());
  }

  /** Those of them that routes name: of others it is no mistake to have no Pods. */
  private static Stream<Manifest> routed(Manifests files) {
    return services(files)
        .filter(
            service ->
                files
                    .of(Types.VIRTUAL_SERVICE, Types.HTTP_ROUTE, Types.GRPC_ROUTE)
                    .filter(route -> route.isIn(service.namespace()))
                    .flatMap(
                        route ->
                            Stream.concat(
                                route.at("spec.http|tcp|tls.*.route.*.destination.host"),
                                route.at("spec.rules.*.backendRefs.*.name")))
                    .anyMatch(name -> name.text().equals(service.name())));
  }

  private static Stream<Manifest> backends(Manifests files, Manifest service) {
    Set<String> labels = Lookup.labels(service.at("spec.selector"));
    return labels.isEmpty() ? Stream.empty() : Lookup.workloads(files, service.namespace(), labels);
  }

  private static List<String> portNames(Manifests files, Manifest service) {
    return backends(files, service)
        .flatMap(one -> one.at("spec.template.spec.containers.*.ports.*.name"))
        .map(Site::text)
        .toList();
  }
}
