package dev.meshlint.core.model.kubernetes;

import dev.meshlint.core.model.ResourceView;
import java.util.List;

/**
 * A MutatingWebhookConfiguration or ValidatingWebhookConfiguration of
 * {@code admissionregistration.k8s.io}.
 */
public final class WebhookConfiguration extends ResourceView {
  /** Makes the view. */
  public WebhookConfiguration(At at) {
    super(at);
  }

  /** The webhooks. */
  public List<Webhook> webhooks() {
    return list("webhooks", Webhook::new);
  }
}
