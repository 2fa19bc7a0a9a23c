package dev.meshlint.core.fix;

import dev.meshlint.core.yaml.YamlMapping;
import dev.meshlint.core.yaml.YamlMapping.Entry;
import dev.meshlint.core.yaml.YamlNode;
import dev.meshlint.core.yaml.YamlSequence;
import java.util.List;

/** Joins two mappings of a sequence by taking away the dash of the second. */
final class ItemJoin {
  private ItemJoin() {}

  /** The edits, or none where more than the dash would have to change. */
  static List<TextEdit> of(YamlSequence sequence, YamlNode item) {
    int index = sequence.items().indexOf(item);
    if (index < 1
        || sequence.shared()
        || sequence.flow()
        || !(item instanceof YamlMapping second)
        || !(sequence.items().get(index - 1) instanceof YamlMapping first)
        || !fit(first, second)) {
      return List.of();
    }
    String text = sequence.file().text();
    int dash = second.start() - 1;
    while (dash > first.end() && text.charAt(dash) == ' ') {
      dash--;
    }
    boolean plain =
        text.charAt(dash) == '-'
            && Layout.firstInLine(text, dash)
            && Layout.column(text, first.start()) == Layout.column(text, second.start());
    return plain ? List.of(new TextEdit(sequence.file(), dash, dash + 1, " ")) : List.of();
  }

  private static boolean fit(YamlMapping first, YamlMapping second) {
    if (first.flow() || second.flow() || first.shared() || second.shared()) {
      return false;
    }
    for (Entry entry : second.entries()) {
      String name = entry.name();
      if (name == null || entry.merged() || first.entry(name) != null) {
        return false;
      }
    }
    return !first.entries().isEmpty();
  }
}
