package dev.meshlint.core.mesh;

import dev.meshlint.core.manifest.Located;

/**
 * A reference of one of Cilium's objects that leads nowhere.
 *
 * @param to what it names
 * @param place where it stands
 * @param name the name that it gives; empty where it gives none
 * @param holder what lacks it, or where it was looked for
 * @param why why nothing was found
 */
public record CiliumReference(
    To to, Located place, String name, String holder, Answer.NotFound<?> why) {
  /** What is named. */
  public enum To {
    /** An Envoy configuration, by a policy. */
    ENVOY_CONFIG,
    /** A listener in an Envoy configuration, by a policy. */
    LISTENER,
    /** A listener of the same Envoy configuration, by a Service in it. */
    OWN_LISTENER,
    /** A CiliumBGPPeerConfig. */
    PEER_CONFIG,
    /** An instance that is overridden for a node. */
    INSTANCE,
    /** A peer that is overridden for a node. */
    PEER,
    /** A Secret. */
    SECRET
  }
}
