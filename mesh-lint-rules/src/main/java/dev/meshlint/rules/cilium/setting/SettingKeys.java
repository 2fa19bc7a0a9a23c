package dev.meshlint.rules.cilium.setting;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The settings of Cilium's agent and operator, as {@code cilium-settings.txt} lists them. */
final class SettingKeys {
  private static final String REMOVED = "removed ";
  private static final Map<String, String> KEYS = read();

  private SettingKeys() {}

  /** How the value of a key is written; null for a key that is not known or no longer read. */
  static @Nullable SettingGrammar grammar(String key) {
    String written = KEYS.get(key);
    return written == null || written.startsWith(REMOVED) ? null : new SettingGrammar(written);
  }

  /** What replaces a key that is no longer read, or {@code -}; null for others. */
  static @Nullable String successor(String key) {
    String written = KEYS.get(key);
    return written == null || !written.startsWith(REMOVED)
        ? null
        : written.substring(REMOVED.length());
  }

  static boolean isKnown(String key) {
    return KEYS.containsKey(key);
  }

  static Set<String> all() {
    return KEYS.keySet();
  }

  private static Map<String, String> read() {
    Map<String, String> keys = new LinkedHashMap<>();
    InputStream stream = SettingKeys.class.getResourceAsStream("cilium-settings.txt");
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(Objects.requireNonNull(stream), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        int space = line.indexOf(' ');
        if (!line.startsWith("#") && space > 0) {
          keys.put(line.substring(0, space), line.substring(space + 1));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return keys;
  }
}
