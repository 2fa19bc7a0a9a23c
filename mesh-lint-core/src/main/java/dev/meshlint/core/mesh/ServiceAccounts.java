package dev.meshlint.core.mesh;

import dev.meshlint.core.finding.Evidence;
import dev.meshlint.core.manifest.Located;
import dev.meshlint.core.manifest.Resource;
import dev.meshlint.core.mesh.Answer.Absent;
import dev.meshlint.core.mesh.Answer.Unknown;
import dev.meshlint.core.mesh.Answer.Why;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.istio.WorkloadEntry;
import dev.meshlint.core.model.istio.WorkloadGroup;
import org.jspecify.annotations.Nullable;

/** The ServiceAccount objects that workloads run as. Immutable. */
public final class ServiceAccounts {
  private final Objects objects;
  private final Identities identities;

  ServiceAccounts(Objects objects, Identities identities) {
    this.objects = objects;
    this.identities = identities;
  }

  /** The account that a workload names, or null where it names none. */
  public static @Nullable Text of(MeshWorkload workload) {
    Text account =
        workload.template().map(template -> template.spec().serviceAccountName()).orElse(null);
    if (workload.view() instanceof WorkloadEntry entry) {
      account = entry.endpoint().serviceAccount();
    } else if (workload.view() instanceof WorkloadGroup group) {
      account = group.template().serviceAccount();
    }
    return account == null || account.value().isEmpty() ? null : account;
  }

  /** Notes that a workload names its account. */
  static void refer(MeshWorkload workload, Objects objects) {
    Text account = of(workload);
    if (account != null && !account.open()) {
      objects.refer(name(account), workload.resource());
    }
  }

  private static ObjectName name(Text account) {
    Resource resource = account.resource();
    return new ObjectName("", "ServiceAccount", resource.namespace(), account.value(), false);
  }

  /**
   * The account of a workload. {@code default} is in every namespace; machines may run as what pods run as.
   *
   * @return absent by near miss, and in a namespace that is declared complete and has other accounts
   */
  public Answer<Located> find(MeshWorkload workload) {
    Text account = of(workload);
    if (account == null || account.open()) {
      return new Unknown<>(Why.PLACEHOLDER);
    }
    boolean known =
        account.is("default")
            || workload.template().isEmpty()
                && !identities.workloadsOf(account.value(), workload.namespace()).isEmpty();
    if (known) {
      return new Unknown<>(Why.DECLARED_ELSEWHERE);
    }
    Answer<Located> answer = objects.find(name(account), workload.resource());
    if (!(answer instanceof Absent<Located> absent) || absent.evidence() == Evidence.NEAR_MISS) {
      return answer;
    }
    boolean complete =
        absent.evidence() == Evidence.CLOSED
            && !objects.namesIn("", "ServiceAccount", workload.namespace()).isEmpty();
    return complete ? answer : new Unknown<>(Why.NOT_IN_VIEW);
  }
}
