package dev.meshlint.core.manifest;

import static dev.meshlint.core.manifest.Inputs.file;
import static dev.meshlint.core.manifest.Inputs.problems;
import static dev.meshlint.core.manifest.Inputs.skipped;
import static dev.meshlint.core.manifest.Inputs.titles;
import static org.assertj.core.api.Assertions.assertThat;

import dev.meshlint.core.source.Source;
import org.junit.jupiter.api.Test;

class ManifestLoaderTest {
  private static final String SERVICE =
      """
      apiVersion: v1
      kind: Service
      metadata:
        name: backend
        namespace: production
      """;

  @Test
  void readsTheIdentityOfResources() {
    ManifestSet set =
        file(
                "deploy/all.yaml",
                """
                apiVersion: networking.istio.io/v1
                kind: VirtualService
                metadata:
                  name: backend
                  namespace: production
                  labels: {app: backend}
                ---
                apiVersion: v1
                kind: Service
                metadata:
                  generateName: backend-
                """)
            .read();

    Resource route = set.resources().get(0);
    assertThat(route.group()).isEqualTo("networking.istio.io");
    assertThat(route.version()).isEqualTo("v1");
    assertThat(route.label("app")).isEqualTo("backend");
    assertThat(route.origin()).isEqualTo(new Resource.Origin(0, false, null, 0));
    assertThat(titles(set))
        .containsExactly("VirtualService production/backend", "Service default/ ASSUMED");
    assertThat(set.fileCount()).isEqualTo(1);
    assertThat(set.skipped()).isEmpty();
  }

  @Test
  void unwrapsLists() {
    ManifestSet set =
        file(
                "dump.yaml",
                """
                apiVersion: v1
                kind: List
                items:
                - apiVersion: v1
                  kind: Service
                  metadata: {name: a, namespace: x}
                - apiVersion: v1
                  kind: ServiceList
                  items:
                  - metadata: {name: b, namespace: x}
                - kind: List
                  apiVersion: v1
                  items: []
                """)
            .read();

    assertThat(titles(set)).containsExactly("Service x/a", "Service x/b");
    assertThat(set.resources().get(1).apiVersion()).isEqualTo("v1");
  }

  @Test
  void aKindThatOnlyEndsLikeAListIsNone() {
    ManifestSet set =
        file(
                "a.yaml",
                """
                apiVersion: example.com/v1
                kind: AllowList
                metadata: {name: a, namespace: x}
                items: [one, two]
                """)
            .read();

    assertThat(titles(set)).containsExactly("AllowList x/a");
  }

  @Test
  void kindsOfTheClusterHaveNoNamespace() {
    ManifestSet set =
        file(
                "a.yaml",
                """
                apiVersion: v1
                kind: Namespace
                metadata: {name: production}
                ---
                apiVersion: cilium.io/v2
                kind: CiliumClusterwideNetworkPolicy
                metadata: {name: deny}
                ---
                apiVersion: example.com/v1
                kind: Fleet
                metadata: {name: ours}
                ---
                apiVersion: apiextensions.k8s.io/v1
                kind: CustomResourceDefinition
                metadata: {name: fleets.example.com}
                spec:
                  group: example.com
                  scope: Cluster
                  names: {kind: Fleet}
                """)
            .read();

    assertThat(titles(set))
        .containsExactly(
            "Namespace production",
            "CiliumClusterwideNetworkPolicy deny",
            "Fleet ours",
            "CustomResourceDefinition fleets.example.com");
  }

  @Test
  void whatNamesNoNamespaceIsInSomeOne() {
    String text = "apiVersion: v1\nkind: Service\nmetadata: {name: a}\n";

    assertThat(titles(file("a.yaml", text).read())).containsExactly("Service default/a ASSUMED");
    ManifestOptions given = ManifestOptions.DEFAULT.withNamespace("staging");
    assertThat(titles(file("a.yaml", text).with(given).read()))
        .containsExactly("Service staging/a");
    ManifestOptions closed = ManifestOptions.DEFAULT.withClosed(true);
    assertThat(titles(file("a.yaml", text).with(closed).read()))
        .containsExactly("Service default/a");
  }

  @Test
  void aPlaceholderForANamespaceIsOpen() {
    ManifestSet set =
        file("a.yaml", "apiVersion: v1\nkind: Service\nmetadata: {name: a, namespace: '${NS}'}\n")
            .with(ManifestOptions.DEFAULT.withNamespace("staging"))
            .read();

    assertThat(titles(set)).containsExactly("Service ${NS}/a OPEN");
  }

