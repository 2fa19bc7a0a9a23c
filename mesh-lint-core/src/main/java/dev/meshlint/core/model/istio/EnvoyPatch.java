package dev.meshlint.core.model.istio;

import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One patch of an EnvoyFilter. */
public final class EnvoyPatch extends View {
  private static final List<String> TYPE_KEYS = List.of("@type", "type_url", "typeUrl");

  /** Makes the view. */
  public EnvoyPatch(At at) {
    super(at);
  }

  /** What is patched: {@code LISTENER}, {@code HTTP_FILTER}, {@code CLUSTER} … */
  public @Nullable Text applyTo() {
    return text("applyTo");
  }

  /** Where it is patched; absent for everywhere. */
  public EnvoyMatch match() {
    return child("match", EnvoyMatch::new);
  }

  /** How it is patched ({@code patch.operation}): {@code MERGE}, {@code ADD}, {@code INSERT_BEFORE} … */
  public @Nullable Text operation() {
    return child("patch").text("operation");
  }

  /** The group that an added filter belongs to ({@code patch.filterClass}). */
  public @Nullable Text filterClass() {
    return child("patch").text("filterClass");
  }

  /** The Envoy configuration ({@code patch.value}). */
  public View value() {
    return child("patch").child("value");
  }

  /** The types of messages that the configuration names, at any depth: {@code @type}, and {@code type_url} inside of it. */
  public List<Text> types() {
    List<Text> types = new ArrayList<>();
    addTypes(value(), types);
    return types;
  }

  private static void addTypes(View view, List<Text> types) {
    for (String key : TYPE_KEYS) {
      Text type = view.text(key);
      if (type != null) {
        types.add(type);
      }
    }
    for (Named<View> entry : view.map(View::new)) {
      if (entry.value().present()) {
        addTypes(entry.value(), types);
      } else {
        view.list(entry.name()).forEach(item -> addTypes(item, types));
      }
    }
  }
}
