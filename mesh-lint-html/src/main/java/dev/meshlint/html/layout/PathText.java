package dev.meshlint.html.layout;

import dev.meshlint.html.layout.Drawing.Point;
import java.util.List;

/** Writes lines as SVG has them: corners rounded, what is neither level nor upright as a curve. */
final class PathText {
  private static final double RADIUS = 7;

  private PathText() {}

  static String of(List<Point> line) {
    StringBuilder path = new StringBuilder();
    Point first = line.get(0);
    path.append('M').append(number(first.x())).append(' ').append(number(first.y()));
    for (int i = 1; i < line.size(); i++) {
      Point from = line.get(i - 1);
      Point to = line.get(i);
      boolean last = i == line.size() - 1;
      if (!isStraight(from, to)) {
        double reach =
            Math.max(
                Math.abs(to.x() - from.x()) / 2, Math.min(80, Math.abs(to.y() - from.y()) / 2));
        double reachX = to.x() >= from.x() ? reach : -reach;
        path.append('C').append(number(from.x() + reachX)).append(' ').append(number(from.y()));
        path.append(' ').append(number(to.x() - reachX)).append(' ').append(number(to.y()));
        path.append(' ').append(number(to.x())).append(' ').append(number(to.y()));
      } else if (last || !isStraight(to, line.get(i + 1))) {
        add('L', to, path);
      } else {
        Point next = line.get(i + 1);
        double radius = Math.min(RADIUS, Math.min(length(from, to), length(to, next)) / 2);
        add('L', towards(to, from, radius), path);
        path.append('Q').append(number(to.x())).append(' ').append(number(to.y())).append(' ');
        Point after = towards(to, next, radius);
        path.append(number(after.x())).append(' ').append(number(after.y()));
      }
    }
    return path.toString();
  }

  private static void add(char command, Point to, StringBuilder path) {
    path.append(command).append(number(to.x())).append(' ').append(number(to.y()));
  }

  private static boolean isStraight(Point from, Point to) {
    return Math.abs(from.x() - to.x()) < 0.5 || Math.abs(from.y() - to.y()) < 0.5;
  }

  private static double length(Point from, Point to) {
    return Math.abs(from.x() - to.x()) + Math.abs(from.y() - to.y());
  }

  private static Point towards(Point from, Point to, double distance) {
    double length = length(from, to);
    double part = length == 0 ? 0 : distance / length;
    return new Point(from.x() + (to.x() - from.x()) * part, from.y() + (to.y() - from.y()) * part);
  }

  /** A number with one digit after the point at most, the same on every machine. */
  static String number(double value) {
    long tenths = Math.round(value * 10);
    String text = Long.toString(tenths / 10);
    long rest = Math.abs(tenths % 10);
    if (rest == 0) {
      return text;
    }
    return (tenths < 0 && tenths > -10 ? "-" : "") + text + "." + rest;
  }
}
