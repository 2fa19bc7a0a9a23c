package dev.meshlint.rules.mutation;

import static dev.meshlint.rules.mutation.Operator.breaking;

import dev.meshlint.core.value.Cidr;
import dev.meshlint.core.yaml.YamlScalar.Type;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Values that the fields of the meshes do not take. */
final class ValueOperators {
  private static final Set<String> NUMBERS =
      Set.of("number", "weight", "attempts", "replicas", "containerPort", "percent");
  private static final Set<String> DURATIONS =
      Set.of(
          "timeout",
          "perTryTimeout",
          "interval",
          "baseEjectionTime",
          "fixedDelay",
          "connectTimeout",
          "idleTimeout",
          "maxConnectionDuration",
          "maxAge",
          "request",
          "backendRequest",
          "backoff",
          "drainDuration",
          "ttl");
  private static final Set<String> WORDS =
      Set.of(
          "mode",
          "action",
          "resolution",
          "location",
          "minProtocolVersion",
          "maxProtocolVersion",
          "protocol",
          "proxyProtocol",
          "accessPolicy",
          "trafficPolicy",
          "type",
          "simple",
          "h2UpgradePolicy");
  private static final Set<String> PERCENTAGES = Set.of("maxEjectionPercent", "minHealthPercent");

  private ValueOperators() {}

  static List<Operator> all() {
    return List.of(
        breaking(
            "quoted-number",
            "the API server refuses text where a number belongs",
            files ->
                fields(files, NUMBERS)
                    .filter(site -> site.type() == Type.INTEGER)
                    .flatMap(Site::quoted)),
        breaking(
            "unquoted-port",
            "Cilium's and Istio's policies have ports as text",
            files ->
                Stream.concat(
                        files.of(Types.CILIUM_POLICIES).flatMap(ValueOperators::policyPorts),
                        files.sites(
                            Types.AUTHORIZATION_POLICY, "spec.rules.*.to.*.operation.ports.*"))
                    .flatMap(Site::unquoted)),
        breaking(
            "unquoted-label",
            "labels and annotations are text: the API server refuses numbers and truth values",
            files ->
                files
                    .all()
                    .flatMap(
                        one ->
                            Stream.of(
                                    "metadata.labels.*",
                                    "metadata.annotations.*",
                                    "spec.template.metadata.labels.*",
                                    "spec.template.metadata.annotations.*",
                                    "spec.selector.matchLabels.*")
                                .flatMap(one::at))
                    .flatMap(Site::unquoted)),
        breaking(
            "duration-without-unit",
            "durations have units",
            files ->
                fields(files, DURATIONS)
                    .filter(site -> site.text().matches("\\d+(ms|s|m|h)"))
                    .flatMap(site -> site.written(site.text().replaceAll("[a-z]+", "")))),
        breaking(
            "duration-with-unknown-unit",
            "units of durations are ms, s, m and h",
            files ->
                fields(files, DURATIONS)
                    .filter(site -> site.text().matches("\\d+(ms|s|m|h)"))
                    .flatMap(site -> site.replaced(site.text() + "ec"))),
        breaking(
            "prefix-length-out-of-range",
            "an address has 32 or 128 bits",
            files ->
                cidrs(files)
                    .flatMap(site -> site.replaced(site.text().replaceAll("/\\d+$", "/199")))),
        breaking(
            "byte-out-of-range",
            "a byte of an address is at most 255",
            files ->
                cidrs(files)
                    .filter(site -> site.text().indexOf('.') > 0)
                    .flatMap(site -> site.replaced(site.text().replaceAll("^\\d+", "310")))),
        breaking(
            "unbalanced-expression",
            "Envoy does not compile the regular expression",
            files ->
                Stream.concat(
                        fields(files, Set.of("regex")),
                        files
                            .of(Types.ROUTES)
                            .flatMap(one -> one.at("spec.rules.*.matches.*.path|method"))
                            .filter(site -> site.text("type").equals("RegularExpression"))
                            .flatMap(site -> site.at("value")))
                    .filter(Site::isScalar)
                    .flatMap(site -> site.replaced(site.text() + "("))),
        breaking(
            "misspelt-word",
            "the field knows its words, and no other",
            files -> words(files).flatMap(site -> site.replaced(Slips.swapped(site.text())))),
        breaking(
            "word-in-other-case",
            "words are told apart by case",
            files ->
                words(files)
                    .filter(site -> !isProtocolOfIstio(site))
                    .flatMap(site -> site.replaced(inOtherCase(site.text())))),
        breaking(
            "port-out-of-range",
            "the last port is 65535",
            files ->
                fields(files, Set.of("number", "port", "containerPort", "targetPort"))
                    .filter(site -> site.type() == Type.INTEGER)
                    .flatMap(site -> site.replaced("75535"))),
        breaking(
            "negative-weight",
            "weights begin at 0",
            files ->
                fields(files, Set.of("weight"))
                    .filter(site -> site.type() == Type.INTEGER)
                    .flatMap(site -> site.replaced("-1"))),
        breaking(
            "percentage-above-100",
            "there is no more than all",
            files ->
                fields(files, PERCENTAGES)
                    .filter(site -> site.type() == Type.INTEGER)
                    .flatMap(site -> site.replaced("101"))),
        breaking(
            "name-in-capitals",
            "names are lower case: the API server refuses the resource",
            files ->
                files
                    .all()
                    .filter(one -> Types.isMesh(one) || one.type().startsWith("/"))
                    .filter(one -> !one.type().equals(Types.NAMESPACE))
                    .flatMap(one -> one.at("metadata.name"))
                    .flatMap(
                        site -> {
                          String name = Slips.capital(site.text()) + "_1";
                          return site.replaced(name).map(mutant -> mutant.named(name));
                        })),
        breaking(
            "blank-in-label",
            "values of labels are words: the API server refuses the resource",
            files ->
                files
                    .all()
                    .filter(one -> Types.isMesh(one) || one.type().startsWith("/"))
                    .flatMap(one -> one.at("metadata.labels.*"))
                    .filter(Site::isScalar)
                    .flatMap(site -> site.replaced("a " + site.text()))),
        breaking(
            "host-with-scheme",
            "a host is a name, no address of a page",
            files -> hosts(files).flatMap(site -> site.replaced("https://" + site.text()))),
        breaking(
            "host-with-underscore",
            "names in DNS have letters, digits and dashes",
            files ->
                hosts(files)
                    .filter(site -> site.text().matches("[a-z].*"))
                    .flatMap(site -> site.replaced("my_" + site.text()))),
        breaking(
            "status-out-of-range",
            "HTTP has no such status",
            files ->
                Stream.concat(
                        files.sites(Types.VIRTUAL_SERVICE, "spec.http.*.fault.abort.httpStatus"),
                        files.sites(Types.VIRTUAL_SERVICE, "spec.http.*.directResponse.status"))
                    .flatMap(site -> site.replaced("700"))),
        breaking(
            "retry-on-unknown-condition",
            "Envoy retries on the conditions that it knows",
            files ->
                files
                    .sites(Types.VIRTUAL_SERVICE, "spec.http.*.retries.retryOn")
                    .flatMap(site -> site.replaced("5xy"))));
  }

