package dev.meshlint.core.model.istio;

import dev.meshlint.core.manifest.Located;
import dev.meshlint.core.manifest.Resource;
import dev.meshlint.core.yaml.YamlNode;
import org.jspecify.annotations.Nullable;

/**
 * A destination and the route that sends traffic there.
 *
 * @param from the route
 * @param destination the destination
 * @param share the weighted entry that holds it; null for a mirror
 */
public record RoutedDestination(
    TrafficRoute from, Destination destination, @Nullable RouteDestination share)
    implements Located {
  /** Whether the destination gets copies of requests only. */
  public boolean isMirror() {
    return share == null;
  }

  @Override
  public Resource resource() {
    return destination.resource();
  }

  @Override
  public YamlNode node() {
    return destination.node();
  }
}
