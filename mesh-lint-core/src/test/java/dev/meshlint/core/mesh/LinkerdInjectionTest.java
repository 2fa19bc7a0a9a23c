package dev.meshlint.core.mesh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meshlint.core.manifest.NamespaceRef;
import dev.meshlint.core.mesh.LinkerdInjection.Setting;
import dev.meshlint.core.mesh.LinkerdInjection.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The decision as Linkerd's documentation on automatic proxy injection has it. */
class LinkerdInjectionTest {
  @ParameterizedTest
  @CsvSource({
    // annotations of the namespace, of the pod, decision
    "'',                            '',                            OUTSIDE",
    "'linkerd.io/inject: enabled',  '',                            MESHED",
    "'linkerd.io/inject: enabled',  'linkerd.io/inject: disabled', OUTSIDE",
    "'linkerd.io/inject: disabled', 'linkerd.io/inject: enabled',  MESHED",
    "'linkerd.io/inject: disabled', '',                            OUTSIDE",
    "'linkerd.io/inject: enable',   'linkerd.io/inject: enabled',  OUTSIDE",
    "'',                            'linkerd.io/inject: ingress',  MESHED",
    "'',                            'linkerd.io/inject: enable',   OUTSIDE",
    "'linkerd.io/inject: \"\"',       '',                            OUTSIDE",
    "'linkerd.io/inject: \"${A}\"',   '',                            UNKNOWN",
    "'linkerd.io/inject: enabled',  'linkerd.io/inject: \"${A}\"',   UNKNOWN",
  })
  void annotationsDecide(String namespace, String pod, State expected) {
    Mesh mesh =
        Meshes.of(
            """
            apiVersion: v1
            kind: Namespace
            metadata: {name: library, annotations: {%s}}
            ---
            apiVersion: v1
            kind: Pod
            metadata: {name: loans, namespace: library, annotations: {%s}}
            spec: {containers: [{name: app, image: loans}]}
            """
                .formatted(namespace, pod));

    assertThat(mesh.linkerd().injection().of(only(mesh)).state()).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "library,     'hostNetwork: true, containers: [{name: app, image: loans}]', OUTSIDE",
    "kube-system, 'containers: [{name: app, image: loans}]',                    OUTSIDE",
    "library,     'containers: [{name: linkerd-proxy, image: proxy}]',          MESHED",
    "library,     'containers: [{name: app, image: loans}]',                    MESHED",
  })
  void somePodsAreNeverInjected(String namespace, String spec, State expected) {
    Mesh mesh =
        Meshes.of(
            """
            apiVersion: v1
            kind: Pod
            metadata: {name: loans, namespace: %s, annotations: {linkerd.io/inject: enabled}}
            spec: {%s}
            """
                .formatted(namespace, spec));

    assertThat(mesh.linkerd().injection().of(only(mesh)).state()).isEqualTo(expected);
  }

  @Test
  void withoutTheNamespaceNothingIsCertain() {
    Mesh mesh =
        Meshes.of(
            """
            apiVersion: v1
            kind: Pod
            metadata: {name: loans, namespace: library}
            spec: {containers: [{name: app, image: loans}]}
            """);

    assertThat(mesh.linkerd().injection().of(only(mesh)).state()).isEqualTo(State.UNKNOWN);
  }

  @Test
  void whoHasNoAnnotationIsOutsideOnlyWhereOthersHaveOne() {
    String library =
        """
        apiVersion: v1
        kind: Namespace
        metadata: {name: library}
        ---
        apiVersion: v1
        kind: Pod
        metadata: {name: loans, namespace: library}
        spec: {containers: [{name: app, image: loans}]}
        """;
    String archive =
        """
        ---
        apiVersion: v1
        kind: Pod
        metadata: {name: shelves, namespace: archive, annotations: {linkerd.io/inject: enabled}}
        spec: {containers: [{name: app, image: shelves}]}
        """;
    NamespaceRef reader = NamespaceRef.named("archive");

    Mesh alone = Meshes.of(library);
    Mesh both = Meshes.of(library + archive);

    assertThat(alone.linkerd().injection().isOutside(only(alone), reader)).isFalse();
    assertThat(both.linkerd().injection().isOutside(both.workloads().all().get(0), reader))
        .isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    // annotations of the namespace, of the pod, setting
    "'',                                       '',                                       ",
    "'config.linkerd.io/proxy-uid: \"2000\"',    '',                                       2000",
    "'config.linkerd.io/proxy-uid: \"2000\"',    'config.linkerd.io/proxy-uid: \"3000\"',    3000",
    "'config.linkerd.io/proxy-uid: \"${UID}\"',  '',                                       ",
  })
  void settingsComeFromThePodOrItsNamespace(String namespace, String pod, String expected) {
    Mesh mesh =
        Meshes.of(
            """
            apiVersion: v1
            kind: Namespace
            metadata: {name: library, annotations: {%s}}
            ---
            apiVersion: v1
            kind: Pod
            metadata: {name: loans, namespace: library, annotations: {%s}}
            spec: {containers: [{name: app, image: loans}]}
            """
                .formatted(namespace, pod));

    Setting setting = mesh.linkerd().injection().setting(only(mesh), "config.linkerd.io/proxy-uid");

    assertThat(setting.text()).isEqualTo(expected);
  }

  private static MeshWorkload only(Mesh mesh) {
    return mesh.workloads().all().get(0);
  }
}