  private static Stream<Site> fields(Manifests files, Set<String> keys) {
    return files
        .all()
        .filter(one -> Types.isMesh(one) || one.type().equals(Types.SERVICE))
        .flatMap(one -> one.at("spec"))
        .flatMap(Site::all)
        .filter(site -> site.isScalar() && keys.contains(site.key()))
        .filter(site -> !site.path().contains("resources"));
  }

  private static Stream<Site> policyPorts(Manifest policy) {
    return policy.at("spec.ingress|egress|ingressDeny|egressDeny.*.toPorts.*.ports.*.port");
  }

  private static Stream<Site> words(Manifests files) {
    return fields(files, WORDS).filter(site -> site.text().matches("[A-Za-z_]{3,}"));
  }

  /** Istio upper-cases protocols of ports before it looks them up. */
  private static boolean isProtocolOfIstio(Site site) {
    return site.key().equals("protocol") && site.manifest().type().contains(".istio.io/");
  }

  private static String inOtherCase(String word) {
    UnaryOperator<String> lower = text -> text.toLowerCase(Locale.ROOT);
    return lower.apply(word).equals(word) ? Slips.capital(word) : lower.apply(word);
  }

  private static Stream<Site> cidrs(Manifests files) {
    return files
        .all()
        .filter(one -> Types.isMesh(one) || one.type().equals(Types.NETWORK_POLICY))
        .flatMap(one -> one.at("spec"))
        .flatMap(Site::all)
        .filter(site -> site.text().indexOf('/') > 0 && Cidr.parse(site.text()) != null);
  }

  /** Hosts that Istio and the Gateway API look up as they are. */
  private static Stream<Site> hosts(Manifests files) {
    return files
        .all()
        .flatMap(
            one ->
                switch (one.type()) {
                  case Types.VIRTUAL_SERVICE, Types.SERVICE_ENTRY -> one.at("spec.hosts.*");
                  case Types.DESTINATION_RULE -> one.at("spec.host");
                  case Types.GATEWAY -> one.at("spec.listeners.*.hostname");
                  case Types.HTTP_ROUTE, Types.GRPC_ROUTE -> one.at("spec.hostnames.*");
                  default -> Stream.empty();
                })
        .filter(site -> !site.text().isEmpty());
  }
}
