package dev.meshlint.core.model.kubernetes;

import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A check by the node's agent. */
public final class Probe extends View {
  /** Makes the view. */
  public Probe(At at) {
    super(at);
  }

  /** A request: {@code path}, {@code port}, {@code scheme}, {@code host}. */
  public View httpGet() {
    return child("httpGet");
  }

  /** A connection: {@code port}, {@code host}. */
  public View tcpSocket() {
    return child("tcpSocket");
  }

  /** A gRPC health check: {@code port}, {@code service}. */
  public View grpc() {
    return child("grpc");
  }

  /** A command in the container. */
  public View exec() {
    return child("exec");
  }

  /** How many seconds it waits at first; absent means 0. */
  public @Nullable Integer initialDelaySeconds() {
    return integer("initialDelaySeconds");
  }

  /** How many seconds between two checks; absent means 10. */
  public @Nullable Integer periodSeconds() {
    return integer("periodSeconds");
  }

  /** How many seconds a check may take; absent means 1. */
  public @Nullable Integer timeoutSeconds() {
    return integer("timeoutSeconds");
  }

  /** How many failures in a row count; absent means 3. */
  public @Nullable Integer failureThreshold() {
    return integer("failureThreshold");
  }

  /** The number or name of the port that is asked over the network; null for commands. */
  public @Nullable Text port() {
    for (String kind : List.of("httpGet", "tcpSocket", "grpc")) {
      Text port = child(kind).text("port");
      if (port != null) {
        return port;
      }
    }
    return null;
  }
}
