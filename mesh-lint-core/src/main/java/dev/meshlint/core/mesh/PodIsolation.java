package dev.meshlint.core.mesh;

import dev.meshlint.core.manifest.NamespaceRef.Same;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the policies of the network say together about one direction of the traffic of some pods: entries that deny win, then
 * those that allow, and where a policy isolates the pods everything else is denied. Immutable.
 */
public final class PodIsolation {
  private final List<NetworkSide> certain;
  private final List<NetworkSide> perhaps;
  private final boolean unseen;
  private final NamespaceLabels namespaces;

  /** What policies say about a connection. */
  public enum Reach {
    /** It is let through. */
    ALLOWED,
    /** It is not. */
    DENIED,
    /** That depends on what the files do not say. */
    NOT_SAID
  }

  /**
   * Makes it.
   *
   * @param certain the policies that are for these pods
   * @param perhaps the policies that may be
   * @param unseen whether others may be, about which nothing is known
   * @param namespaces the labels of namespaces
   */
  PodIsolation(
      List<NetworkSide> certain,
      List<NetworkSide> perhaps,
      boolean unseen,
      NamespaceLabels namespaces) {
    this.certain = List.copyOf(certain);
    this.perhaps = List.copyOf(perhaps);
    this.unseen = unseen;
    this.namespaces = namespaces;
  }

  /** The policies that are certainly for these pods. */
  public List<NetworkSide> policies() {
    return certain;
  }

  /** The policies that are certainly for these pods, and deny what none allows. */
  public List<NetworkSide> isolating() {
    List<NetworkSide> isolating = new ArrayList<>();
    for (NetworkSide side : certain) {
      if (side.isolates() == Same.YES) {
        isolating.add(side);
      }
    }
    return isolating;
  }

  /** Whether one of the policies that are certainly for these pods allows anything at all, as none does that only closes. */
  public boolean allowsSomething() {
    for (NetworkSide side : certain) {
      for (NetworkEntry entry : side.entries()) {
        if (!entry.isDeny() && !entry.isForNobody()) {
          return true;
        }
      }
    }
    return false;
  }

  /**
   * Whether traffic gets through as far as these pods' side is concerned.
   *
   * @param peer who is at the other end
   * @param port the TCP port of the pods that listen
   * @param server the workload that listens, whose names of ports count; null where it is not in view
   */
  public Reach reach(Peer peer, int port, @Nullable MeshWorkload server) {
    Same isolated = unseen ? Same.MAYBE : Same.NO;
    Same allowed = isolated;
    Same denied = isolated;
    for (boolean sure : new boolean[] {true, false}) {
      Same most = sure ? Same.YES : Same.MAYBE;
      for (NetworkSide side : sure ? certain : perhaps) {
        isolated = isolated.or(side.isolates().and(most));
        Same others = side.open() ? Same.MAYBE : Same.NO;
        allowed = allowed.or(others);
        denied = denied.or(others);
        for (NetworkEntry entry : side.entries()) {
          Same holds = holds(entry, peer, port, server).and(most);
          allowed = entry.isDeny() ? allowed : allowed.or(holds);
          denied = entry.isDeny() ? denied.or(holds) : denied;
        }
      }
    }
    return combine(isolated, allowed, denied);
  }

  private Same holds(NetworkEntry entry, Peer peer, int port, @Nullable MeshWorkload server) {
    Same holds = entry.ports().hold(port, server);
    if (holds == Same.NO) {
      return holds;
    }
    boolean some = entry.isDeny() && peer == Peer.Special.ANYBODY && !entry.isForEverybody();
    return holds.and(some ? Same.MAYBE : Same.YES).and(entry.admits(peer, namespaces));
  }

  private static Reach combine(Same isolated, Same allowed, Same denied) {
    if (denied == Same.YES) {
      return Reach.DENIED;
    }
    Same passes = allowed.or(NetworkEntry.not(isolated)).and(NetworkEntry.not(denied));
    return passes == Same.YES ? Reach.ALLOWED : passes == Same.NO ? Reach.DENIED : Reach.NOT_SAID;
  }
}
