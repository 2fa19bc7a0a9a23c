package dev.meshlint.core.manifest;

import static dev.meshlint.core.manifest.Inputs.file;
import static dev.meshlint.core.manifest.Inputs.skipped;
import static dev.meshlint.core.manifest.Inputs.titles;
import static org.assertj.core.api.Assertions.assertThat;

import dev.meshlint.core.source.Source;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class KustomizationsTest {
  private static final String SERVICE = service("");

  private static String service(String namespace) {
    String rest = namespace.isEmpty() ? "" : ", namespace: " + namespace;
    return "apiVersion: v1\nkind: Service\nmetadata: {name: a" + rest + "}\n";
  }

  @Test
  void theNamespaceOfAKustomizationWins() {
    ManifestSet set =
        file("k/kustomization.yaml", "namespace: shop\nresources: [a.yaml, ./b.yaml, c.yaml]\n")
            .and("k/a.yaml", SERVICE)
            .and("k/b.yaml", service("other"))
            .and("k/c.yaml", "apiVersion: v1\nkind: Namespace\nmetadata: {name: placeholder}\n")
            .and("k/d.yaml", SERVICE)
            .read();

    assertThat(titles(set))
        .containsExactly(
            "Service shop/a", "Service shop/a", "Namespace shop", "Service default/a ASSUMED");
    assertThat(skipped(set)).containsExactly("k/kustomization.yaml: kustomization");
    assertThat(set.resources().get(0).origin().kustomization()).isEqualTo("k");
    assertThat(set.resources().get(3).origin().kustomization()).isNull();
  }

  @Test
  void anOverlayGivesItsNamespaceToTheBase() {
    ManifestSet set =
        file("base/kustomization.yaml", "namespace: base\nresources: [a.yaml]\n")
            .and("base/a.yaml", SERVICE)
            .and("prod/kustomization.yaml", "namespace: prod\nbases: [../base]\n")
            .read();

    assertThat(titles(set)).containsExactly("Service prod/a");
    assertThat(set.resources().get(0).origin().kustomization()).isEqualTo("base");
  }

  @Test
  void overlaysWithDifferentNamespacesLeaveTheBaseOpen() {
    Inputs inputs =
        file("base/kustomization.yaml", "resources: [a.yaml]\n")
            .and("base/a.yaml", SERVICE)
            .and("prod/kustomization.yaml", "namespace: prod\nresources: [../base]\n");

    assertThat(titles(inputs.read())).containsExactly("Service prod/a");
    inputs.and("test/kustomization.yaml", "namespace: test\nresources: [../base]\n");
    assertThat(titles(inputs.read())).containsExactly("Service default/a OPEN");
  }

  @Test
  void anOverlayWithoutNamespaceLeavesItOpenToo() {
    ManifestSet set =
        file("base/kustomization.yaml", "resources: [a.yaml, b.yaml]\n")
            .and("base/a.yaml", SERVICE)
            .and("base/b.yaml", service("prod"))
            .and("prod/kustomization.yaml", "namespace: prod\nresources: [../base]\n")
            .and("all/kustomization.yaml", "resources: [../base]\n")
            .read();

    assertThat(titles(set)).containsExactly("Service default/a OPEN", "Service prod/a");
  }

  @Test
  void aPlaceholderAsNamespaceIsOpen() {
    ManifestSet set =
        file("k/kustomization.yaml", "namespace: ${NAMESPACE}\nresources: [a.yaml]\n")
            .and("k/a.yaml", service("written"))
            .read();

    assertThat(titles(set)).containsExactly("Service default/a OPEN");
  }

  @Test
  void circlesDoNoHarm() {
    ManifestSet set =
        file("a/kustomization.yaml", "resources: [../b, a.yaml, .]\n")
            .and("b/kustomization.yaml", "namespace: x\nresources: [../a]\n")
            .and("a/a.yaml", SERVICE)
            .and("root/kustomization.yaml", "resources: [../a]\n")
            .read();

    assertThat(titles(set)).hasSize(1);
  }

  @Test
  void patchesAndInputsAreNoManifests() {
    ManifestSet set =
        file(
                "k/kustomization.yaml",
                """
                resources: [a.yaml]
                patches: [{path: p1.yaml}, {path: p2.yaml, target: {kind: Deployment}}]
                patchesStrategicMerge: [p3.yaml]
                patchesJson6902: [{path: p4.yaml, target: {kind: Service, name: a}}]
                configMapGenerator: [{name: c, files: [config.yaml, other=config2.yaml, data.yaml]}]
                transformers: [t.yaml]
                """)
            .and("k/a.yaml", SERVICE)
            .and("k/p1.yaml", SERVICE)
            .and("k/p2.yaml", SERVICE)
            .and("k/p3.yaml", SERVICE)
            .and("k/p4.yaml", "# apiVersion\n- {op: remove, path: /spec}\n")
            .and("k/config.yaml", SERVICE)
            .and("k/config2.yaml", SERVICE)
            .and("k/data.yaml", "a: b\n")
            .and("k/t.yaml", "apiVersion: example.com/v1\nkind: T\nmetadata: {name: t}\n")
            .read();

    assertThat(set.resources()).hasSize(1);
    assertThat(skipped(set))
        .containsExactly(
            "k/config.yaml: input of a kustomization",
            "k/config2.yaml: input of a kustomization",
            "k/data.yaml: input of a kustomization",
            "k/kustomization.yaml: kustomization",
            "k/p1.yaml: kustomize patch",
            "k/p2.yaml: kustomize patch",
            "k/p3.yaml: kustomize patch",
            "k/p4.yaml: JSON patch",
            "k/t.yaml: input of a kustomization");
  }

  @Test
  void aPatchThatIsListedNowhereIsStillNoManifest() {
    ManifestSet set =
        file("k/kustomization.yaml", "resources: [dispatch.yaml, patch-service.yaml]\n")
            .and("k/dispatch.yaml", SERVICE)
            .and("k/patch-service.yaml", SERVICE)
            .and("k/auth_patch.yaml", SERVICE)
            .and("k/patches/webhook.yaml", SERVICE)
            .and("k/dispatcher.yaml", SERVICE)
            .and("else/patch.yaml", SERVICE)
            .read();

    assertThat(set.resources())
        .extracting(r -> r.file().name())
        .containsExactly(
            "k/dispatch.yaml", "k/patch-service.yaml", "k/dispatcher.yaml", "else/patch.yaml");
  }

  @Test
  void aFileThatIsAResourceSomewhereIsOne() {
    ManifestSet set =
        file("k/kustomization.yaml", "resources: [a.yaml]\n")
            .and("k/a.yaml", SERVICE)
            .and("o/kustomization.yaml", "patches: [{path: ../k/a.yaml}]\n")
            .read();

    assertThat(set.resources()).hasSize(1);
  }

  @Test
  void theNamespaceOfABaseBecomesSeveral() {
    ManifestSet set =
        file("base/kustomization.yaml", "kind: Component\nresources: [ns.yaml]\n")
            .and("base/ns.yaml", "apiVersion: v1\nkind: Namespace\nmetadata: {name: unused}\n")
            .and("one/kustomization.yaml", "namespace: one\ncomponents: [../base]\n")
            .and("two/kustomization.yaml", "namespace: two\ncomponents: [../base]\n")
            .read();

    assertThat(set.resources())
        .extracting(r -> r.name() + " " + r.origin().context())
        .containsExactly("one false", "two true");
  }

  @Test
  void aComponentChangesWhatIsAroundIt() {
    ManifestSet set =
        file("k/kustomization.yaml", "resources: [a.yaml]\ncomponents: [../c]\n")
            .and("k/a.yaml", SERVICE)
            .and(
                "c/kustomization.yaml",
                """
                kind: Component
                namespace: shop
                commonLabels: {team: x}
                patches: [{target: {kind: Service}, patch: "- {op: remove, path: /spec}"}]
                """)
            .read();

    Resource service = set.resources().get(0);
    Kustomizations kustomizations = set.meshes().get(0).kustomizations();
    assertThat(service.namespace()).isEqualTo(NamespaceRef.named("shop"));
    assertThat(kustomizations.isPatched(service)).isTrue();
    assertThat(kustomizations.addedLabels(service)).isEqualTo(Map.of("team", Set.of("x")));
  }

  @Test
  void knowsWhatIsPatched() {
    ManifestSet set =
        file("base/kustomization.yaml", "resources: [a.yaml, b.yaml, c.yaml]\n")
            .and("base/a.yaml", SERVICE)
            .and("base/b.yaml", SERVICE.replace("name: a", "name: b"))
            .and("base/c.yaml", SERVICE.replace("name: a", "name: c"))
            .and("other.yaml", SERVICE)
            .and(
                "prod/kustomization.yaml",
                """
                resources: [../base]
                patches:
                - path: p.yaml
                - {target: {kind: Service, name: "b|x"}, patch: "- {op: remove, path: /spec}"}
                """)
            .and("prod/p.yaml", SERVICE)
            .read();

    Kustomizations kustomizations = set.meshes().get(0).kustomizations();
    assertThat(set.resources())
        .extracting(r -> r.file() + " " + kustomizations.isPatched(r))
        .containsExactly(
            "base/a.yaml true", "base/b.yaml true", "base/c.yaml false", "other.yaml false");
  }

  @Test
  void knowsWhatComesFromElsewhere() {
    ManifestSet set =
        file("remote/kustomization.yaml", "resources: [a.yaml, 'github.com/x/y//z?ref=v1']\n")
            .and("remote/a.yaml", SERVICE)
            .and("missing/kustomization.yaml", "resources: [a.yaml, gone.yaml]\n")
            .and("missing/a.yaml", SERVICE)
            .and("chart/kustomization.yaml", "resources: [a.yaml]\nhelmCharts: [{name: x}]\n")
            .and("chart/a.yaml", SERVICE)
            .and("part/kustomization.yaml", "resources: [a.yaml]\ncomponents: [../gone]\n")
            .and("part/a.yaml", SERVICE)
            .and("whole/kustomization.yaml", "resources: [a.yaml]\n")
            .and("whole/a.yaml", SERVICE)
            .read();

    Kustomizations kustomizations = set.meshes().get(0).kustomizations();
    assertThat(set.resources())
        .extracting(r -> r.file().folder() + " " + kustomizations.refersElsewhere(r))
        .containsExactly("remote true", "missing true", "chart true", "part true", "whole false");
    assertThat(set.resources())
        .extracting(r -> r.file().folder() + " " + kustomizations.isPatched(r))
        .containsExactly(
            "remote false", "missing false", "chart false", "part true", "whole false");
  }

  @Test
  void labelsPrefixesAndImagesAreKnown() {
    ManifestSet set =
        file("base/kustomization.yaml", "resources: [a.yaml]\ncommonLabels: {app: a}\n")
            .and("base/a.yaml", SERVICE)
            .and(
                "prod/kustomization.yaml",
                """
                resources: [../base]
                namePrefix: prod-
                labels: [{pairs: {env: prod}}, {pairs: {tier: x}, includeSelectors: true}]
                images: [{name: istio/proxyv2, newTag: 1.28.0}]
                """)
            .read();

    Resource service = set.resources().get(0);
    Kustomizations kustomizations = set.meshes().get(0).kustomizations();
    assertThat(kustomizations.isRenamed(service)).isTrue();
    assertThat(kustomizations.addedPodLabels(service))
        .isEqualTo(Map.of("app", Set.of("a"), "tier", Set.of("x")));
    assertThat(kustomizations.addedLabels(service))
        .isEqualTo(Map.of("app", Set.of("a"), "tier", Set.of("x"), "env", Set.of("prod")));
    assertThat(kustomizations.images())
        .containsExactly(new KustomizeImage("istio/proxyv2", null, "1.28.0"));
  }

  @Test
  void generatedConfigMapsAndSecretsAreKnown() {
    ManifestSet set =
        file(
                "k/kustomization.yaml",
                """
                namespace: shop
                configMapGenerator:
                - {name: mesh, files: [mesh=a.yaml, b.yaml], literals: [c=d]}
                secretGenerator:
                - {name: tls, type: kubernetes.io/tls, envs: [x.env]}
                """)
            .read();

    assertThat(set.meshes().get(0).kustomizations().generated())
        .extracting(
            g -> g.kind() + " " + g.namespace() + "/" + g.name() + " " + g.keys() + g.type())
        .containsExactly(
            "ConfigMap shop/mesh [mesh, b.yaml, c]null", "Secret shop/tls []kubernetes.io/tls");
    assertThat(set.meshes().get(0).kustomizations().namespaces()).containsExactly("shop");
  }

  @Test
  void fluxPutsAPathIntoItsTargetNamespace() {
    String flux =
        """
        apiVersion: kustomize.toolkit.fluxcd.io/v1
        kind: Kustomization
        metadata: {name: shop, namespace: flux-system}
        spec: {path: ./apps/shop, targetNamespace: shop}
        """;
    ManifestSet set =
        file("repo/clusters/prod/shop.yaml", flux)
            .and("repo/apps/shop/kustomization.yaml", "resources: [a.yaml]\n")
            .and("repo/apps/shop/a.yaml", SERVICE)
            .and("repo/apps/other/a.yaml", SERVICE)
            .read();

    assertThat(titles(set))
        .containsExactly(
            "Kustomization flux-system/shop", "Service shop/a", "Service default/a ASSUMED");
  }

  @Test
  void fluxTakesAFolderWithoutKustomizationAsAWhole() {
    String flux =
        """
        apiVersion: kustomize.toolkit.fluxcd.io/v1
        kind: Kustomization
        metadata: {name: shop, namespace: flux-system}
        spec: {path: /apps, targetNamespace: shop}
        """;
    ManifestSet set =
        file("clusters/shop.yaml", flux)
            .and("apps/a.yaml", SERVICE)
            .and("apps/sub/kustomization.yaml", "resources: [b.yaml]\nnamespace: inner\n")
            .and("apps/sub/b.yaml", SERVICE)
            .and("apps/sub/unlisted.yaml", SERVICE)
            .read();

    assertThat(titles(set))
        .containsExactly(
            "Kustomization flux-system/shop",
            "Service shop/a",
            "Service shop/a",
            "Service default/a ASSUMED");
  }

  @Test
  void theNamespaceThatFluxFillsMayBeSetByAReplacement() {
    String flux =
        """
        apiVersion: kustomize.toolkit.fluxcd.io/v1
        kind: Kustomization
        metadata: {name: shop}
        spec: {path: ./apps/shop}
        """;
    Inputs inputs =
        file(
                "clusters/kustomization.yaml",
                "namespace: x\nresources: [f.yaml]\ncomponents: [../c]\n")
            .and("clusters/f.yaml", flux)
            .and("apps/shop/a.yaml", SERVICE)
            .and("c/kustomization.yaml", "kind: Component\nreplacements: [{path: r.yaml}]\n");
    String replacement =
        """
        - source: {kind: Namespace, fieldPath: metadata.name}
          targets: [{select: {kind: Kustomization}, fieldPaths: [spec.targetNamespace]}]
        """;

    assertThat(titles(inputs.read()))
        .containsExactly("Kustomization x/shop", "Service default/a OPEN");
    inputs.and("c/r.yaml", replacement);
    assertThat(titles(inputs.read())).containsExactly("Kustomization x/shop", "Service x/a");
  }

  @Test
  void resourcesOfOneBuildAreTogether() {
    ManifestSet set =
        file("base/kustomization.yaml", "resources: [a.yaml]\n")
            .and("base/a.yaml", SERVICE)
            .and("prod/kustomization.yaml", "resources: [../base, b.yaml]\n")
            .and("prod/b.yaml", SERVICE)
            .and("test/kustomization.yaml", "resources: [b.yaml]\n")
            .and("test/b.yaml", SERVICE)
            .read();

    Kustomizations kustomizations = set.meshes().get(0).kustomizations();
    Resource base = set.resources().get(0);
    assertThat(kustomizations.together(base, set.resources().get(1))).isTrue();
    assertThat(kustomizations.together(base, set.resources().get(2))).isFalse();
  }

  @Test
  void whatWasRenderedAtOnceIsTogether() {
    ManifestSet set =
        file("a.yaml", SERVICE)
            .with(Source.ofRendered("base/a.yaml", SERVICE, null, "kustomize prod"))
            .with(Source.ofRendered("base/b.yaml", SERVICE, null, "kustomize prod"))
            .with(Source.ofRendered("chart/c.yaml", SERVICE, null, "helm chart"))
            .read();

    Kustomizations kustomizations = set.meshes().get(0).kustomizations();
    Resource built = set.resources().get(1);
    assertThat(kustomizations.together(built, set.resources().get(2))).isTrue();
    assertThat(kustomizations.together(built, set.resources().get(3))).isFalse();
    assertThat(kustomizations.together(built, set.resources().get(0))).isFalse();
  }

  @Test
  void sharingAComponentIsNotBeingTogether() {
    ManifestSet set =
        file("c/kustomization.yaml", "kind: Component\nresources: [c.yaml]\n")
            .and("c/c.yaml", SERVICE)
            .and("one/kustomization.yaml", "resources: [a.yaml]\ncomponents: [../c]\n")
            .and("one/a.yaml", SERVICE)
            .and("two/kustomization.yaml", "resources: [b.yaml]\ncomponents: [../c]\n")
            .and("two/b.yaml", SERVICE)
            .read();

    Kustomizations kustomizations = set.meshes().get(0).kustomizations();
    Resource shared = set.resources().get(0);
    Resource one = set.resources().get(1);
    Resource two = set.resources().get(2);
    assertThat(kustomizations.together(one, two)).isFalse();
    assertThat(kustomizations.together(one, shared)).isTrue();
    assertThat(kustomizations.together(two, shared)).isTrue();
  }
}
