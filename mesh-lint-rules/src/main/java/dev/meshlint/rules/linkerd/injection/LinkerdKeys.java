package dev.meshlint.rules.linkerd.injection;

import dev.meshlint.core.rule.Table;
import dev.meshlint.core.value.NearMiss;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The annotations and labels that Linkerd knows; the sources are named in the table. */
final class LinkerdKeys {
  /** The annotation that switches injection. */
  static final String INJECT = "linkerd.io/inject";

  /** Spellings of it that differ in more than a slip. */
  private static final Set<String> WRONG_INJECT =
      Set.of("linkerd.io/injection", "linkerd-injection", "linkerd/inject");

  /** The domains in which Linkerd reads annotations, without {@code linkerd.io} itself. */
  private static final Set<String> PREFIXES =
      Set.of(
          "config.",
          "config.alpha.",
          "config.beta.",
          "balancer.",
          "balancer.alpha.",
          "retry.",
          "timeout.",
          "viz.",
          "mirror.",
          "multicluster.");

  private static final Map<String, Key> ANNOTATIONS = new LinkedHashMap<>();
  private static final Map<String, Key> LABELS = new LinkedHashMap<>();

  static {
    read();
  }

  /** Whether Linkerd reads a key. */
  enum Status {
    /** It does. */
    CURRENT,
    /** It does, under a newer spelling too. */
    DEPRECATED,
    /** It no longer does. */
    REMOVED,
    /** It writes the key. */
    WRITTEN
  }

  /**
   * One key.
   *
   * @param grammar how its value is written
   * @param status whether it is read
   * @param kinds the kinds that carry it
   * @param inherited whether pods have it from their namespace
   * @param replacement what to write instead, or null
   */
  record Key(
      String grammar,
      Status status,
      Set<String> kinds,
      boolean inherited,
      @Nullable String replacement) {
    boolean isReadOn(String kind) {
      return kinds.contains(kind) || kinds.contains("Any");
    }

    boolean isRead() {
      return status == Status.CURRENT || status == Status.DEPRECATED;
    }
  }

  private LinkerdKeys() {}

  static @Nullable Key annotation(String key) {
    return ANNOTATIONS.get(key);
  }

  static boolean isAnnotation(String key) {
    return ANNOTATIONS.containsKey(key);
  }

  static @Nullable Key label(String key) {
    return LABELS.get(key);
  }

  static Set<String> annotations() {
    return ANNOTATIONS.keySet();
  }

  /** Whether the key lies in a domain whose keys Linkerd gives a meaning. */
  static boolean isLinkerds(String key) {
    int domain = key.indexOf("linkerd.io/");
    return domain == 0 || (domain > 0 && PREFIXES.contains(key.substring(0, domain)));
  }

  /** Whether the key was plainly meant to be the one that switches injection. */
  static boolean isInjectMisspelt(String key) {
    return WRONG_INJECT.contains(key.toLowerCase(Locale.ROOT))
        || NearMiss.nearest(key, Set.of(INJECT)) != null;
  }

  private static void read() {
    for (String line : Table.lines(LinkerdKeys.class, "linkerd-keys.txt")) {
      List<String> fields = List.of(line.split(" ", -1));
      String replacement = fields.get(6);
      Key key =
          new Key(
              fields.get(2),
              Status.valueOf(fields.get(3).toUpperCase(Locale.ROOT)),
              Set.of(fields.get(4).split(",", -1)),
              fields.get(5).equals("inherited"),
              replacement.equals("-") ? null : replacement);
      (fields.get(1).equals("label") ? LABELS : ANNOTATIONS).put(fields.get(0), key);
    }
  }
}
