package dev.meshlint.core.schema;

import dev.meshlint.core.yaml.YamlMapping;
import dev.meshlint.core.yaml.YamlNode;
import dev.meshlint.core.yaml.YamlScalar;
import dev.meshlint.core.yaml.YamlSequence;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A path from a value to other values of its resource, as the keywords write it.
 *
 * <p>{@code a.b} goes down; {@code a[]} to every item of a list; {@code a{}} to every value of a map; {@code a{keys}} to
 * its keys; {@code a[x.y/z]} to a key that holds dots; {@code .} is the value itself; each leading {@code ^} goes to the
 * mapping around; a leading {@code $} to the resource.
 */
final class ValuePath {
  private static final String ITEMS = "[]";
  private static final String VALUES = "{}";
  private static final String KEYS = "{keys}";

  private final String text;
  private final int up;
  private final String[] steps;

  private ValuePath(String text, int up, String[] steps) {
    this.text = text;
    this.up = up;
    this.steps = steps;
  }

  static ValuePath of(String text) {
    int at = 0;
    int up = 0;
    if (text.startsWith("$")) {
      up = Integer.MAX_VALUE;
      at = 1;
    }
    while (at < text.length() && text.charAt(at) == '^') {
      up++;
      at++;
    }
    List<String> steps = new ArrayList<>();
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '.') {
        at++;
      } else if (text.startsWith(ITEMS, at) || text.startsWith(VALUES, at)) {
        steps.add(text.substring(at, at + 2));
        at += 2;
      } else if (text.startsWith(KEYS, at)) {
        steps.add(KEYS);
        at += KEYS.length();
      } else if (c == '[') {
        int end = text.indexOf(']', at);
        steps.add(text.substring(at + 1, end));
        at = end + 1;
      } else {
        int end = at;
        while (end < text.length() && ".[{".indexOf(text.charAt(end)) < 0) {
          end++;
        }
        steps.add(text.substring(at, end));
        at = end;
      }
    }
    return new ValuePath(text, up, steps.toArray(String[]::new));
  }

  /**
   * A value that a path leads to.
   *
   * @param node the value
   * @param key its key where it is the value of one; else the value
   * @param around the mapping or list that holds it; null where the path does not say
   */
  record Target(YamlNode node, YamlNode key, @Nullable YamlNode around) {}

  /** The last name on the path, for messages. */
  String name() {
    for (int i = steps.length - 1; i >= 0; i--) {
      if (!steps[i].equals(ITEMS) && !steps[i].equals(VALUES) && !steps[i].equals(KEYS)) {
        return steps[i];
      }
    }
    return text;
  }

  /** The values at the end of the path; absent and null ones are left out. */
  List<Target> find(YamlNode current, Scope scope) {
    List<Target> found = new ArrayList<>(2);
    YamlNode start = start(current, scope);
    if (start != null) {
      collect(new Target(start, start, steps.length == 0 ? scope.around(up + 1) : null), 0, found);
    }
    return found;
  }

  /** The first value at the end of the path, or null. */
  @Nullable YamlNode first(YamlNode current, Scope scope) {
    List<Target> found = find(current, scope);
    return found.isEmpty() ? null : found.get(0).node();
  }

  /** The last node on the way that exists, for saying that the rest is missing. */
  YamlNode nearest(YamlNode current, Scope scope) {
    YamlNode node = start(current, scope);
    if (node == null) {
      return current;
    }
    for (String step : steps) {
      YamlNode next = node instanceof YamlMapping mapping ? Scope.get(mapping, step) : null;
      if (next == null) {
        return node;
      }
      node = next;
    }
    return node;
  }

  /** The first step of the path that leads nowhere; null if all do. */
  @Nullable String absentStep(YamlNode current, Scope scope) {
    YamlNode node = start(current, scope);
    for (String step : steps) {
      node = node instanceof YamlMapping mapping ? Scope.get(mapping, step) : null;
      if (node == null) {
        return step;
      }
    }
    return null;
  }

  /** Whether a value on the way hides what the path leads to. */
  boolean isHidden(YamlNode current, Scope scope) {
    YamlNode node = start(current, scope);
    for (int i = 0; node != null; i++) {
      if (scope.isOpen(node)) {
        return true;
      }
      YamlMapping mapping = i < steps.length && node instanceof YamlMapping here ? here : null;
      if (mapping != null && scope.isMeant(mapping, steps[i])) {
        return true;
      }
      node = mapping == null ? null : Scope.get(mapping, steps[i]);
    }
    return false;
  }

  private @Nullable YamlNode start(YamlNode current, Scope scope) {
    return up == 0 ? current : up == Integer.MAX_VALUE ? scope.resource().node() : scope.around(up);
  }

  private void collect(Target from, int step, List<Target> found) {
    if (Scope.isNull(from.node())) {
      return;
    }
    if (step == steps.length) {
      found.add(from);
      return;
    }
    switch (steps[step]) {
      case ITEMS -> {
        if (from.node() instanceof YamlSequence sequence) {
          for (YamlNode item : sequence.items()) {
            collect(new Target(item, item, sequence), step + 1, found);
          }
        }
      }
      case VALUES, KEYS -> {
        if (from.node() instanceof YamlMapping mapping) {
          for (YamlMapping.Entry entry : mapping.entries()) {
            YamlNode node = steps[step].equals(KEYS) ? entry.key() : entry.value();
            collect(new Target(node, entry.key(), mapping), step + 1, found);
          }
        }
      }
      default -> {
        YamlMapping.Entry entry =
            from.node() instanceof YamlMapping mapping ? mapping.entry(steps[step]) : null;
        if (entry != null) {
          collect(new Target(entry.value(), entry.key(), from.node()), step + 1, found);
        }
      }
    }
  }

  @Override
  public String toString() {
    return text;
  }

  /** The text of a scalar; null for anything else. */
  static @Nullable String text(@Nullable YamlNode node) {
    return node instanceof YamlScalar scalar && !scalar.isNull() ? scalar.text() : null;
  }
}
