package dev.meshlint.rules.mutation;

import static dev.meshlint.rules.mutation.Operator.neutral;

import dev.meshlint.core.yaml.YamlScalar;
import dev.meshlint.core.yaml.YamlScalar.Type;
import java.util.List;
import java.util.stream.Stream;

/** Changes that nothing in a cluster can tell. */
final class NeutralOperators {
  private NeutralOperators() {}

  static List<Operator> all() {
    return List.of(
        neutral(
            "comment",
            "nothing reads comments",
            files ->
                files
                    .all()
                    .map(one -> edit(one.root(), lineStart(one.root()), "# For the shop.\n"))),
        neutral(
            "blank-line",
            "blank lines between entries mean nothing",
            files ->
                files
                    .all()
                    .flatMap(one -> one.at("spec"))
                    .filter(site -> !site.node().flow())
                    .map(site -> edit(site, lineStart(site.up(1)), "\n"))),
        neutral(
            "quotes-around-text",
            "text is text with and without quotes",
            files ->
                files
                    .all()
                    .filter(Types::isMesh)
                    .flatMap(one -> one.at("spec"))
                    .flatMap(Site::all)
                    .filter(site -> site.type() == Type.STRING)
                    .flatMap(Site::quoted)),
        neutral(
            "other-quotes",
            "single and double quotes say the same of plain letters",
            files ->
                files
                    .all()
                    .flatMap(one -> one.root().all())
                    .filter(
                        site ->
                            site.node() instanceof YamlScalar scalar
                                && scalar.style() == YamlScalar.Style.DOUBLE_QUOTED
                                && site.text().matches("[\\w. -]+"))
                    .flatMap(site -> site.written("'" + site.text() + "'"))),
        neutral(
            "unrelated-label",
            "nothing selects by the label",
            files ->
                files
                    .all()
                    .flatMap(one -> one.at("metadata.labels"))
                    .flatMap(site -> site.added("example.com/team", "blue"))),
        neutral(
            "unrelated-annotation",
            "nothing reads the annotation",
            files ->
                files
                    .all()
                    .filter(one -> one.at("metadata.annotations").findAny().isEmpty())
                    .flatMap(one -> one.at("metadata"))
                    .flatMap(site -> site.added("annotations", "\nexample.com/owner: anybody"))),
        neutral(
            "unrelated-pod-label",
            "nothing selects by the label",
            files ->
                files
                    .of(Types.WORKLOADS)
                    .flatMap(one -> one.at("spec.template.metadata.labels"))
                    .flatMap(site -> site.added("example.com/team", "blue"))),
        neutral(
            "reordered-keys",
            "mappings have no order",
            files ->
                files
                    .all()
                    .flatMap(one -> one.at("metadata.name"))
                    .flatMap(site -> site.up(1).at("namespace").flatMap(site::swappedWith))),
        neutral(
            "full-host-of-destination",
            "Istio completes short names with the namespace of the resource",
            files ->
                files
                    .sites(Types.VIRTUAL_SERVICE, "spec.http|tcp|tls.*.route.*.destination.host")
                    .filter(site -> site.text().matches("[a-z0-9-]+"))
                    .filter(site -> !site.manifest().namespace().isEmpty())
                    .flatMap(NeutralOperators::completed)),
        neutral(
            "full-host-of-destination-rule",
            "Istio completes short names with the namespace of the resource",
            files ->
                files
                    .sites(Types.DESTINATION_RULE, "spec.host")
                    .filter(site -> site.text().matches("[a-z0-9-]+"))
                    .filter(site -> !site.manifest().namespace().isEmpty())
                    .flatMap(NeutralOperators::completed)),
        neutral(
            "gateway-with-own-namespace",
            "a Gateway named alone is one of the same namespace",
            files ->
                files
                    .sites(Types.VIRTUAL_SERVICE, "spec.gateways.*")
                    .filter(site -> site.text().matches("[a-z0-9-]+"))
                    .filter(site -> !site.text().equals("mesh"))
                    .filter(site -> !site.manifest().namespace().isEmpty())
                    .flatMap(
                        site -> site.replaced(site.manifest().namespace() + "/" + site.text()))),
        neutral(
            "default-gateway",
            "a VirtualService that names no gateway is for the mesh",
            files ->
                files
                    .of(Types.VIRTUAL_SERVICE)
                    .filter(one -> one.at("spec.hosts").findAny().isPresent())
                    .filter(one -> one.at("spec.gateways").findAny().isEmpty())
                    .flatMap(one -> one.at("spec"))
                    .flatMap(site -> site.added("gateways", "[mesh]"))),
        neutral(
            "default-weight",
            "the only destination gets all requests",
            files ->
                files
                    .sites(Types.VIRTUAL_SERVICE, "spec.http.*.route")
                    .filter(site -> site.children().count() == 1)
                    .flatMap(Site::children)
                    .filter(site -> !site.has("weight"))
                    .flatMap(site -> site.added("weight", "100"))),
        neutral(
            "default-export",
            "what names no namespaces is exported to all",
            files ->
                files
                    .of(Types.VIRTUAL_SERVICE, Types.DESTINATION_RULE, Types.SERVICE_ENTRY)
                    .filter(one -> one.at("spec.exportTo|workloadSelector").findAny().isEmpty())
                    .flatMap(one -> one.at("spec"))
                    .flatMap(site -> site.added("exportTo", "[\"*\"]"))),
        neutral(
            "default-action",
            "an AuthorizationPolicy allows unless it says otherwise",
            files ->
                files
                    .of(Types.AUTHORIZATION_POLICY)
                    .filter(one -> one.at("spec.action").findAny().isEmpty())
                    .flatMap(one -> one.at("spec"))
                    .flatMap(site -> site.added("action", "ALLOW"))),
        neutral(
            "default-kind-of-backend",
            "a backend is a Service unless it says otherwise",
            files ->
                files
                    .of(Types.ROUTES)
                    .flatMap(one -> one.at("spec.rules.*.backendRefs.*"))
                    .filter(site -> !site.has("kind") && !site.has("group"))
                    .flatMap(site -> site.added("kind", "Service"))),
        neutral(
            "default-kind-of-parent",
            "a parent is a Gateway unless it says otherwise",
            files ->
                files
                    .of(Types.ROUTES)
                    .flatMap(one -> one.at("spec.parentRefs.*"))
                    .filter(site -> !site.has("kind") && !site.has("group"))
                    .flatMap(site -> site.added("kind", "Gateway"))),
        neutral(
            "own-namespace-of-backend",
            "a backend is of the route's namespace unless it says otherwise",
            files ->
                files
                    .of(Types.ROUTES)
                    .filter(one -> !one.namespace().isEmpty())
                    .flatMap(one -> one.at("spec.rules.*.backendRefs.*"))
                    .filter(site -> !site.has("namespace"))
                    .flatMap(site -> site.added("namespace", site.manifest().namespace()))),
        neutral(
            "default-backend-weight",
            "the weight of a backend is 1 unless it says otherwise",
            files ->
                files
                    .of(Types.ROUTES)
                    .flatMap(one -> one.at("spec.rules.*.backendRefs.*"))
                    .filter(site -> !site.has("weight"))
                    .flatMap(site -> site.added("weight", "1"))),
        neutral(
            "default-protocol",
            "ports are for TCP unless they say otherwise",
            files ->
                Stream.concat(
                        files.sites(Types.SERVICE, "spec.ports.*"),
                        files
                            .of(Types.WORKLOADS)
                            .flatMap(one -> one.at("spec.template.spec.containers.*.ports.*")))
                    .filter(site -> !site.has("protocol"))
                    .flatMap(site -> site.added("protocol", "TCP"))),
        neutral(
            "default-service-type",
            "a Service is a ClusterIP unless it says otherwise",
            files ->
                files
                    .of(Types.SERVICE)
                    .filter(one -> one.at("spec.type").findAny().isEmpty())
                    .flatMap(one -> one.at("spec"))
                    .flatMap(site -> site.added("type", "ClusterIP"))),
        neutral(
            "default-target-port",
            "a Service's port leads to the same port of its Pods unless it says otherwise",
            files ->
                files
                    .sites(Types.SERVICE, "spec.ports.*")
                    .filter(site -> !site.has("targetPort"))
                    .filter(site -> !"None".equals(site.manifest().text("spec.clusterIP")))
                    .flatMap(site -> site.added("targetPort", site.text("port")))),
        neutral(
            "source-of-labels-named",
            "Cilium takes labels without a source for those of any source, which Pods have from Kubernetes only",
            files ->
                files
                    .sites(Types.CILIUM_POLICY, "spec.endpointSelector.matchLabels.app")
                    .flatMap(site -> site.renamed("k8s:app"))),
        neutral(
            "default-port-protocol-of-cilium",
            "a port without protocol is for any, and so is ANY",
            files ->
                files
                    .of(Types.CILIUM_POLICIES)
                    .flatMap(one -> one.at("spec.ingress|egress.*.toPorts.*.ports.*"))
                    .filter(site -> !site.has("protocol"))
                    .flatMap(site -> site.added("protocol", "ANY"))),
        neutral(
            "own-namespace-of-authentication",
            "an authentication is of the policy's namespace unless it says otherwise",
            files ->
                files
                    .sites(Types.LINKERD_AUTHORIZATION, "spec.requiredAuthenticationRefs.*")
                    .filter(site -> !site.manifest().namespace().isEmpty())
                    .filter(site -> !site.has("namespace"))
                    .flatMap(site -> site.added("namespace", site.manifest().namespace()))),
        neutral(
            "status-of-a-dump",
            "what the cluster writes of a resource is no part of what is wanted",
            files ->
                files
                    .all()
                    .filter(Types::isMesh)
                    .filter(one -> one.at("status").findAny().isEmpty())
                    .filter(one -> !one.kind().equals("IstioOperator"))
                    .map(Manifest::root)
                    .flatMap(site -> site.added("status", "\nconditions: []"))),
        neutral(
            "metadata-of-a-dump",
            "the cluster writes when it made a resource",
            files ->
                files
                    .all()
                    .flatMap(one -> one.at("metadata"))
                    .filter(site -> !site.has("creationTimestamp"))
                    .flatMap(site -> site.added("creationTimestamp", "\"2026-01-05T08:00:00Z\""))));
  }

  private static Stream<Mutant> completed(Site host) {
    return host.replaced(host.text() + "." + host.manifest().namespace() + ".svc.cluster.local");
  }

  private static Mutant edit(Site site, int offset, String text) {
    return new Mutant(List.of(Edits.insert(site.node(), offset, text)), List.of());
  }

  private static int lineStart(Site site) {
    return site.node().file().text().lastIndexOf('\n', site.node().start()) + 1;
  }
}
