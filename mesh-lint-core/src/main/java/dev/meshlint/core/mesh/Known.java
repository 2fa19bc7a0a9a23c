package dev.meshlint.core.mesh;

import java.util.ArrayList;
import java.util.List;

/**
 * What the configuration says about things outside the files. Entries may hold {@code *}; names in a namespace are
 * written {@code namespace/name}.
 *
 * @param namespaces namespaces that exist
 * @param hosts hosts that exist
 * @param gateways gateways that exist
 * @param serviceAccounts service accounts that exist
 * @param secrets secrets that exist
 * @param completeNamespaces namespaces of which every resource is in the files
 */
public record Known(
    List<String> namespaces,
    List<String> hosts,
    List<String> gateways,
    List<String> serviceAccounts,
    List<String> secrets,
    List<String> completeNamespaces) {
  /** Nothing is known. */
  public static final Known NOTHING =
      new Known(List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

  /** Makes the lists unmodifiable. */
  public Known {
    namespaces = List.copyOf(namespaces);
    hosts = List.copyOf(hosts);
    gateways = List.copyOf(gateways);
    serviceAccounts = List.copyOf(serviceAccounts);
    secrets = List.copyOf(secrets);
    completeNamespaces = List.copyOf(completeNamespaces);
  }

  /** This and what else is known. */
  public Known and(Known other) {
    return new Known(
        join(namespaces, other.namespaces),
        join(hosts, other.hosts),
        join(gateways, other.gateways),
        join(serviceAccounts, other.serviceAccounts),
        join(secrets, other.secrets),
        join(completeNamespaces, other.completeNamespaces));
  }

  private static List<String> join(List<String> some, List<String> more) {
    List<String> all = new ArrayList<>(some);
    all.addAll(more);
    return all;
  }
}
