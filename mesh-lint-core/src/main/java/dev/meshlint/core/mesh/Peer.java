package dev.meshlint.core.mesh;

import dev.meshlint.core.value.IpAddress;

/** Who is at the other end of a connection, as far as policies of the network tell peers apart. */
public sealed interface Peer {
  /** Peers that need nothing to be told about them. */
  enum Special implements Peer {
    /** Anyone at all: something is denied to it only where nobody may do it. */
    ANYBODY,
    /** The API server, which may be a node, a pod or a machine outside of the cluster. */
    API_SERVER,
    /** The node on which the pod runs. */
    NODE,
    /** Cilium's own proxy for Ingresses and Gateways, which has an identity of its own. */
    CILIUM_PROXY
  }

  /**
   * Pods.
   *
   * @param group the pods
   */
  record Pods(PodGroup group) implements Peer {}

  /**
   * A machine that is neither pod nor node.
   *
   * @param ip its address
   */
  record Address(IpAddress ip) implements Peer {}
}