  @Test
  void aManifestWithoutApiVersionOrWithOddMetadataIsNotLost() {
    ManifestSet set =
        file(
                "a.yaml",
                """
                kind: VirtualService
                metadata: {name: a}
                spec: {hosts: [a]}
                ---
                apiVersion: networking.istio.io/v1
                metadata: {name: b}
                spec: {hosts: [b]}
                ---
                apiVersion: v1
                kind: Service
                metadata: oops
                """)
            .read();

    assertThat(titles(set))
        .containsExactly(
            "VirtualService default/a ASSUMED", " default/b ASSUMED", "Service default/ ASSUMED");
  }

  @Test
  void documentsAreJudgedOneByOne() {
    ManifestSet set =
        file("a.yaml", SERVICE + "---\nreplicas: 3\n---\n# nothing\n---\n- op: add\n  path: /a\n")
            .read();

    assertThat(titles(set)).containsExactly("Service production/backend");
    assertThat(skipped(set))
        .containsExactly(
            "a.yaml: document 2: no apiVersion and kind", "a.yaml: document 4: JSON patch");
  }

  @Test
  void contextIsReadAndNotReportedOn() {
    ManifestSet set =
        file("a.yaml", SERVICE)
            .andContext("b.yaml", SERVICE + "---\na: {")
            .andContext("values.yaml", "replicas: 3")
            .read();

    assertThat(set.resources()).extracting(r -> r.origin().context()).containsExactly(false, true);
    assertThat(set.linted()).hasSize(1);
    assertThat(set.files()).hasSize(1);
    assertThat(problems(set)).isEmpty();
    assertThat(set.skipped()).isEmpty();
  }

  @Test
  void whatAnObjectInViewHasMadeIsContext() {
    ManifestSet set =
        file(
                "dump.yaml",
                """
                apiVersion: apps/v1
                kind: ReplicaSet
                metadata:
                  name: web-1
                  namespace: x
                  ownerReferences: [{apiVersion: apps/v1, kind: Deployment, name: web, uid: "1"}]
                ---
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: web, namespace: x}
                ---
                apiVersion: apps/v1
                kind: ReplicaSet
                metadata:
                  name: other-1
                  namespace: x
                  ownerReferences: [{apiVersion: apps/v1, kind: Deployment, name: other, uid: "2"}]
                """)
            .read();

    assertThat(set.resources())
        .extracting(r -> r.name() + " " + r.origin().context())
        .containsExactly("web-1 true", "web false", "other-1 false");
  }

  @Test
  void valuesThatSopsHasEncryptedAreNotShown() {
    Resource secret =
        file(
                "a.yaml",
                """
                apiVersion: v1
                kind: Secret
                metadata: {name: a}
                stringData:
                  token: plain
                sops:
                  version: 3.9.0
                """)
            .read()
            .resources()
            .get(0);

    assertThat(secret.isEncrypted()).isTrue();
    assertThat(secret.isInvalid(Nodes.mapping(secret.node(), "stringData").get("token"))).isTrue();
    assertThat(secret.isInvalid(Nodes.mapping(secret.node(), "metadata").get("name"))).isFalse();
  }

  @Test
  void filesMayBeMeshesOfTheirOwnWithSharedContext() {
    Source shared =
        Source.ofText("shared.yaml", SERVICE).asContext().inMesh(Source.ALL_MESHES, null);
    ManifestSet set =
        new Inputs()
            .with(Source.ofText("one/a.yaml", SERVICE).inMesh(0, "one"))
            .with(Source.ofText("two/b.yaml", SERVICE).inMesh(2, "two"))
            .with(shared)
            .read();

    assertThat(set.meshes())
        .extracting(mesh -> mesh.number() + " " + mesh.name() + " " + mesh.resources().size())
        .containsExactly("0 one 2", "1 null 0", "2 two 2");
    assertThat(set.resources()).hasSize(3);
  }

  @Test
  void theNumberOfThreadsDoesNotShow() {
    Inputs inputs = new Inputs();
    for (int i = 0; i < 200; i++) {
      inputs.and("f" + i + ".yaml", i % 7 == 0 ? "a: b" : SERVICE + "---\nx: y\n");
    }
    ManifestSet one = inputs.read();
    ManifestSet many = inputs.with(ManifestOptions.DEFAULT.withJobs(8)).read();

    assertThat(skipped(many)).isEqualTo(skipped(one));
    assertThat(many.resources())
        .extracting(r -> r.file().name() + r.title())
        .isEqualTo(one.resources().stream().map(r -> r.file().name() + r.title()).toList());
  }
}
