package dev.meshlint.core.model.gatewayapi;

import dev.meshlint.core.model.Reference;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View;
import org.jspecify.annotations.Nullable;

/** Something done to requests: a type and the block of that type. */
public final class RouteFilter extends View {
  /** Makes the view. */
  public RouteFilter(At at) {
    super(at);
  }

  /**
   * {@code RequestHeaderModifier}, {@code RequestMirror}, {@code RequestRedirect},
   * {@code URLRewrite} …
   */
  public @Nullable Text type() {
    return text("type");
  }

  /** Changes to request headers. */
  public HeaderModifier requestHeaderModifier() {
    return child("requestHeaderModifier", HeaderModifier::new);
  }

  /** Changes to response headers. */
  public HeaderModifier responseHeaderModifier() {
    return child("responseHeaderModifier", HeaderModifier::new);
  }

  /** A backend that gets copies. */
  public RequestMirror requestMirror() {
    return child("requestMirror", RequestMirror::new);
  }

  /** An answer that sends the client elsewhere. */
  public RequestRedirect requestRedirect() {
    return child("requestRedirect", RequestRedirect::new);
  }

  /** Changes to host and path. */
  public UrlRewrite urlRewrite() {
    return child("urlRewrite", UrlRewrite::new);
  }

  /** A filter of the implementation. */
  public Reference extensionRef() {
    return child("extensionRef", Reference::new);
  }

  /** How cross-origin requests are answered. */
  public View cors() {
    return child("cors");
  }

  /** A service that decides: {@code protocol}, {@code backendRef} … */
  public View externalAuth() {
    return child("externalAuth");
  }

  /** The service that decides on requests ({@code externalAuth.backendRef}). */
  public BackendReference authorizationBackend() {
    return externalAuth().child("backendRef", BackendReference::new);
  }
}
