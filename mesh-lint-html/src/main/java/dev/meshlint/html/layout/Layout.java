package dev.meshlint.html.layout;

import dev.meshlint.html.layout.Drawing.Point;
import dev.meshlint.html.layout.Drawing.Rectangle;
import dev.meshlint.html.picture.MeshPicture;
import dev.meshlint.html.picture.MeshPicture.Area;
import dev.meshlint.html.picture.MeshPicture.Box;
import dev.meshlint.html.picture.MeshPicture.Wire;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.elk.graph.ElkNode;

/**
 * Lays out a picture from left to right: who calls before who is called. Each area is laid out by itself, then the areas
 * among each other; in rows, where chains of callers would make it too long for a screen.
 */
final class Layout {
  private final MeshPicture picture;
  private final Map<String, Box> boxes = new HashMap<>();
  private final Map<String, AreaGraph> areas = new LinkedHashMap<>();
  private final Map<String, Rectangle> places = new HashMap<>();
  private final Map<String, List<Point>> lines = new HashMap<>();
  private final Map<String, Rectangle> labels = new HashMap<>();

  private Layout(MeshPicture picture) {
    this.picture = picture;
  }

  static Drawing of(MeshPicture picture) {
    return new Layout(picture).draw();
  }

  private Drawing draw() {
    for (Area area : picture.areas()) {
      areas.put(area.id(), new AreaGraph(area));
    }
    for (Box box : picture.boxes()) {
      boxes.put(box.id(), box);
      graph(box.area()).add(box);
    }
    for (Wire wire : picture.wires()) {
      if (isWithin(wire)) {
        graph(areaOf(wire.from())).add(wire);
      }
    }
    Map<String, Rectangle> sizes = new LinkedHashMap<>();
    areas.forEach((id, area) -> sizes.put(id, area.layOut()));
    ElkNode whole = arrange(sizes);
    for (Wire wire : picture.wires()) {
      if (!isWithin(wire)) {
        addBetween(wire);
      }
    }
    return new Drawing(whole.getWidth(), whole.getHeight(), places, lines, labels);
  }

  private ElkNode arrange(Map<String, Rectangle> sizes) {
    ElkNode whole = Elk.areas();
    Map<String, ElkNode> nodes = new LinkedHashMap<>();
    sizes.forEach((id, size) -> nodes.put(id, Elk.node(whole, size)));
    Set<String> joined = new HashSet<>();
    for (Wire wire : picture.wires()) {
      ElkNode from = nodes.get(areaOf(wire.from()));
      ElkNode to = nodes.get(areaOf(wire.to()));
      if (!isWithin(wire) && from != null && to != null && joined.add(ends(wire))) {
        Elk.edge(from, to);
      }
    }
    Elk.layOut(whole);
    ElkNode used = Elk.isHandy(whole) ? whole : rows(nodes, sizes);
    nodes.forEach((id, node) -> place(id, Elk.place(node)));
    return used;
  }

  /** Takes the areas in the order in which they follow each other, and puts them into rows. */
  private static ElkNode rows(Map<String, ElkNode> nodes, Map<String, Rectangle> sizes) {
    Map<String, Rectangle> before = new HashMap<>();
    nodes.forEach((id, node) -> before.put(id, Elk.place(node)));
    List<Map.Entry<String, Rectangle>> order = new ArrayList<>(before.entrySet());
    order.sort(
        Comparator.<Map.Entry<String, Rectangle>>comparingDouble(entry -> entry.getValue().x())
            .thenComparingDouble(entry -> entry.getValue().y())
            .thenComparing(Map.Entry::getKey));
    ElkNode rows = Elk.rows();
    for (int i = 0; i < order.size(); i++) {
      String id = order.get(i).getKey();
      Rectangle size = sizes.getOrDefault(id, new Rectangle(0, 0, 0, 0));
      ElkNode node = Elk.node(rows, size);
      Elk.rank(node, order.size() - i);
      nodes.put(id, node);
    }
    Elk.layOut(rows);
    return rows;
  }

  private AreaGraph graph(String area) {
    AreaGraph graph = areas.get(area);
    if (graph == null) {
      throw new IllegalArgumentException("no area " + area);
    }
    return graph;
  }

  private boolean isWithin(Wire wire) {
    return areaOf(wire.from()).equals(areaOf(wire.to()));
  }

  private String ends(Wire wire) {
    return areaOf(wire.from()) + ' ' + areaOf(wire.to());
  }

  private String areaOf(String end) {
    Box box = boxes.get(end);
    return box == null ? end : box.area();
  }

  private void place(String id, Rectangle area) {
    places.put(id, area);
    AreaGraph graph = graph(id);
    graph.places().forEach((box, place) -> places.put(box, place.moved(area.x(), area.y())));
    graph
        .lines()
        .forEach(
            (wire, line) ->
                lines.put(
                    wire, line.stream().map(point -> point.moved(area.x(), area.y())).toList()));
    graph.labels().forEach((wire, place) -> labels.put(wire, place.moved(area.x(), area.y())));
  }

  /** A curve from the side of the one that looks to the other. */
  private void addBetween(Wire wire) {
    Rectangle from = places.get(wire.from());
    Rectangle to = places.get(wire.to());
    if (from == null || to == null) {
      return;
    }
    boolean right = to.x() + to.width() / 2 >= from.x() + from.width() / 2;
    Point start = new Point(right ? from.x() + from.width() : from.x(), from.middle());
    Point end = new Point(right ? to.x() : to.x() + to.width(), to.middle());
    lines.put(wire.id(), List.of(start, end));
    if (!wire.label().isEmpty()) {
      double width = TextWidth.of(wire.label(), Sizes.LABEL) + 6;
      double x = right ? end.x() - width - 12 : end.x() + 12;
      labels.put(wire.id(), new Rectangle(x, end.y() - Sizes.LABEL - 6, width, Sizes.LABEL + 5));
    }
  }
}
