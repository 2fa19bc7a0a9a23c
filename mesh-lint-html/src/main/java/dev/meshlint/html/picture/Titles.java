package dev.meshlint.html.picture;

import dev.meshlint.core.model.Text;
import java.util.ArrayList;
import java.util.List;

/** Short texts for boxes. */
final class Titles {
  private Titles() {}

  /** The first of some names, and how many more there are. */
  static String list(List<Text> names) {
    List<String> values = new ArrayList<>();
    names.forEach(name -> values.add(name.value()));
    return list(values, 1);
  }

  /** The first few of some names, and how many more there are. */
  static String list(List<String> names, int shown) {
    String few = String.join(", ", names.subList(0, Math.min(shown, names.size())));
    return names.size() > shown ? few + " +" + (names.size() - shown) : few;
  }
}
