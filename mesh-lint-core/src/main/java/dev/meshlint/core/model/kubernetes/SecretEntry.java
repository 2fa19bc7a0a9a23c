package dev.meshlint.core.model.kubernetes;

import dev.meshlint.core.manifest.Located;
import dev.meshlint.core.manifest.Resource;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.yaml.YamlNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** One entry of a Secret. It points at the value but never shows it. */
public final class SecretEntry implements Located {
  private final Text key;
  private final Text value;
  private final boolean encoded;

  SecretEntry(Text key, Text value, boolean encoded) {
    this.key = key;
    this.value = value;
    this.encoded = encoded;
  }

  /** The key. */
  public Text key() {
    return key;
  }

  /** Whether nothing may be concluded from the value. */
  public boolean open() {
    return value.open();
  }

  /** Whether nothing is written, as for entries that others fill in later. */
  public boolean isEmpty() {
    return value.value().isBlank();
  }

  /** The value, decoded as Kubernetes does: line breaks count for nothing. Null where it is open or no base64. */
  public byte @Nullable [] bytes() {
    if (open()) {
      return null;
    }
    if (!encoded) {
      return value.value().getBytes(StandardCharsets.UTF_8);
    }
    try {
      return Base64.getDecoder().decode(value.value().replace("\n", "").replace("\r", ""));
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  @Override
  public Resource resource() {
    return value.resource();
  }

  @Override
  public YamlNode node() {
    return value.node();
  }

  @Override
  public String toString() {
    return key.value();
  }
}
