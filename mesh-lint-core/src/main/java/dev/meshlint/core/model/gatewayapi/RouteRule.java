package dev.meshlint.core.model.gatewayapi;

import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One rule of a route. */
public class RouteRule extends View {
  /** Makes the view. */
  public RouteRule(At at) {
    super(at);
  }

  /** Its name. */
  public @Nullable Text name() {
    return name("name");
  }

  /** The backends. */
  public List<BackendReference> backendRefs() {
    return list("backendRefs", BackendReference::new);
  }

  /** What is done to the requests. */
  public List<RouteFilter> filters() {
    return list("filters", RouteFilter::new);
  }

  /** Every backend that gets requests of this rule: backends, and those that mirrors and authorization filters name. */
  public final List<RouteBackend> allBackends() {
    List<RouteBackend> all = new ArrayList<>();
    for (BackendReference backend : backendRefs()) {
      all.add(new RouteBackend(this, backend, RouteBackend.Role.BACKEND));
      addFilters(backend.filters(), all);
    }
    addFilters(filters(), all);
    return all;
  }

  private void addFilters(List<RouteFilter> filters, List<RouteBackend> all) {
    for (RouteFilter filter : filters) {
      BackendReference mirror = filter.requestMirror().backendRef();
      if (mirror.present()) {
        all.add(new RouteBackend(this, mirror, RouteBackend.Role.MIRROR));
      }
      BackendReference authorization = filter.authorizationBackend();
      if (authorization.present()) {
        all.add(new RouteBackend(this, authorization, RouteBackend.Role.AUTHORIZATION));
      }
    }
  }
}
