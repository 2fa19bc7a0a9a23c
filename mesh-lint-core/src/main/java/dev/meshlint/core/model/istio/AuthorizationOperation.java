package dev.meshlint.core.model.istio;

import dev.meshlint.core.manifest.Located;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View;
import java.util.ArrayList;
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

  /** Whether only {@code *} is asked for, of HTTP requests. */
  boolean matchesEverything() {
    List<Named<View>> parts = map(View::new);
    for (Named<View> part : parts) {
      boolean any = false;
      for (Text value : texts(part.name())) {
        any |= value.is("*");
      }
      if (!any || part.name().startsWith("not")) {
        return false;
      }
    }
    return !parts.isEmpty();
  }

  /** Whether it asks for something that only HTTP requests have. */
  public boolean needsHttp() {
    List<Located> uses = new ArrayList<>();
    addHttpUses(uses);
    return !uses.isEmpty();
  }

  void addHttpUses(List<Located> uses) {
    for (Named<View> part : map(View::new)) {
      if (!part.name().equals("ports") && !part.name().equals("notPorts")) {
        uses.add(part.key());
      }
    }
  }
}
