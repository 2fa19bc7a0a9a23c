package dev.meshlint.rules.mutation;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What names and labels in files mean, told in the simplest way: where that may err, operators change nothing. */
final class Lookup {
  private static final String SERVICE_SUFFIX = ".svc.cluster.local";

  private Lookup() {}

  /** The Service that a host means to those in a namespace; none where something else may have the host. */
  static Stream<Manifest> service(Manifests files, String host, String namespace) {
    String name = host.indexOf('.') < 0 ? host : host.substring(0, host.indexOf('.'));
    String rest = host.substring(name.length());
    String of =
        rest.isEmpty()
            ? namespace
            : rest.replace(SERVICE_SUFFIX, "").replaceAll("\\.svc$", "").replaceFirst("^\\.", "");
    boolean other =
        files
            .sites(Types.SERVICE_ENTRY, "spec.hosts.*")
            .anyMatch(site -> site.text().startsWith(name) || site.text().startsWith("*"));
    return other || of.indexOf('.') >= 0
        ? Stream.empty()
        : files.of(Types.SERVICE).filter(one -> one.isIn(of) && one.name().equals(name));
  }

  /** The labels of a mapping, each written as {@code key=value}. */
  static Set<String> labels(Stream<Site> mapping) {
    return Set.copyOf(
        mapping.flatMap(Site::children).map(site -> site.key() + "=" + site.text()).toList());
  }

  /** The workloads of a namespace whose Pods have all of some labels. */
  static Stream<Manifest> workloads(Manifests files, String namespace, Set<String> labels) {
    return files
        .of(Types.WORKLOADS)
        .filter(one -> one.isIn(namespace) && podLabels(one).containsAll(labels));
  }

  static Set<String> podLabels(Manifest workload) {
    return labels(workload.at("spec.template.metadata.labels"));
  }

  /** Whether the Pods of a workload have all labels of a mapping. */
  static boolean selects(Site selector, Manifest workload) {
    return podLabels(workload).containsAll(labels(Stream.of(selector)));
  }

  /** The resource of some type in a namespace that a name means. */
  static Stream<Manifest> named(Manifests files, String type, String namespace, String name) {
    return files.of(type).filter(one -> one.isIn(namespace) && one.name().equals(name));
  }

  /** Whether a name means nothing in the files. */
  static boolean isFree(Manifests files, String name) {
    return files.all().noneMatch(one -> one.name().equals(name));
  }

  /** A port that none of a Service's ports has. */
  static String otherPort(List<String> ports) {
    String port = "9876";
    while (ports.contains(port)) {
      port += "1";
    }
    return port;
  }

  static List<String> ports(Manifest service) {
    return service.at("spec.ports.*.port").map(Site::text).toList();
  }
}
