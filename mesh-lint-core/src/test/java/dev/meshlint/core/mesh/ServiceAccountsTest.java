package dev.meshlint.core.mesh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meshlint.core.finding.Evidence;
import dev.meshlint.core.manifest.Located;
import dev.meshlint.core.mesh.Answer.Absent;
import dev.meshlint.core.mesh.Answer.Unknown;
import dev.meshlint.core.mesh.Answer.Why;
import org.junit.jupiter.api.Test;

/** Whether the account that a workload runs as exists. */
class ServiceAccountsTest {
  private static final String ACCOUNT =
      """
      apiVersion: v1
      kind: ServiceAccount
      metadata: {name: librarian, namespace: library}
      ---
      """;

  private static final String POD =
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: books, namespace: library}
      spec: {serviceAccountName: %s, containers: [{name: app, image: books}]}
      """;

  private static Answer<Located> find(String manifests, World world) {
    Mesh mesh = Meshes.of(manifests, world);
    return mesh.serviceAccounts().find(mesh.workloads().all().get(0));
  }

  @Test
  void anObjectOfThatNameIsTheAccount() {
    assertThat(find(ACCOUNT + POD.formatted("librarian"), World.DEFAULT).isFound()).isTrue();
  }

  @Test
  void aSlipIsCertain() {
    assertThat(find(ACCOUNT + POD.formatted("libarian"), World.DEFAULT))
        .isInstanceOfSatisfying(
            Absent.class,
            absent -> {
              assertThat(absent.evidence()).isEqualTo(Evidence.NEAR_MISS);
              assertThat(absent.nearest()).isEqualTo("librarian");
            });
  }

  @Test
  void anotherNameMayBeMadeElsewhere() {
    assertThat(find(ACCOUNT + POD.formatted("gardener"), World.DEFAULT))
        .isEqualTo(new Unknown<Located>(Why.NOT_IN_VIEW));
  }

  @Test
  void aClosedWorldWithAccountsHasNoOthers() {
    assertThat(find(ACCOUNT + POD.formatted("gardener"), World.CLOSED).isAbsent()).isTrue();
    assertThat(find(POD.formatted("gardener"), World.CLOSED).isAbsent()).isFalse();
  }

  @Test
  void everyNamespaceHasADefaultAccount() {
    assertThat(find(ACCOUNT + POD.formatted("default"), World.CLOSED).isAbsent()).isFalse();
  }

  @Test
  void aMachineMayRunAsPodsDo() {
    String group =
        """
        apiVersion: networking.istio.io/v1
        kind: WorkloadGroup
        metadata: {name: archive, namespace: library}
        spec: {template: {serviceAccount: gardener}}
        ---
        """;
    assertThat(find(group + ACCOUNT.replace("---\n", ""), World.CLOSED).isAbsent()).isTrue();
    Mesh mesh = Meshes.of(group + ACCOUNT + POD.formatted("gardener"), World.CLOSED);
    MeshWorkload machine = mesh.workloads().all().get(1);
    assertThat(machine.template()).isEmpty();
    assertThat(mesh.serviceAccounts().find(machine).isAbsent()).isFalse();
  }
}
