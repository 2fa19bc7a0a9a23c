package dev.meshlint.html.picture;

import dev.meshlint.core.manifest.Located;
import dev.meshlint.core.manifest.NamespaceRef;
import dev.meshlint.core.manifest.Resource;
import dev.meshlint.html.picture.MeshPicture.Area;
import dev.meshlint.html.picture.MeshPicture.Box;
import dev.meshlint.html.picture.MeshPicture.Kind;
import dev.meshlint.html.picture.MeshPicture.Path;
import dev.meshlint.html.picture.MeshPicture.Wire;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A picture while it is made. Alternatives, definitions with the same name, become one box. Used by one thread. */
final class Sketch {
  private final Map<String, String> areas = new TreeMap<>();
  private final Map<String, Draft> boxes = new LinkedHashMap<>();
  private final Map<String, Line> wires = new LinkedHashMap<>();
  private final Map<String, String> idsByResource = new LinkedHashMap<>();
  private final Map<String, Set<String>> facts = new HashMap<>();
  private final Claims claims = new Claims();

  private record Draft(String id, String area, Kind kind, String title, String subtitle) {}

  private record Line(String id, String from, String to, Path kind, Set<String> labels) {}

  /** The area of a namespace. */
  String area(NamespaceRef namespace) {
    return areas.computeIfAbsent(namespace.name(), name -> "a" + areas.size());
  }

  /**
   * The box of a resource.
   *
   * @param title its name
   * @param subtitle what else to know at a glance
   */
  String box(Resource resource, Kind kind, String title, String subtitle) {
    String id = box(key(resource), resource.namespace(), kind, title, subtitle);
    stand(resource, id);
    fact(id, resource.title());
    return id;
  }

  /** The box of something that is not in the files. */
  String missing(String key, NamespaceRef namespace, String title, String subtitle) {
    return box("missing " + key, namespace, Kind.MISSING, title, subtitle);
  }

  private String box(String key, NamespaceRef namespace, Kind kind, String title, String subtitle) {
    Draft known = boxes.get(key);
    if (known != null) {
      return known.id();
    }
    Draft box = new Draft("b" + boxes.size(), area(namespace), kind, title, subtitle);
    boxes.put(key, box);
    facts.put(box.id(), new LinkedHashSet<>());
    return box.id();
  }

  /** Lets a box stand for a resource too. */
  void stand(Resource resource, String id) {
    idsByResource.putIfAbsent(key(resource), id);
    claims.add(resource, id);
  }

  /** The box that stands for a resource; null where none does. */
  @Nullable String of(@Nullable Resource resource) {
    return resource == null ? null : idsByResource.get(key(resource));
  }

  private static String key(Resource resource) {
    return resource.group() + " " + resource.title();
  }

  /** Adds a line to what there is to know about a box. */
  void fact(String id, String fact) {
    Set<String> known = facts.get(id);
    if (known != null) {
      known.add(fact);
    }
  }

  /** Lets a piece stand for a part of a file. */
  void claim(Located what, String id) {
    claims.add(what, id);
  }

  /** A wire; further ones of the same kind between the same ends are one with it, but for their labels. */
  String wire(String from, String to, Path kind, String label) {
    Line line =
        wires.computeIfAbsent(
            from + ' ' + to + ' ' + kind,
            any -> new Line("w" + wires.size(), from, to, kind, new LinkedHashSet<>()));
    if (!label.isEmpty()) {
      line.labels().add(label);
    }
    return line.id();
  }

  MeshPicture picture(@Nullable String name) {
    List<Area> allAreas = new ArrayList<>();
    areas.forEach((title, id) -> allAreas.add(new Area(id, title)));
    List<Box> allBoxes = new ArrayList<>();
    for (Draft box : boxes.values()) {
      allBoxes.add(
          new Box(
              box.id(),
              box.area(),
              box.kind(),
              box.title(),
              box.subtitle(),
              List.copyOf(facts.getOrDefault(box.id(), Set.of()))));
    }
    List<Wire> allWires = new ArrayList<>();
    for (Line wire : wires.values()) {
      if (!wire.from().equals(wire.to())) {
        allWires.add(
            new Wire(
                wire.id(), wire.from(), wire.to(), wire.kind(), String.join(", ", wire.labels())));
      }
    }
    return new MeshPicture(name, allAreas, allBoxes, allWires, claims);
  }
}
