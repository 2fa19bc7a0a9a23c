package dev.meshlint.rules.istio.security;

import dev.meshlint.core.fix.Fixes;
import dev.meshlint.core.mesh.Answer.Absent;
import dev.meshlint.core.mesh.Answer.NotFound;
import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.istio.AccessLogging;
import dev.meshlint.core.model.istio.AuthorizationPolicy;
import dev.meshlint.core.model.istio.ExtensionProvider;
import dev.meshlint.core.model.istio.Telemetry;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.MeshRule;
import dev.meshlint.core.rule.Report;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A provider is used that the mesh configuration does not define, or defines so that istiod skips it. */
public final class UnusableExtensionProvider extends MeshRule {
  private static final String SKIPPED = "istiod skips this extension provider: ";

  private static final Set<String> REMOVED = Set.of("lightstep", "opencensus");

  private static final Set<String> REACHED_BY_SERVICE =
      Set.of(
          "envoyExtAuthzHttp",
          "envoyExtAuthzGrpc",
          "zipkin",
          "datadog",
          "skywalking",
          "opentelemetry",
          "envoyOtelAls",
          "envoyHttpAls",
          "envoyTcpAls");

  public UnusableExtensionProvider() {
    super("istio-unusable-extension-provider");
  }

  @Override
  public void check(Mesh mesh, Findings out) {
    for (AuthorizationPolicy policy : mesh.all(AuthorizationPolicy.class)) {
      Text provider = policy.provider();
      if (provider != null) {
        checkUse(provider, "every request is denied", mesh, out);
      }
    }
    boolean unnamed = mesh.configuration().logsNothingByDefault();
    for (Telemetry telemetry : mesh.all(Telemetry.class)) {
      telemetry
          .providers()
          .forEach(provider -> checkUse(provider, "nothing is sent to it", mesh, out));
      for (AccessLogging logging : telemetry.accessLogging()) {
        unnamed &= logging.providers().isEmpty();
      }
    }
    if (unnamed) {
      mesh.all(Telemetry.class).forEach(telemetry -> checkDefault(telemetry, out));
    }
    for (ExtensionProvider provider : mesh.extensionProviders().all()) {
      checkDefinition(provider, mesh, out);
    }
  }

  private static void checkUse(Text name, String effect, Mesh mesh, Findings out) {
    if (mesh.extensionProviders().find(name) instanceof NotFound<ExtensionProvider> missing) {
      Report report =
          out.report(
              name,
              missing,
              "extension provider \"%s\" is not defined in the mesh configuration: %s"
                  .formatted(name, effect));
      report.as("undefined");
      if (missing instanceof Absent<ExtensionProvider> absent && absent.nearest() != null) {
        report.fix(
            Fixes.replaceScalar(
                "name the provider \"" + absent.nearest() + "\"",
                false,
                name.node(),
                absent.nearest()));
      }
    }
    for (ExtensionProvider provider : mesh.extensionProviders().find(name).values()) {
      Text type = provider.type();
      if (type != null && REMOVED.contains(type.value())) {
        out.report(
                name,
                "extension provider \"%s\" is of kind %s, which Istio has removed"
                    .formatted(name, type))
            .as("removed")
            .related(type, "defined here");
      }
    }
  }

  /** To be asked where no Telemetry in view names a provider that another one could inherit. */
  private static void checkDefault(Telemetry telemetry, Findings out) {
    for (AccessLogging logging : telemetry.accessLogging()) {
      if (!Boolean.TRUE.equals(logging.disabled())) {
        out.report(
                logging,
                "access logging without a provider, and the mesh configuration has no default one: nothing is logged")
            .as("no-provider");
      }
    }
  }

  private static void checkDefinition(ExtensionProvider provider, Mesh mesh, Findings out) {
    String problem = problem(provider);
    if (problem != null) {
      Text type = provider.type();
      out.report(type == null ? provider : type, SKIPPED + problem).as("skipped");
    }
    Text name = provider.name();
    if (name != null) {
      for (ExtensionProvider other : mesh.extensionProviders().find(name).values()) {
        if (other.equals(provider)) {
          return;
        }
        if (other.resource() == provider.resource()) {
          out.report(name, SKIPPED + "\"%s\" is defined already".formatted(name))
              .as("skipped")
              .related(other, "defined here");
          return;
        }
      }
    }
  }

  private static @Nullable String problem(ExtensionProvider provider) {
    Text type = provider.type();
    if (type == null) {
      return "it has no kind, such as \"envoyExtAuthzHttp\"";
    }
    if (!REACHED_BY_SERVICE.contains(type.value()) || provider.settings().open()) {
      return null;
    }
    if (!provider.settings().has("service")) {
      return "\"service\" is missing";
    }
    return provider.settings().has("port") ? null : "\"port\" is missing";
  }
}
