package dev.meshlint.rules.istio.security;

import dev.meshlint.core.manifest.Located;
import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.istio.JwtRule;
import dev.meshlint.core.model.istio.RequestAuthentication;
import dev.meshlint.core.model.kubernetes.Container;
import dev.meshlint.core.model.kubernetes.EnvironmentVariable;
import dev.meshlint.core.model.kubernetes.Workload;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.MeshRule;
import org.jspecify.annotations.Nullable;

/** istiod fetches keys from any address that a RequestAuthentication names. */
public final class UnrestrictedJwksFetch extends MeshRule {
  private static final String BLOCKED = "BLOCKED_CIDRS_IN_JWKS_URIS";

  public UnrestrictedJwksFetch() {
    super("istio-unrestricted-jwks-fetch");
  }

  @Override
  public void check(Mesh mesh, Findings out) {
    Text uri = firstUri(mesh);
    if (uri == null) {
      return;
    }
    for (Workload workload : mesh.all(Workload.class)) {
      if ("istiod".equals(workload.resource().label("app")) && !isRestricted(workload)) {
        out.report(
                place(workload),
                "istiod fetches keys from any address that a RequestAuthentication names: environment variable %s is not set"
                    .formatted(BLOCKED))
            .related(uri, "keys are fetched from here");
      }
    }
  }

  private static @Nullable Text firstUri(Mesh mesh) {
    for (RequestAuthentication policy : mesh.all(RequestAuthentication.class)) {
      for (JwtRule rule : policy.jwtRules()) {
        if (rule.jwksUri() != null && rule.jwks() == null) {
          return rule.jwksUri();
        }
      }
    }
    return null;
  }

  private static boolean isRestricted(Workload istiod) {
    for (Container container : istiod.template().spec().containers()) {
      for (EnvironmentVariable variable : container.env()) {
        Text name = variable.name();
        if (name != null && name.value().equals(BLOCKED)) {
          Text value = variable.value();
          return variable.valueFrom().present() || (value != null && !value.value().isEmpty());
        }
      }
    }
    return false;
  }

  private static Located place(Workload istiod) {
    for (Container container : istiod.template().spec().containers()) {
      if (container.has("env")) {
        return container.key("env");
      }
    }
    return istiod.template().spec();
  }
}
