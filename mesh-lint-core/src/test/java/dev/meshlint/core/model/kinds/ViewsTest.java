package dev.meshlint.core.model.kinds;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meshlint.core.manifest.Resource;
import dev.meshlint.core.model.Manifests;
import dev.meshlint.core.model.View;
import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ViewsTest {
  private static final String MODEL = "dev.meshlint.core.model.";

  private static Resource resource(String apiVersion, String kind) {
    return Manifests.resource("apiVersion: " + apiVersion + "\nkind: " + kind + "\n");
  }

  @ParameterizedTest
  @CsvSource({
    "v1, Service, kubernetes.Service",
    "v1, Pod, kubernetes.Workload",
    "apps/v1, Deployment, kubernetes.Workload",
    "batch/v1, CronJob, kubernetes.Workload",
    "argoproj.io/v1alpha1, Rollout, kubernetes.Workload",
    "serving.knative.dev/v1, Service, kubernetes.Workload",
    "networking.k8s.io/v1, NetworkPolicy, kubernetes.NetworkPolicy",
    "admissionregistration.k8s.io/v1, MutatingWebhookConfiguration, kubernetes.WebhookConfiguration",
    "cert-manager.io/v1, Certificate, kubernetes.Certificate",
    "monitoring.coreos.com/v1, PrometheusRule, prometheus.PrometheusRule",
    "flagger.app/v1beta1, Canary, kubernetes.Canary",
    "networking.istio.io/v1, VirtualService, istio.VirtualService",
    "networking.istio.io/v1alpha3, Gateway, istio.Gateway",
    "security.istio.io/v1beta1, AuthorizationPolicy, istio.AuthorizationPolicy",
    "install.istio.io/v1alpha1, IstioOperator, istio.IstioOperator",
    "gateway.networking.k8s.io/v1, Gateway, gatewayapi.Gateway",
    "gateway.networking.k8s.io/v1, HTTPRoute, gatewayapi.HTTPRoute",
    "gateway.networking.x-k8s.io/v1alpha1, XListenerSet, gatewayapi.ListenerSet",
    "policy.linkerd.io/v1beta3, HTTPRoute, linkerd.HTTPRoute",
    "policy.linkerd.io/v1alpha1, AuthorizationPolicy, linkerd.AuthorizationPolicy",
    "linkerd.io/v1alpha2, ServiceProfile, linkerd.ServiceProfile",
    "cilium.io/v2, CiliumClusterwideNetworkPolicy, cilium.CiliumClusterwideNetworkPolicy",
  })
  void a_resource_gets_the_view_of_its_group_and_kind(String apiVersion, String kind, String view) {
    assertThat(Views.of(resource(apiVersion, kind)))
        .isNotNull()
        .extracting(Object::getClass)
        .extracting(Class::getName)
        .isEqualTo(MODEL + view);
  }

  @ParameterizedTest
  @CsvSource({"example.com/v1, VirtualService", "v1, Deploymint", "apps/v1, Gateway"})
  void other_kinds_have_none(String apiVersion, String kind) {
    assertThat(Views.of(resource(apiVersion, kind))).isNull();
  }

  @Test
  void only_classes_of_kinds_that_are_seen_are_loaded() throws Throwable {
    Recording loader = new Recording();
    Object resource =
        call(
            loader.loadClass(Manifests.class.getName()),
            "resource",
            loader.loadClass(Resource.class.getName()),
            "apiVersion: networking.istio.io/v1\nkind: Sidecar\n");

    Object view =
        call(
            loader.loadClass(Views.class.getName()),
            "of",
            loader.loadClass(View.class.getName()),
            resource);

    assertThat(view.getClass().getSimpleName()).isEqualTo("Sidecar");
    assertThat(loader.loaded)
        .contains(MODEL + "istio.Sidecar")
        .doesNotContain(MODEL + "istio.VirtualService", MODEL + "kubernetes.Service");
  }

  private static Object call(Class<?> type, String method, Class<?> result, Object argument)
      throws Throwable {
    return MethodHandles.publicLookup()
        .findStatic(type, method, MethodType.methodType(result, argument.getClass()))
        .invoke(argument);
  }

  /** Loads the classes of this project itself and writes down their names. */
  private static final class Recording extends ClassLoader {
    private final List<String> loaded = new ArrayList<>();

    Recording() {
      super(View.class.getClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (!name.startsWith("dev.meshlint.")) {
        return super.loadClass(name, resolve);
      }
      Class<?> known = findLoadedClass(name);
      return known == null ? define(name) : known;
    }

    private Class<?> define(String name) throws ClassNotFoundException {
      try (InputStream in = getResourceAsStream(name.replace('.', '/') + ".class")) {
        if (in == null) {
          throw new ClassNotFoundException(name);
        }
        byte[] bytes = in.readAllBytes();
        loaded.add(name);
        return defineClass(name, bytes, 0, bytes.length);
      } catch (IOException e) {
        throw new ClassNotFoundException(name, e);
      }
    }
  }
}
