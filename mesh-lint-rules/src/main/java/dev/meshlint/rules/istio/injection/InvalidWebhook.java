package dev.meshlint.rules.istio.injection;

import dev.meshlint.core.manifest.Located;
import dev.meshlint.core.mesh.Answer.NotFound;
import dev.meshlint.core.mesh.InjectorHooks.Overlap;
import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.mesh.ObjectName;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.kubernetes.Webhook;
import dev.meshlint.core.model.kubernetes.WebhookConfiguration;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.MeshRule;
import dev.meshlint.core.value.HttpUrl;

/** A webhook of Istio that cannot be reached, or that takes pods which another one takes too. */
public final class InvalidWebhook extends MeshRule {
  public InvalidWebhook() {
    super("istio-invalid-webhook");
  }

  @Override
  public void check(Mesh mesh, Findings out) {
    for (WebhookConfiguration configuration : mesh.all(WebhookConfiguration.class)) {
      boolean patched = mesh.kustomizations().isPatched(configuration.resource());
      for (Webhook webhook : configuration.webhooks()) {
        if (webhook.isIstios() && !patched && webhook.has("clientConfig")) {
          checkReached(webhook, mesh, out);
        }
      }
    }
    for (Overlap overlap : mesh.injectorHooks().overlaps()) {
      Webhook webhook = overlap.hook().webhook();
      out.report(
              webhook.at("name"),
              "this webhook takes pods that %s takes too: they are injected twice"
                  .formatted(overlap.other()))
          .as(overlap.together() ? "overlap" : "possible-overlap")
          .related(overlap.other().webhook().at("name"), "takes the same pods");
    }
  }

  private static void checkReached(Webhook webhook, Mesh mesh, Findings out) {
    Text url = webhook.url();
    if (url == null && !webhook.service().present() && !webhook.service().open()) {
      out.report(
              webhook.key("clientConfig"),
              "the webhook has neither a URL nor a service: it cannot be called")
          .as("address");
    } else if (url != null && !url.open()) {
      boolean plain = url.value().startsWith("http://");
      String problem = plain ? "it must begin with \"https://\"" : HttpUrl.problem(url.value());
      if (problem != null) {
        out.report(url, "URL \"%s\" cannot be called: %s".formatted(url, problem)).as("address");
      }
    }
    ObjectName service = ObjectName.ofService(webhook.service());
    if (service != null
        && mesh.objects().find(service, webhook.resource()) instanceof NotFound<Located> missing) {
      out.report(
              webhook.service().at("name"),
              missing,
              "Service %s does not exist: the webhook cannot be called".formatted(service))
          .as("service");
    }
  }
}
