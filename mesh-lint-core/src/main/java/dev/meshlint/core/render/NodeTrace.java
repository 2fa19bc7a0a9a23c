package dev.meshlint.core.render;

import dev.meshlint.core.finding.Place;
import dev.meshlint.core.source.SourceFile;
import dev.meshlint.core.yaml.YamlDocument;
import dev.meshlint.core.yaml.YamlLimits;
import dev.meshlint.core.yaml.YamlMapping;
import dev.meshlint.core.yaml.YamlNode;
import dev.meshlint.core.yaml.YamlReader;
import dev.meshlint.core.yaml.YamlScalar;
import dev.meshlint.core.yaml.YamlSequence;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds nodes of a rendered text in the file that it was made of: by kind and name of the resource, which a kustomization
 * may lengthen, and by the way down. What a patch has put in leads to where it was put.
 */
final class NodeTrace implements Origins.Trace {
  private final SourceFile origin;
  private final List<YamlDocument> rendered;
  private final List<YamlDocument> originals;

  NodeTrace(SourceFile rendered, SourceFile origin) {
    this.origin = origin;
    this.rendered = YamlReader.read(rendered, YamlLimits.DEFAULT, false).documents();
    this.originals = YamlReader.read(origin, YamlLimits.DEFAULT, false).documents();
  }

  @Override
  public Place of(Place place) {
    for (YamlDocument document : rendered) {
      YamlNode root = document.root();
      if (root.start() <= place.start() && place.start() <= root.end()) {
        YamlNode original = original(root);
        return original == null ? new Place(origin, 0, 0) : descend(root, original, place);
      }
    }
    return new Place(origin, 0, 0);
  }

  private @Nullable YamlNode original(YamlNode root) {
    String kind = text(root, "kind");
    String name = name(root);
    YamlNode best = null;
    int longest = -1;
    for (YamlDocument document : originals) {
      String otherName = name(document.root());
      boolean fits = kind.equals(text(document.root(), "kind")) && name.contains(otherName);
      if (fits && otherName.length() > longest) {
        best = document.root();
        longest = otherName.length();
      }
    }
    return best;
  }

  private static String name(YamlNode root) {
    return root instanceof YamlMapping mapping && mapping.get("metadata") instanceof YamlMapping in
        ? text(in, "name")
        : "";
  }

  private static String text(YamlNode node, String key) {
    return node instanceof YamlMapping mapping && mapping.get(key) instanceof YamlScalar scalar
        ? scalar.text()
        : "";
  }

  private static Place descend(YamlNode from, YamlNode to, Place place) {
    YamlNode node = from;
    YamlNode original = to;
    while (node.start() != place.start() || node.end() != place.end()) {
      YamlNode inner = null;
      YamlNode innerOriginal = null;
      if (node instanceof YamlMapping mapping && original instanceof YamlMapping there) {
        YamlMapping.Entry entry = entry(mapping, place.start());
        String name = entry == null ? null : entry.name();
        YamlMapping.Entry other = name == null ? null : there.entry(name);
        if (entry != null && other != null && place.end() <= entry.key().end()) {
          return place(other.key());
        }
        inner = entry == null ? null : entry.value();
        innerOriginal = other == null ? null : other.value();
      } else if (node instanceof YamlSequence list && original instanceof YamlSequence there) {
        inner = item(list, place.start());
        innerOriginal = inner == null ? null : sameItem(list, inner, there);
      }
      if (inner == null || innerOriginal == null) {
        break;
      }
      node = inner;
      original = innerOriginal;
    }
    return place(original);
  }

  private static YamlMapping.@Nullable Entry entry(YamlMapping mapping, int offset) {
    YamlMapping.Entry last = null;
    for (YamlMapping.Entry entry : mapping.entries()) {
      if (!entry.merged() && entry.key().start() <= offset) {
        last = entry;
      }
    }
    return last;
  }

  private static @Nullable YamlNode item(YamlSequence list, int offset) {
    YamlNode last = null;
    for (YamlNode item : list.items()) {
      if (item.start() <= offset) {
        last = item;
      }
    }
    return last;
  }

  /** The item with the same name, as patches merge lists, else the one at the same place. */
  private static @Nullable YamlNode sameItem(YamlSequence list, YamlNode item, YamlSequence there) {
    String name = text(item, "name");
    for (YamlNode other : there.items()) {
      if (!name.isEmpty() && name.equals(text(other, "name"))) {
        return other;
      }
    }
    int at = list.items().indexOf(item);
    return at < there.items().size() ? there.items().get(at) : null;
  }

  private static Place place(YamlNode node) {
    return new Place(node.file(), node.start(), node.end());
  }
}
