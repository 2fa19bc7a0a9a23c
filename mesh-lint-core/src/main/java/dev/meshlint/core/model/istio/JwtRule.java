package dev.meshlint.core.model.istio;

import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tokens of one issuer. */
public final class JwtRule extends View {
  /** Makes the view. */
  public JwtRule(At at) {
    super(at);
  }

  /** The issuer, as the tokens name it. */
  public @Nullable Text issuer() {
    return text("issuer");
  }

  /** The audiences of which a token must name one. */
  public List<Text> audiences() {
    return texts("audiences");
  }

  /** Where the keys are found; an https or http URL. The older spelling is {@code jwks_uri}. */
  public @Nullable Text jwksUri() {
    Text uri = name("jwksUri");
    return uri == null ? name("jwks_uri") : uri;
  }

  /** The keys themselves; never to be printed. */
  public @Nullable Text jwks() {
    return text("jwks");
  }

  /** Headers that hold the token: {@code name}, {@code prefix}. */
  public List<View> fromHeaders() {
    return list("fromHeaders");
  }

  /** Query parameters that hold the token. */
  public List<Text> fromParams() {
    return texts("fromParams");
  }

  /** Cookies that hold the token. */
  public List<Text> fromCookies() {
    return texts("fromCookies");
  }

  /** The header that gets the payload. */
  public @Nullable Text outputPayloadToHeader() {
    return text("outputPayloadToHeader");
  }

  /** Claims that are copied to headers: {@code header}, {@code claim}. */
  public List<View> outputClaimToHeaders() {
    return list("outputClaimToHeaders");
  }

  /** Whether the token is passed on. */
  public @Nullable Boolean forwardOriginalToken() {
    return flag("forwardOriginalToken");
  }

  /** How long fetching the keys may take; a Go duration. */
  public @Nullable Text timeout() {
    return text("timeout");
  }
}
