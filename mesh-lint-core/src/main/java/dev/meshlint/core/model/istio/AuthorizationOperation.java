package dev.meshlint.core.model.istio;

import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View;
import java.util.List;

/** What is asked for: all parts must hold. Values may begin or end with {@code *}. */
public final class AuthorizationOperation extends View {
  /** Makes the view. */
  public AuthorizationOperation(At at) {
    super(at);
  }

  /** Hosts of requests. */
  public List<Text> hosts() {
    return names("hosts");
  }

  /** Hosts that must not match. */
  public List<Text> notHosts() {
    return names("notHosts");
  }

  /** Ports of the workload. */
  public List<Text> ports() {
    return texts("ports");
  }

  /** Ports that must not match. */
  public List<Text> notPorts() {
    return texts("notPorts");
  }

  /** Methods. */
  public List<Text> methods() {
    return texts("methods");
  }

  /** Methods that must not match. */
  public List<Text> notMethods() {
    return texts("notMethods");
  }

  /** Paths. */
  public List<Text> paths() {
    return texts("paths");
  }

  /** Paths that must not match. */
  public List<Text> notPaths() {
    return texts("notPaths");
  }
}
