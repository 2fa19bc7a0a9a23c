package dev.meshlint.html.layout;

import dev.meshlint.html.layout.Drawing.Point;
import dev.meshlint.html.layout.Drawing.Rectangle;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.elk.alg.layered.options.LayeredOptions;
import org.eclipse.elk.core.RecursiveGraphLayoutEngine;
import org.eclipse.elk.core.math.ElkPadding;
import org.eclipse.elk.core.options.BoxLayouterOptions;
import org.eclipse.elk.core.options.CoreOptions;
import org.eclipse.elk.core.options.Direction;
import org.eclipse.elk.core.options.EdgeRouting;
import org.eclipse.elk.core.util.BasicProgressMonitor;
import org.eclipse.elk.graph.ElkBendPoint;
import org.eclipse.elk.graph.ElkEdge;
import org.eclipse.elk.graph.ElkEdgeSection;
import org.eclipse.elk.graph.ElkLabel;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.util.ElkGraphUtil;

/** What the picture asks of the Eclipse Layout Kernel. */
final class Elk {
  /** The shape of a screen. */
  private static final double ASPECT_RATIO = 1.7;

  /** A layout that is filled less than this is mostly empty. */
  private static final double DENSEST_EMPTY = 0.3;

  private Elk() {}

  /** A graph whose boxes follow each other from left to right. */
  static ElkNode layered() {
    ElkNode graph = ElkGraphUtil.createGraph();
    graph.setProperty(CoreOptions.ALGORITHM, LayeredOptions.ALGORITHM_ID);
    graph.setProperty(CoreOptions.DIRECTION, Direction.RIGHT);
    graph.setProperty(CoreOptions.EDGE_ROUTING, EdgeRouting.ORTHOGONAL);
    graph.setProperty(CoreOptions.RANDOM_SEED, 1);
    graph.setProperty(CoreOptions.SEPARATE_CONNECTED_COMPONENTS, true);
    graph.setProperty(LayeredOptions.SPACING_EDGE_EDGE_BETWEEN_LAYERS, 8.0);
    return graph;
  }

  /** What lies in one area. */
  static ElkNode boxes() {
    ElkNode graph = layered();
    graph.setProperty(CoreOptions.ASPECT_RATIO, 1.2);
    graph.setProperty(CoreOptions.PADDING, new ElkPadding(40, 18, 18, 18));
    graph.setProperty(CoreOptions.SPACING_NODE_NODE, 14.0);
    graph.setProperty(CoreOptions.SPACING_COMPONENT_COMPONENT, 14.0);
    graph.setProperty(LayeredOptions.SPACING_NODE_NODE_BETWEEN_LAYERS, 30.0);
    graph.setProperty(LayeredOptions.SPACING_EDGE_NODE_BETWEEN_LAYERS, 12.0);
    return graph;
  }

  /** The areas, those that call before those that are called. */
  static ElkNode areas() {
    ElkNode graph = layered();
    graph.setProperty(CoreOptions.ASPECT_RATIO, ASPECT_RATIO);
    graph.setProperty(CoreOptions.PADDING, new ElkPadding(14));
    graph.setProperty(CoreOptions.SPACING_NODE_NODE, 36.0);
    graph.setProperty(CoreOptions.SPACING_COMPONENT_COMPONENT, 36.0);
    graph.setProperty(LayeredOptions.SPACING_NODE_NODE_BETWEEN_LAYERS, 80.0);
    return graph;
  }

  /** The areas in rows, as they follow each other in a list. */
  static ElkNode rows() {
    ElkNode graph = ElkGraphUtil.createGraph();
    graph.setProperty(CoreOptions.ALGORITHM, BoxLayouterOptions.ALGORITHM_ID);
    graph.setProperty(BoxLayouterOptions.ASPECT_RATIO, ASPECT_RATIO);
    graph.setProperty(BoxLayouterOptions.PADDING, new ElkPadding(14));
    graph.setProperty(BoxLayouterOptions.SPACING_NODE_NODE, 40.0);
    return graph;
  }

  /** Puts a node before all with a lower number, in rows. */
  static void rank(ElkNode node, int number) {
    node.setProperty(BoxLayouterOptions.PRIORITY, number);
  }

  /** Whether a layout has about the shape of a screen, and is not mostly empty. */
  static boolean isHandy(ElkNode graph) {
    double ratio = graph.getWidth() / Math.max(1, graph.getHeight());
    double filled = 0;
    for (ElkNode node : graph.getChildren()) {
      filled += node.getWidth() * node.getHeight();
    }
    return ratio > ASPECT_RATIO / 2
        && ratio < ASPECT_RATIO * 2
        && filled > DENSEST_EMPTY * graph.getWidth() * graph.getHeight();
  }

  static void layOut(ElkNode graph) {
    new RecursiveGraphLayoutEngine().layout(graph, new BasicProgressMonitor());
  }

  static ElkNode node(ElkNode graph, Rectangle size) {
    ElkNode node = ElkGraphUtil.createNode(graph);
    node.setDimensions(size.width(), size.height());
    return node;
  }

  static ElkEdge edge(ElkNode from, ElkNode to) {
    return ElkGraphUtil.createSimpleEdge(from, to);
  }

  static void label(ElkEdge edge, String text) {
    ElkLabel label = ElkGraphUtil.createLabel(text, edge);
    label.setDimensions(TextWidth.of(text, Sizes.LABEL) + 6, Sizes.LABEL + 5);
  }

  static Rectangle place(ElkNode node) {
    return new Rectangle(node.getX(), node.getY(), node.getWidth(), node.getHeight());
  }

  /** The corners of an edge. */
  static List<Point> line(ElkEdge edge) {
    List<Point> line = new ArrayList<>();
    for (ElkEdgeSection section : edge.getSections()) {
      line.add(new Point(section.getStartX(), section.getStartY()));
      for (ElkBendPoint bend : section.getBendPoints()) {
        line.add(new Point(bend.getX(), bend.getY()));
      }
      line.add(new Point(section.getEndX(), section.getEndY()));
    }
    return line;
  }
}
