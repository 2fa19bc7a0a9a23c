package dev.meshlint.core.model.kubernetes;

import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A container of a pod. */
public final class Container extends View {
  /** Makes the view. */
  public Container(At at) {
    super(at);
  }

  /** Its name. */
  public @Nullable Text name() {
    return text("name");
  }

  /** Its image. */
  public @Nullable Text image() {
    return name("image");
  }

  /** The ports it declares; it may listen on others. */
  public List<ContainerPort> ports() {
    return list("ports", ContainerPort::new);
  }

  /** Its environment. */
  public List<EnvironmentVariable> env() {
    return list("env", EnvironmentVariable::new);
  }

  /** What it runs; {@code $(NAME)} is filled in by Kubernetes. */
  public List<Text> command() {
    return raws("command");
  }

  /** Its arguments; {@code $(NAME)} is filled in by Kubernetes. */
  public List<Text> args() {
    return raws("args");
  }

  /** Whether it may get traffic. */
  public Probe readinessProbe() {
    return child("readinessProbe", Probe::new);
  }

  /** Whether it has to be restarted. */
  public Probe livenessProbe() {
    return child("livenessProbe", Probe::new);
  }

  /** Whether it has started. */
  public Probe startupProbe() {
    return child("startupProbe", Probe::new);
  }

  /** What runs after its start and before its end: {@code postStart}, {@code preStop}. */
  public View lifecycle() {
    return child("lifecycle");
  }

  /** Its settings: {@code runAsUser}, {@code capabilities} … */
  public View securityContext() {
    return child("securityContext");
  }

  /** {@code requests} and {@code limits}. */
  public View resources() {
    return child("resources");
  }

  /** {@code Always} makes an init container a sidecar. */
  public @Nullable Text restartPolicy() {
    return text("restartPolicy");
  }

  /** When the image is fetched. */
  public @Nullable Text imagePullPolicy() {
    return text("imagePullPolicy");
  }

  /** Where volumes appear: {@code name}, {@code mountPath}. */
  public List<View> volumeMounts() {
    return list("volumeMounts");
  }
}
