package dev.meshlint.core.manifest;

import dev.meshlint.core.value.Placeholders;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The namespaces that kustomizations may put a file into: one for each way from a root to it. Each is a name, nothing
 * where no kustomization on the way says any, or a name that cannot be known.
 */
final class NamespaceChoices {
  /** More ways than these need not be told apart: the namespace is open anyway. */
  private static final int MOST = 8;

  private static final String NONE = "";

  /** A namespace that is set to nobody knows what; no name. */
  static final String OPEN = "*";

  private final List<String> names = new ArrayList<>(2);

  /** The choices of a root, and of a file in no kustomization. */
  static NamespaceChoices ofRoot() {
    NamespaceChoices choices = new NamespaceChoices();
    choices.names.add(NONE);
    return choices;
  }

  /** Adds the choices of a kustomization around, which wins over the inner one. Tells whether any is new. */
  boolean addAll(NamespaceChoices outer, @Nullable String inner) {
    boolean changed = false;
    for (String name : outer.names) {
      changed |= add(name.equals(NONE) ? spelt(inner) : name);
    }
    return changed;
  }

  /** The choices inside of a kustomization with this namespace. */
  NamespaceChoices within(@Nullable String inner) {
    NamespaceChoices choices = new NamespaceChoices();
    choices.addAll(this, inner);
    return choices;
  }

  private static String spelt(@Nullable String name) {
    if (name == null) {
      return NONE;
    }
    return name.equals(OPEN) || Placeholders.inName(name) ? OPEN : name;
  }

  private boolean add(String name) {
    if (names.contains(name) || names.size() == MOST) {
      return false;
    }
    return names.add(name);
  }

  /** The names among them. */
  List<String> named() {
    List<String> named = new ArrayList<>(names);
    named.remove(NONE);
    named.remove(OPEN);
    return named;
  }

  /** Whether a way leaves the namespace as it is written. */
  boolean mayBeNone() {
    return names.contains(NONE);
  }

  /** The namespace of a resource that is in this one without any kustomization. */
  NamespaceRef resolve(NamespaceRef without) {
    NamespaceRef result = null;
    for (String name : names) {
      NamespaceRef next =
          switch (name) {
            case NONE -> without;
            case OPEN -> NamespaceRef.OPEN;
            default -> NamespaceRef.named(name);
          };
      if (result != null && !result.equals(next)) {
        return NamespaceRef.OPEN;
      }
      result = next;
    }
    return result == null ? without : result;
  }
}
