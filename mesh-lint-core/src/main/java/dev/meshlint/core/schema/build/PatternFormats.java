package dev.meshlint.core.schema.build;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Which named format a well-known pattern stands for, so that messages can speak of hosts and labels. */
final class PatternFormats {
  private PatternFormats() {}

  static Map<String, String> load() {
    Map<String, String> formats = new HashMap<>();
    try (InputStream in = PatternFormats.class.getResourceAsStream("pattern-formats.yaml")) {
      if (in == null) {
        throw new IllegalStateException("pattern-formats.yaml is not on the class path");
      }
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      for (Map.Entry<String, JsonNode> format : Yaml.documents(text).get(0).properties()) {
        for (JsonNode pattern : format.getValue()) {
          formats.put(pattern.asString(), format.getKey());
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return formats;
  }
}
