package dev.meshlint.core.mesh;

import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View.Named;
import dev.meshlint.core.model.istio.HttpMatch;
import dev.meshlint.core.model.istio.HttpRoute;
import dev.meshlint.core.model.istio.StringMatch;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Whether a route of a delegate can be joined to the route that delegates to it. Istiod joins each match of the one with
 * each of the other and leaves out pairs that contradict each other; a route of which no pair is left is dropped. Source:
 * istiod's merging of VirtualServices.
 */
public final class DelegateMatches {
  private DelegateMatches() {}

  /** Whether every match of the delegate's route certainly contradicts every match of the route that delegates. */
  public static boolean contradict(HttpRoute root, HttpRoute delegated) {
    List<HttpMatch> roots = root.match();
    List<HttpMatch> leaves = delegated.match();
    if (roots.isEmpty() || leaves.isEmpty() || root.isOpen("match") || delegated.isOpen("match")) {
      return false;
    }
    for (HttpMatch wider : roots) {
      for (HttpMatch leaf : leaves) {
        if (!contradict(wider, leaf)) {
          return false;
        }
      }
    }
    return true;
  }

  private static boolean contradict(HttpMatch root, HttpMatch leaf) {
    if (root.open() || leaf.open() || root.isOpen("port") || leaf.isOpen("port")) {
      return false;
    }
    Integer port = root.port();
    return contradict("uri", root, leaf)
        || contradict("scheme", root, leaf)
        || contradict("method", root, leaf)
        || contradict("authority", root, leaf)
        || contradict(root.headers(), leaf.headers())
        || contradict(root.withoutHeaders(), leaf.withoutHeaders())
        || contradict(root.queryParams(), leaf.queryParams())
        || (port != null && leaf.port() != null && !port.equals(leaf.port()))
        || differ(root.sourceNamespace(), leaf.sourceNamespace())
        || differInLabels(root.sourceLabels(), leaf.sourceLabels());
  }

  private static boolean contradict(String field, HttpMatch root, HttpMatch leaf) {
    return root.has(field)
        && leaf.has(field)
        && contradict(root.child(field, StringMatch::new), leaf.child(field, StringMatch::new));
  }

  private static boolean contradict(List<Named<StringMatch>> root, List<Named<StringMatch>> leaf) {
    Map<String, StringMatch> wider = new HashMap<>();
    root.forEach(condition -> wider.put(condition.name(), condition.value()));
    for (Named<StringMatch> condition : leaf) {
      StringMatch other = wider.get(condition.name());
      if (other != null && contradict(other, condition.value())) {
        return true;
      }
    }
    return false;
  }

  /** Regular expressions are compared with nothing: beside any other condition on the same thing they contradict it. */
  private static boolean contradict(StringMatch root, StringMatch leaf) {
    String exact = value(root.exact());
    String prefix = value(root.prefix());
    String leafExact = value(leaf.exact());
    String leafPrefix = value(leaf.prefix());
    boolean regex = !value(root.regex()).isEmpty() || !value(leaf.regex()).isEmpty();
    boolean rootSays = !exact.isEmpty() || !prefix.isEmpty() || !value(root.regex()).isEmpty();
    boolean leafSays =
        !leafExact.isEmpty() || !leafPrefix.isEmpty() || !value(leaf.regex()).isEmpty();
    if (!rootSays || !leafSays || isOpen(root) || isOpen(leaf)) {
      return false;
    }
    if (regex) {
      return true;
    }
    if (!exact.isEmpty()) {
      return !leafExact.equals(exact);
    }
    return !(leafPrefix.isEmpty() ? leafExact : leafPrefix).startsWith(prefix);
  }

  private static boolean isOpen(StringMatch match) {
    Text exact = match.exact();
    Text prefix = match.prefix();
    return match.open() || (exact != null && exact.open()) || (prefix != null && prefix.open());
  }

  private static String value(@Nullable Text text) {
    return text == null ? "" : text.value();
  }

  private static boolean differ(@Nullable Text root, @Nullable Text leaf) {
    return root != null && leaf != null && !root.open() && !leaf.open() && !root.is(leaf.value());
  }

  private static boolean differInLabels(List<Named<Text>> root, List<Named<Text>> leaf) {
    Map<String, String> wider = Selector.of(root).labels();
    for (Named<Text> label : leaf) {
      String other = wider.get(label.name());
      if (other != null && !other.equals(label.value().value()) && !label.value().open()) {
        return true;
      }
    }
    return false;
  }
}
