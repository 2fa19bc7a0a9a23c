package dev.meshlint.core.mesh;

import dev.meshlint.core.finding.Evidence;
import dev.meshlint.core.manifest.Located;
import dev.meshlint.core.manifest.NamespaceRef;
import dev.meshlint.core.manifest.Resource;
import dev.meshlint.core.mesh.Answer.Absent;
import dev.meshlint.core.mesh.Answer.Found;
import dev.meshlint.core.mesh.Answer.Unknown;
import dev.meshlint.core.mesh.Answer.Why;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.kubernetes.ServiceAccount;
import dev.meshlint.core.value.WildcardText;
import java.util.ArrayList;
import java.util.List;

/**
 * The identities that workloads have: service accounts, also those that only a pod template names.
 *
 * <p>Filled while the mesh is built, then only read.
 */
public final class Identities {
  /** The account of pods that name none; it exists in every namespace. */
  private static final String DEFAULT_ACCOUNT = "default";

  private final Names<Located> accounts;
  private final ByNamespace<MeshWorkload> workloads = new ByNamespace<>();

  Identities(MeshSettings settings) {
    this.accounts = new Names<>(settings, settings.known().serviceAccounts());
  }

  void add(ServiceAccount account, NamespaceRef namespace) {
    accounts.add(account.resource().name(), namespace, account);
  }

  void add(MeshWorkload workload) {
    workload
        .template()
        .ifPresent(
            template -> {
              Text account = template.spec().serviceAccountName();
              String name = account == null ? DEFAULT_ACCOUNT : account.value();
              workloads.add(name, workload.namespace(), workload);
              if (account != null && !account.open()) {
                accounts.add(account.value(), workload.namespace(), account);
              }
            });
  }

  void refer(String account, Resource from) {
    accounts.refer(account, from);
  }

  /**
   * The service account with this name in a namespace.
   *
   * @param name the account's name
   * @param namespace its namespace, as the principal writes it
   */
  public Answer<Located> account(String name, NamespaceRef namespace) {
    return name.equals(DEFAULT_ACCOUNT)
        ? new Unknown<>(Why.DECLARED_ELSEWHERE)
        : accounts.find(name, namespace);
  }

  /**
   * The service account that a policy names without a namespace.
   *
   * @param name the account's name
   * @param own the namespace of the policy
   */
  public Answer<Located> ownAccount(String name, NamespaceRef own) {
    return name.equals(DEFAULT_ACCOUNT)
        ? new Unknown<>(Why.DECLARED_ELSEWHERE)
        : accounts.findUnqualified(name, own);
  }

  /**
   * Whether a service account matches a pattern of a policy, {@code name*} or {@code *name}.
   *
   * @param pattern the pattern of the account's name
   * @param namespace its namespace
   * @return absent only where the namespace is declared complete: a beginning is no name that could be misspelt
   */
  public Answer<Located> accounts(WildcardText pattern, NamespaceRef namespace) {
    List<Located> matching = new ArrayList<>();
    for (String name : accounts.index().namesIn(namespace)) {
      if (pattern.matches(name)) {
        matching.addAll(accounts.index().at(name, namespace).certain());
      }
    }
    if (!matching.isEmpty()) {
      return new Found<>(matching);
    }
    return accounts.isComplete(namespace) && !pattern.matches(DEFAULT_ACCOUNT)
        ? new Absent<>(Evidence.CLOSED, List.of(), null)
        : new Unknown<>(Why.DECLARED_ELSEWHERE);
  }

  /** The workloads in view that certainly run as a service account. */
  public List<MeshWorkload> workloadsOf(String account, NamespaceRef namespace) {
    return workloads.at(account, namespace).certain();
  }
}
