package dev.meshlint.core.model.kubernetes;

import dev.meshlint.core.model.LabelSelector;
import dev.meshlint.core.model.Reference;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One webhook. */
public final class Webhook extends View {
  /** Makes the view. */
  public Webhook(At at) {
    super(at);
  }

  /** Its name. */
  public @Nullable Text name() {
    return name("name");
  }

  /** Whether it or its configuration is called as Istio calls its own. */
  public boolean isIstios() {
    String configuration = resource().name();
    Text name = name();
    return configuration.startsWith("istio-sidecar-injector")
        || configuration.startsWith("istio-validator")
        || configuration.equals("istiod-default-validator")
        || (name != null && !name.open() && name.value().endsWith(".istio.io"));
  }

  /** The namespaces it is for; empty or absent for all. */
  public LabelSelector namespaceSelector() {
    return child("namespaceSelector", LabelSelector::new);
  }

  /** The objects it is for; empty or absent for all. */
  public LabelSelector objectSelector() {
    return child("objectSelector", LabelSelector::new);
  }

  /** What happens when it does not answer: {@code Fail} or {@code Ignore}. */
  public @Nullable Text failurePolicy() {
    return text("failurePolicy");
  }

  /** The operations it is for: {@code operations}, {@code apiGroups}, {@code resources} … */
  public List<View> rules() {
    return list("rules");
  }

  /** The service that answers ({@code clientConfig.service}): {@code name}, {@code namespace}, {@code path}, {@code port}. */
  public Reference service() {
    return child("clientConfig").child("service", Reference::new);
  }

  /** The address that answers ({@code clientConfig.url}). */
  public @Nullable Text url() {
    return child("clientConfig").name("url");
  }

  /** The authority of the one that answers ({@code clientConfig.caBundle}), base64 of PEM. */
  public @Nullable Text caBundle() {
    return child("clientConfig").text("caBundle");
  }
}
