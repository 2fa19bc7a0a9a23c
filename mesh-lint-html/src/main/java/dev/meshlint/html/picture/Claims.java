package dev.meshlint.html.picture;

import dev.meshlint.core.finding.Place;
import dev.meshlint.core.manifest.Located;
import dev.meshlint.core.yaml.YamlNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which part of which file each piece of a picture stands for. Filled while it is made, then only read. */
public final class Claims {
  private final Map<String, List<Claim>> byFile = new HashMap<>();

  private record Claim(int start, int end, String id) {}

  Claims() {}

  /** None: for a picture that stands for no file. */
  public static Claims none() {
    return new Claims();
  }

  void add(Located what, String id) {
    YamlNode node = what.node();
    byFile
        .computeIfAbsent(node.file().name(), file -> new ArrayList<>())
        .add(new Claim(node.start(), node.end(), id));
  }

  /** The ids of the narrowest pieces around a place. */
  List<String> at(Place place) {
    List<String> ids = new ArrayList<>();
    int narrowest = Integer.MAX_VALUE;
    for (Claim claim : byFile.getOrDefault(place.file().name(), List.of())) {
      int length = claim.end() - claim.start();
      if (claim.start() <= place.start() && place.start() <= claim.end() && length <= narrowest) {
        if (length < narrowest) {
          ids.clear();
          narrowest = length;
        }
        if (!ids.contains(claim.id())) {
          ids.add(claim.id());
        }
      }
    }
    return ids;
  }
}
