package dev.meshlint.core.mesh;

import dev.meshlint.core.manifest.NamespaceRef.Same;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View;
import dev.meshlint.core.model.kubernetes.Container;
import dev.meshlint.core.model.kubernetes.ContainerPort;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The TCP ports that an entry of a policy is for. They are ports of the pods, never of a Service.
 *
 * @param all whether it is for all of them
 * @param open whether it may be for others than the files show
 * @param spans the ranges of numbers
 * @param names names of ports that the pods declare
 */
public record NetworkPorts(boolean all, boolean open, List<Span> spans, List<Text> names) {
  private static final int DNS = 53;
  private static final int FIRST_OF_ISTIO = 15000;
  private static final int LAST_OF_ISTIO = 15099;
  private static final List<Integer> OF_LINKERD = List.of(4143, 4190, 4191);

  /**
   * Numbers of ports.
   *
   * @param first the first
   * @param last the last
   */
  public record Span(int first, int last) {}

  /** Makes the lists unmodifiable. */
  public NetworkPorts {
    spans = List.copyOf(spans);
    names = List.copyOf(names);
  }

  /** Whether it is for single ports of applications, and not only for DNS and what proxies serve on their own. */
  public boolean isOfApplication() {
    if (all || open) {
      return false;
    }
    for (Span span : spans) {
      int port = span.first();
      boolean ofIstio = port >= FIRST_OF_ISTIO && port <= LAST_OF_ISTIO;
      if (port != DNS && !ofIstio && !OF_LINKERD.contains(port)) {
        return true;
      }
    }
    return !names.isEmpty();
  }

  /**
   * Whether a port is among them.
   *
   * @param port its number
   * @param server the workload that listens, whose names of ports count; null where it is not in view
   */
  public Same hold(int port, @Nullable MeshWorkload server) {
    if (all) {
      return Same.YES;
    }
    for (Span span : spans) {
      if (span.first() <= port && port <= span.last()) {
        return Same.YES;
      }
    }
    Same answer = open ? Same.MAYBE : Same.NO;
    for (Text name : names) {
      answer = answer.or(isNameOf(name, port, server));
    }
    return answer;
  }

  /** Injected proxies have names for their ports that no file shows, so a name that is not declared may be any of them. */
  private static Same isNameOf(Text name, int port, @Nullable MeshWorkload server) {
    Same answer = Same.NO;
    boolean declared = false;
    for (Container container :
        Optional.ofNullable(server)
            .flatMap(MeshWorkload::template)
            .map(template -> template.containers())
            .orElse(List.of())) {
      for (ContainerPort one : container.ports()) {
        Text own = one.name();
        if (own != null && own.value().equalsIgnoreCase(name.value())) {
          Integer number = one.containerPort();
          declared = true;
          answer = answer.or(number == null ? Same.MAYBE : number == port ? Same.YES : Same.NO);
        }
      }
    }
    return declared ? answer : Same.MAYBE;
  }

  /** Collects ports. */
  static final class Builder {
    private final List<Span> spans = new ArrayList<>();
    private final List<Text> names = new ArrayList<>();
    private boolean all;
    private boolean open;

    /** Adds all ports. */
    Builder addAll() {
      all = true;
      return this;
    }

    /** Notes that something is not known. */
    Builder addOpen(boolean something) {
      open |= something;
      return this;
    }

    /**
     * Adds an object with {@code port}, {@code endPort} and {@code protocol}; other protocols than TCP add nothing.
     *
     * @param written the object
     * @param any the spelling of the protocol that stands for all of them
     */
    Builder add(View written, String any) {
      Text protocol = written.text("protocol");
      if (protocol != null && !protocol.is("TCP") && !protocol.is(any)) {
        return addOpen(protocol.open());
      }
      Text port = written.text("port");
      Integer number = port == null || port.open() ? null : port.integer();
      if (port == null || (number != null && number == 0)) {
        return written.isOpen("port") ? addOpen(true) : addAll();
      }
      if (number != null) {
        Integer end = written.integer("endPort");
        spans.add(new Span(number, end == null ? number : Math.max(number, end)));
      } else if (!port.open()) {
        names.add(port);
      }
      return addOpen(port.open() || written.isOpen("endPort"));
    }

    NetworkPorts build() {
      return new NetworkPorts(all, open, spans, names);
    }
  }
}
