package dev.meshlint.core.model.kubernetes;

import dev.meshlint.core.model.ResourceView;
import dev.meshlint.core.model.Text;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A Secret. Its values are reached one by one and are never part of a text made by this class. */
public final class Secret extends ResourceView {
  /** Makes the view. */
  public Secret(At at) {
    super(at);
  }

  /** The type, such as {@code kubernetes.io/tls}; absent means {@code Opaque}. */
  public @Nullable Text type() {
    return text("type");
  }

  /** The entries of {@code data} and {@code stringData}; the latter win where both have a key. */
  public List<SecretEntry> values() {
    List<SecretEntry> all = new ArrayList<>();
    for (Named<Text> entry : entries("stringData")) {
      all.add(new SecretEntry(entry.key(), entry.value(), false));
    }
    for (Named<Text> entry : entries("data")) {
      if (!child("stringData").has(entry.name())) {
        all.add(new SecretEntry(entry.key(), entry.value(), true));
      }
    }
    return all;
  }

  /** The entry with this key, or null. */
  public @Nullable SecretEntry value(String key) {
    for (SecretEntry entry : values()) {
      if (entry.key().value().equals(key)) {
        return entry;
      }
    }
    return null;
  }
}
