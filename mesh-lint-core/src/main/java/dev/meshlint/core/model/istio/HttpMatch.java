package dev.meshlint.core.model.istio;

import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One condition of an HTTP route: all its parts must hold. */
public final class HttpMatch extends View {
  /** Makes the view. */
  public HttpMatch(At at) {
    super(at);
  }

  /** The name used in statistics. */
  public @Nullable Text name() {
    return text("name");
  }

  /** The path. */
  public StringMatch uri() {
    return child("uri", StringMatch::new);
  }

  /** The scheme. */
  public StringMatch scheme() {
    return child("scheme", StringMatch::new);
  }

  /** The method. */
  public StringMatch method() {
    return child("method", StringMatch::new);
  }

  /** The host of the request. */
  public StringMatch authority() {
    return child("authority", StringMatch::new);
  }

  /** Request headers, by lower-case name. */
  public List<Named<StringMatch>> headers() {
    return map("headers", StringMatch::new);
  }

  /** Request headers that must not match, by lower-case name. */
  public List<Named<StringMatch>> withoutHeaders() {
    return map("withoutHeaders", StringMatch::new);
  }

  /** Query parameters, by name. */
  public List<Named<StringMatch>> queryParams() {
    return map("queryParams", StringMatch::new);
  }

  /** Whether {@code exact} and {@code prefix} of the path ignore case. */
  public @Nullable Boolean ignoreUriCase() {
    return flag("ignoreUriCase");
  }

  /** The port the client speaks to. */
  public @Nullable Integer port() {
    return integer("port");
  }

  /** Labels of the client's workload; has no effect at gateways. */
  public List<Named<Text>> sourceLabels() {
    return entries("sourceLabels");
  }

  /** The client's namespace. */
  public @Nullable Text sourceNamespace() {
    return name("sourceNamespace");
  }

  /** The gateways it holds for, instead of the resource's. */
  public List<Text> gateways() {
    return names("gateways");
  }

  /** The prefix used in statistics. */
  public @Nullable Text statPrefix() {
    return text("statPrefix");
  }

  /**
   * Whether it holds for every request: nothing but a name, gateways or statistics is written, or a path that all paths
   * begin with.
   */
  public boolean matchesAll() {
    return matchesAllAtPort() && !restricts("port");
  }

  /** Whether it takes every request at its port, of its gateways. */
  public boolean matchesAllAtPort() {
    return present()
        && (!restricts("uri") || matchesAllPaths())
        && !restricts("scheme")
        && !restricts("method")
        && !restricts("authority")
        && !restricts("headers")
        && !restricts("withoutHeaders")
        && !restricts("queryParams")
        && !restricts("sourceLabels")
        && !restricts("sourceNamespace");
  }

  private boolean matchesAllPaths() {
    Text prefix = uri().prefix();
    Text regex = uri().regex();
    return (prefix != null && prefix.is("/")) || (regex != null && regex.is(".*"));
  }

  private boolean restricts(String key) {
    return has(key) && !child(key).isEmpty();
  }
}
