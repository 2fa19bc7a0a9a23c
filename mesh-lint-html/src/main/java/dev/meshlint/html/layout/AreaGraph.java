package dev.meshlint.html.layout;

import dev.meshlint.html.layout.Drawing.Point;
import dev.meshlint.html.layout.Drawing.Rectangle;
import dev.meshlint.html.picture.MeshPicture.Area;
import dev.meshlint.html.picture.MeshPicture.Box;
import dev.meshlint.html.picture.MeshPicture.Wire;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.elk.graph.ElkEdge;
import org.eclipse.elk.graph.ElkLabel;
import org.eclipse.elk.graph.ElkNode;

/** One area and what lies in it. */
final class AreaGraph {
  private static final double LOWEST = 64;

  private final ElkNode graph = Elk.boxes();
  private final Map<String, ElkNode> nodes = new LinkedHashMap<>();
  private final Map<String, ElkEdge> edges = new LinkedHashMap<>();
  private final double narrowest;

  AreaGraph(Area area) {
    this.narrowest = TextWidth.of(area.title(), Sizes.TITLE) + 60;
  }

  void add(Box box) {
    nodes.put(box.id(), Elk.node(graph, new Rectangle(0, 0, Sizes.width(box), Sizes.BOX)));
  }

  void add(Wire wire) {
    ElkNode from = nodes.get(wire.from());
    ElkNode to = nodes.get(wire.to());
    if (from != null && to != null) {
      ElkEdge edge = Elk.edge(from, to);
      if (!wire.label().isEmpty()) {
        Elk.label(edge, wire.label());
      }
      edges.put(wire.id(), edge);
    }
  }

  /** Lays it out; gives its size. */
  Rectangle layOut() {
    if (!nodes.isEmpty()) {
      Elk.layOut(graph);
    }
    return new Rectangle(
        0, 0, Math.max(narrowest, graph.getWidth()), Math.max(LOWEST, graph.getHeight()));
  }

  /** The boxes, seen from the corner of the area. */
  Map<String, Rectangle> places() {
    Map<String, Rectangle> places = new LinkedHashMap<>();
    nodes.forEach((id, node) -> places.put(id, Elk.place(node)));
    return places;
  }

  Map<String, List<Point>> lines() {
    Map<String, List<Point>> lines = new LinkedHashMap<>();
    edges.forEach((id, edge) -> lines.put(id, Elk.line(edge)));
    return lines;
  }

  Map<String, Rectangle> labels() {
    Map<String, Rectangle> labels = new LinkedHashMap<>();
    edges.forEach(
        (id, edge) -> {
          for (ElkLabel label : edge.getLabels()) {
            labels.put(
                id, new Rectangle(label.getX(), label.getY(), label.getWidth(), label.getHeight()));
          }
        });
    return labels;
  }
}
