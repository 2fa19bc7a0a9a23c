package dev.meshlint.rules.mutation;

import static dev.meshlint.rules.mutation.Operator.breaking;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** Mistakes in the shape of one resource. */
final class ShapeOperators {
  /** Fields whose keys are the user's own, or whose values may be anything. */
  private static final Set<String> FREE =
      Set.of(
          "annotations",
          "authPolicy",
          "config",
          "customTags",
          "data",
          "defaults",
          "distribute",
          "environmentVariables",
          "headers",
          "labels",
          "matchLabels",
          "nodeSelector",
          "options",
          "parameters",
          "pluginConfig",
          "proxyMetadata",
          "queryParams",
          "resources",
          "set",
          "add",
          "sourceLabels",
          "status",
          "stringData",
          "tagOverrides",
          "tags",
          "template",
          "value",
          "values",
          "withoutHeaders");

  private static final List<String> LISTS =
      List.of(
          "spec.hosts",
          "spec.gateways",
          "spec.exportTo",
          "spec.http",
          "spec.http.*.match",
          "spec.http.*.route",
          "spec.subsets",
          "spec.servers",
          "spec.servers.*.hosts",
          "spec.egress",
          "spec.egress.*.hosts",
          "spec.ingress",
          "spec.rules",
          "spec.rules.*.from",
          "spec.rules.*.to",
          "spec.rules.*.from.*.source.principals",
          "spec.rules.*.from.*.source.namespaces",
          "spec.rules.*.to.*.operation.methods",
          "spec.rules.*.to.*.operation.paths",
          "spec.rules.*.to.*.operation.ports",
          "spec.jwtRules",
          "spec.parentRefs",
          "spec.hostnames",
          "spec.rules.*.matches",
          "spec.rules.*.backendRefs",
          "spec.listeners",
          "spec.from",
          "spec.to",
          "spec.requiredAuthenticationRefs",
          "spec.identities",
          "spec.identityRefs",
          "spec.networks",
          "spec.ingress.*.fromEndpoints",
          "spec.ingress.*.toPorts",
          "spec.ingress.*.fromEntities",
          "spec.egress.*.toEndpoints",
          "spec.egress.*.toEntities",
          "spec.egress.*.toFQDNs",
          "spec.egress.*.toCIDR",
          "spec.egress.*.toPorts.*.ports");

  private ShapeOperators() {}

  static List<Operator> all() {
    return List.of(
        breaking(
            "unknown-field",
            "the API server refuses or drops what the kind does not have",
            files -> structures(files).flatMap(site -> site.added("colour", "blue"))),
        breaking(
            "misspelt-field",
            "as an unknown field, and what it was to set is not set",
            files ->
                fields(files)
                    .filter(site -> site.key().length() >= 5)
                    .flatMap(site -> site.renamed(Slips.swapped(site.key())))),
        breaking(
            "field-in-other-case",
            "names of fields are told apart by case",
            files ->
                fields(files)
                    .flatMap(
                        site ->
                            site.renamed(site.key().toLowerCase(Locale.ROOT))
                                .filter(one -> !isLower(site.key())))),
        breaking(
            "repeated-key",
            "of two entries with one key the API server takes one or refuses both",
            files ->
                fields(files)
                    .filter(Site::isScalar)
                    .flatMap(site -> site.repeated("other").map(Mutant::inFile))),
        breaking(
            "field-one-level-up",
            "a field counts only where its kind has it",
            files ->
                files
                    .sites(Types.VIRTUAL_SERVICE, "spec.http.*.timeout|retries|fault|rewrite")
                    .filter(Site::isScalar)
                    .flatMap(
                        site ->
                            site.removed()
                                .flatMap(
                                    gone ->
                                        site.up(3)
                                            .added(site.key(), site.text())
                                            .map(added -> added.and(gone))))),
        breaking(
            "misspelt-kind",
            "no server knows the kind",
            files ->
                files
                    .all()
                    .filter(Types::isMesh)
                    .flatMap(
                        one -> {
                          String kind = Slips.swapped(one.kind());
                          return one.at("kind")
                              .flatMap(site -> site.replaced(kind))
                              .map(mutant -> mutant.ofKind(kind));
                        })),
        breaking(
            "unknown-version",
            "no server has the kind in this version",
            files ->
                files
                    .all()
                    .filter(Types::isMesh)
                    .flatMap(one -> one.at("apiVersion"))
                    .flatMap(site -> site.replaced(site.text().replaceAll("/.*", "/v7")))),
        breaking(
            "dropped-required-field",
            "the API server refuses the resource, or it does nothing",
            files ->
                files
                    .all()
                    .flatMap(one -> RequiredFields.of(one.type()).flatMap(one::at))
                    .flatMap(Site::removed)),
        breaking(
            "text-for-list",
            "the API server refuses a text where a list belongs",
            files -> lists(files).flatMap(site -> site.written("any"))),
        breaking(
            "list-for-mapping",
            "the API server refuses a list where one mapping belongs",
            files ->
                files
                    .all()
                    .filter(Types::isMesh)
                    .flatMap(one -> one.at("spec"))
                    .filter(Site::isMapping)
                    .flatMap(site -> site.written("[]"))),
        breaking(
            "dropped-name",
            "the API server refuses a resource without a name",
            files ->
                files
                    .all()
                    .filter(one -> Types.isMesh(one) || one.type().startsWith("/"))
                    .filter(one -> !one.kind().equals("IstioOperator"))
                    .flatMap(one -> one.at("metadata.name"))
                    .flatMap(Site::removed)
                    .map(mutant -> mutant.named(""))),
        breaking(
            "tab-as-indentation",
            "YAML forbids tabs there, so that nothing of the document is read",
            files ->
                files
                    .all()
                    .flatMap(one -> one.at("metadata.name"))
                    .filter(site -> !site.node().flow())
                    .map(site -> before(site.up(1), "\t"))),
        breaking(
            "unclosed-quote",
            "the rest of the document is taken for text",
            files ->
                files
                    .all()
                    .flatMap(one -> one.at("metadata.name"))
                    .filter(site -> site.node().end() - site.node().start() == site.text().length())
                    .map(site -> before(site, "\""))));
  }

  private static Mutant before(Site site, String text) {
    return new Mutant(
            List.of(Edits.insert(site.node(), site.node().start(), text)), List.of(site.place()))
        .inFile();
  }

  private static boolean isLower(String text) {
    return text.equals(text.toLowerCase(Locale.ROOT));
  }

  /** The mappings of the meshes' resources whose keys are the kind's. */
  private static Stream<Site> structures(Manifests files) {
    return files
        .all()
        .filter(Types::isMesh)
        .flatMap(one -> one.at("spec"))
        .flatMap(Site::all)
        .filter(site -> site.isMapping() && isFixed(site) && site.children().findAny().isPresent());
  }

  private static Stream<Site> fields(Manifests files) {
    return structures(files).flatMap(Site::children);
  }

  private static boolean isFixed(Site site) {
    boolean selector =
        site.key().equals("selector") && !site.has("matchLabels") && !site.has("matchExpressions");
    return site.path().stream().noneMatch(FREE::contains) && !selector;
  }

  private static Stream<Site> lists(Manifests files) {
    return files
        .all()
        .filter(Types::isMesh)
        .flatMap(one -> LISTS.stream().flatMap(one::at))
        .filter(Site::isSequence);
  }
}
