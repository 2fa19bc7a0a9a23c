package dev.meshlint.core.model.kubernetes;

import static dev.meshlint.core.model.Manifests.root;
import static org.assertj.core.api.Assertions.assertThat;

import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View.Named;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KubernetesViewsTest {
  @Test
  void a_service_has_ports_and_a_selector() {
    Service service =
        new Service(
            root(
                """
                spec:
                  clusterIP: None
                  selector: {app: shop}
                  ports:
                  - {name: http-web, port: 80, targetPort: web, appProtocol: http}
                """));

    assertThat(service.selector()).extracting(Named::name).containsExactly("app");
    assertThat(service.isHeadless()).isTrue();
    assertThat(service.isExternalName()).isFalse();
    ServicePort port = service.ports().get(0);
    assertThat(port.name()).hasToString("http-web");
    assertThat(port.port()).isEqualTo(80);
    assertThat(port.targetPort()).hasToString("web");
    assertThat(port.appProtocol()).hasToString("http");
    assertThat(port.protocol()).isNull();
  }

  private static final String POD =
      "{metadata: {labels: {app: shop}}, spec: {serviceAccountName: seller,"
          + " containers: [{name: web, ports: [{containerPort: 8080}]}]}}";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "kind: Deployment\nspec: {template: POD}",
        "kind: StatefulSet\nspec: {template: POD}",
        "kind: CronJob\nspec: {jobTemplate: {spec: {template: POD}}}",
        "kind: Rollout\nspec: {template: POD}",
        "apiVersion: serving.knative.dev/v1\nkind: Service\nspec: {template: POD}"
      })
  void every_kind_of_workload_has_a_template(String yaml) {
    PodTemplate template = new Workload(root(yaml.replace("POD", POD))).template();

    assertThat(template.labels()).extracting(Named::name).containsExactly("app");
    assertThat(template.spec().serviceAccountName()).hasToString("seller");
    assertThat(template.containers().get(0).ports().get(0).containerPort()).isEqualTo(8080);
  }

  @Test
  void a_pod_is_its_own_template() {
    Workload pod =
        new Workload(
            root(
                """
                kind: Pod
                metadata: {labels: {app: shop}}
                spec: {serviceAccount: seller, initContainers: [{name: first}], containers: [{name: web}]}
                """));

    assertThat(pod.template().labels()).hasSize(1);
    assertThat(pod.template().spec().serviceAccountName()).hasToString("seller");
    assertThat(pod.template().containers())
        .extracting(Container::name)
        .map(Text::value)
        .containsExactly("first", "web");
  }

  @Test
  void a_workload_knows_its_pods_by_labels() {
    assertThat(
            new Workload(root("kind: Deployment\nspec: {selector: {matchLabels: {app: a}}}"))
                .selectorLabels())
        .hasSize(1);
    assertThat(
            new Workload(root("kind: ReplicationController\nspec: {selector: {app: a}}"))
                .selectorLabels())
        .hasSize(1);
    assertThat(
            new Workload(root("kind: Rollout\nspec: {workloadRef: {kind: Deployment, name: a}}"))
                .workloadRef()
                .name())
        .hasToString("a");
  }

  @Test
  void a_probe_asks_a_port() {
    Container container =
        new Container(
            root("readinessProbe: {httpGet: {port: web}}\nlivenessProbe: {exec: {command: [a]}}"));

    assertThat(container.readinessProbe().port()).hasToString("web");
    assertThat(container.livenessProbe().port()).isNull();
    assertThat(container.startupProbe().present()).isFalse();
  }

  @Test
  void a_secret_gives_its_values_decoded_and_never_shows_them() {
    Secret secret =
        new Secret(
            root(
                """
                type: kubernetes.io/tls
                data: {tls.crt: c2VjcmV0, bad: "%", tls.key: bm90IHRoaXM=}
                stringData: {tls.key: secret, later: "${KEY}"}
                """));

    assertThat(secret.values())
        .map(SecretEntry::toString)
        .containsExactly("tls.key", "later", "tls.crt", "bad");
    assertThat(bytes(secret, "tls.crt")).asString(StandardCharsets.UTF_8).isEqualTo("secret");
    assertThat(bytes(secret, "tls.key")).asString(StandardCharsets.UTF_8).isEqualTo("secret");
    assertThat(bytes(secret, "bad")).isNull();
    assertThat(bytes(secret, "later")).isNull();
    assertThat(secret.value("ca.crt")).isNull();
  }

  private static byte @Nullable [] bytes(Secret secret, String key) {
    return Objects.requireNonNull(secret.value(key)).bytes();
  }

  @Test
  void other_tools_make_secrets_by_name() {
    assertThat(new Certificate(root("spec: {secretName: shop-tls}")).secretName())
        .isEqualTo("shop-tls");
    assertThat(new Certificate(root("spec: {secretName: $(NAME)}")).secretName()).isNull();
    assertThat(new ExternalSecret(root("metadata: {name: a}\nspec: {}")).secretName())
        .isEqualTo("a");
    assertThat(
            new ExternalSecret(root("metadata: {name: a}\nspec: {target: {name: b}}")).secretName())
        .isEqualTo("b");
    assertThat(new SealedSecret(root("metadata: {name: a}")).secretName()).isEqualTo("a");
  }

  @Test
  void an_ingress_collects_its_backends_old_and_new() {
    Ingress ingress =
        new Ingress(
            root(
                """
                spec:
                  defaultBackend: {service: {name: main, port: {number: 80}}}
                  rules:
                  - host: shop.example
                    http: {paths: [{path: /, backend: {serviceName: old, servicePort: web}}]}
                """));

    assertThat(ingress.backends())
        .extracting(backend -> backend.serviceName() + ":" + backend.servicePort())
        .containsExactly("main:80", "old:web");
  }

  @Test
  void a_network_policy_and_a_webhook_select_by_labels() {
    NetworkPolicy policy =
        new NetworkPolicy(
            root(
                """
                spec:
                  podSelector: {}
                  ingress: [{from: [{namespaceSelector: {matchLabels: {team: a}}}, {ipBlock: {cidr: 10.0.0.0/8}}]}]
                """));
    WebhookConfiguration webhooks =
        new WebhookConfiguration(
            root(
                """
                webhooks:
                - name: inject.example
                  clientConfig: {service: {name: istiod, namespace: istio-system}}
                  namespaceSelector: {matchExpressions: [{key: a, operator: Exists}]}
                """));

    assertThat(policy.podSelector().selectsAll()).isTrue();
    assertThat(policy.ingress().get(0).from().get(1).cidr()).hasToString("10.0.0.0/8");
    Webhook webhook = webhooks.webhooks().get(0);
    assertThat(webhook.service().namespace()).hasToString("istio-system");
    assertThat(webhook.namespaceSelector().matchExpressions()).hasSize(1);
  }
}
