package dev.meshlint.core.mesh;

import dev.meshlint.core.manifest.Located;
import dev.meshlint.core.model.Reference;
import dev.meshlint.core.model.gatewayapi.Listener;
import dev.meshlint.core.model.gatewayapi.Route;
import java.util.List;

/**
 * A route and one of its parents, as implementations resolve them.
 *
 * @param route the route
 * @param reference the parent reference
 * @param parent what it names
 * @param found the parents in view, or why there is none
 * @param outcome whether the route attaches, or what stops it
 * @param listeners the listeners that passed every stage before the one that stopped the route; all that it attaches to
 *     where nothing did; empty for parents without listeners
 */
public record Attachment(
    Route route,
    Reference reference,
    ObjectName parent,
    Answer<Located> found,
    Outcome outcome,
    List<Listener> listeners) {
  /** How far a route gets, in the order in which implementations look. */
  public enum Outcome {
    /** The parent is not in view. */
    NO_PARENT,
    /** No listener, or port of a Service, has the name. */
    NO_SECTION,
    /** No listener, or port of a Service, has the number. */
    NO_PORT,
    /** No listener admits the namespace of the route. */
    NAMESPACE,
    /** No listener admits the kind of the route. */
    KIND,
    /** No listener has a host in common with the route. */
    HOSTNAME,
    /** It attaches. */
    ATTACHED,
    /** The files do not say. */
    UNKNOWN
  }

  /** Makes the list unmodifiable. */
  public Attachment {
    listeners = List.copyOf(listeners);
  }

  /** Whether the parent is a Gateway of the Gateway API. */
  public boolean isToGateway() {
    return parent.isA(GATEWAY_GROUP, "Gateway");
  }

  /** The group of the Gateway API. */
  public static final String GATEWAY_GROUP = "gateway.networking.k8s.io";
}
