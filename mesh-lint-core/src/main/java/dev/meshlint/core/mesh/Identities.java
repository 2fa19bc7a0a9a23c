package dev.meshlint.core.mesh;

import dev.meshlint.core.manifest.Located;
import dev.meshlint.core.manifest.NamespaceRef;
import dev.meshlint.core.manifest.Resource;
import dev.meshlint.core.mesh.Answer.Unknown;
import dev.meshlint.core.mesh.Answer.Why;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.kubernetes.ServiceAccount;

/**
 * The identities that workloads have: service accounts, also those that only a pod template names.
 *
 * <p>Filled while the mesh is built, then only read.
 */
public final class Identities {
  /** The account of pods that name none; it exists in every namespace. */
  private static final String DEFAULT_ACCOUNT = "default";

  private final Names<Located> accounts;

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
    if (name.equals(DEFAULT_ACCOUNT)) {
      return new Unknown<>(Why.DECLARED_ELSEWHERE);
    }
    return accounts.find(name, namespace);
  }
}
