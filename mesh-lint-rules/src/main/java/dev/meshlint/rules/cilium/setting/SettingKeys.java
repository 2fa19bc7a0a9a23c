package dev.meshlint.rules.cilium.setting;

import dev.meshlint.core.rule.Table;
import java.util.LinkedHashMap;
import java.util.Map;
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
    for (String line : Table.lines(SettingKeys.class, "cilium-settings.txt")) {
      int space = line.indexOf(' ');
      keys.put(line.substring(0, space), line.substring(space + 1));
    }
    return keys;
  }
}
