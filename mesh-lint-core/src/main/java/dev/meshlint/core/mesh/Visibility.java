package dev.meshlint.core.mesh;

import dev.meshlint.core.manifest.NamespaceRef;
import dev.meshlint.core.manifest.NamespaceRef.Same;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.value.Placeholders;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * To which namespaces something is exported. Source: exportTo in Istio's reference; {@code .} is the own namespace,
 * {@code *} or nothing all, {@code ~} none.
 *
 * @param own the namespace of the exported resource
 * @param targets the entries; empty for all namespaces
 * @param open whether an entry holds a placeholder
 */
public record Visibility(NamespaceRef own, List<String> targets, boolean open) {
  /** Reads exportTo, or takes the mesh-wide default where it is absent. */
  static Visibility of(List<Text> exportTo, NamespaceRef own, List<String> meshDefault) {
    if (exportTo.isEmpty()) {
      return new Visibility(own, meshDefault, false);
    }
    List<String> targets = new ArrayList<>(exportTo.size());
    boolean open = false;
    for (Text target : exportTo) {
      open |= target.open();
      targets.add(target.value());
    }
    return new Visibility(own, targets, open);
  }

  /** Reads the annotation {@code networking.istio.io/exportTo} of a Service: names separated by commas. */
  static Visibility ofAnnotation(
      @Nullable String exportTo, NamespaceRef own, List<String> meshDefault) {
    if (exportTo == null) {
      return new Visibility(own, meshDefault, false);
    }
    List<String> targets = new ArrayList<>();
    int start = 0;
    while (start <= exportTo.length()) {
      int comma = exportTo.indexOf(',', start);
      int end = comma < 0 ? exportTo.length() : comma;
      String target = exportTo.substring(start, end).strip();
      if (!target.isEmpty()) {
        targets.add(target);
      }
      start = end + 1;
    }
    return new Visibility(own, targets, Placeholders.inName(exportTo));
  }

  /** Whether a resource in this namespace sees it. */
  public Same from(NamespaceRef client) {
    if (targets.isEmpty() || targets.contains("*")) {
      return Same.YES;
    }
    Same answer = open ? Same.MAYBE : Same.NO;
    for (String target : targets) {
      Same here =
          switch (target) {
            case "." -> own.same(client);
            case "~" -> Same.NO;
            default -> NamespaceRef.named(target).same(client);
          };
      if (here == Same.YES) {
        return Same.YES;
      }
      if (here == Same.MAYBE) {
        answer = Same.MAYBE;
      }
    }
    return answer;
  }

  /** Whether some namespace sees both this and the other. */
  public Same overlaps(Visibility other) {
    if (open || other.open()) {
      return Same.MAYBE;
    }
    Same answer = Same.NO;
    for (NamespaceRef here : namespaces()) {
      Same same = other.from(here);
      if (same == Same.YES) {
        return Same.YES;
      }
      if (same == Same.MAYBE) {
        answer = Same.MAYBE;
      }
    }
    for (NamespaceRef there : other.namespaces()) {
      if (from(there) == Same.YES) {
        return Same.YES;
      }
    }
    return isEverywhere() && other.isEverywhere() ? Same.YES : answer;
  }

  /** Whether every namespace sees it. */
  public boolean isEverywhere() {
    return targets.isEmpty() || targets.contains("*");
  }

  /** The namespaces that it names. */
  List<NamespaceRef> namespaces() {
    List<NamespaceRef> namespaces = new ArrayList<>();
    for (String target : targets) {
      if (target.equals(".")) {
        namespaces.add(own);
      } else if (!target.equals("~") && !target.equals("*")) {
        namespaces.add(NamespaceRef.named(target));
      }
    }
    return namespaces;
  }
}
