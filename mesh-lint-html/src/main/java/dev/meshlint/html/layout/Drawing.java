package dev.meshlint.html.layout;

import java.util.List;
import java.util.Map;

/**
 * Where everything lies, in pixels from the upper left corner.
 *
 * @param width how wide all of it is
 * @param height how high all of it is
 * @param places areas and boxes by their ids
 * @param lines wires by their ids: their corners
 * @param labels where the labels of wires begin, by the ids of the wires
 */
record Drawing(
    double width,
    double height,
    Map<String, Rectangle> places,
    Map<String, List<Point>> lines,
    Map<String, Rectangle> labels) {
  /** A place. */
  record Rectangle(double x, double y, double width, double height) {
    Rectangle moved(double right, double down) {
      return new Rectangle(x + right, y + down, width, height);
    }

    /** Half way down. */
    double middle() {
      return y + height / 2;
    }
  }

  /** A corner. */
  record Point(double x, double y) {
    Point moved(double right, double down) {
      return new Point(x + right, y + down);
    }
  }
}
