package dev.meshlint.html.layout;

import dev.meshlint.core.finding.Severity;
import dev.meshlint.html.Html;
import dev.meshlint.html.layout.Drawing.Point;
import dev.meshlint.html.layout.Drawing.Rectangle;
import dev.meshlint.html.picture.MeshPicture;
import dev.meshlint.html.picture.MeshPicture.Area;
import dev.meshlint.html.picture.MeshPicture.Box;
import dev.meshlint.html.picture.MeshPicture.Kind;
import dev.meshlint.html.picture.MeshPicture.Wire;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes a picture as SVG. What a reader may ask of a piece stands in its data attributes. */
public final class SvgPicture {
  private final MeshPicture picture;
  private final String prefix;
  private final Map<String, Marks> marks;
  private final Map<String, Severity> worst = new HashMap<>();
  private final Drawing drawing;
  private final Html html;

  /**
   * What was found about a piece.
   *
   * @param worst the worst of it
   * @param findings the ids of the findings on the page
   */
  public record Marks(Severity worst, List<String> findings) {}

  private SvgPicture(MeshPicture picture, String prefix, Map<String, Marks> marks, Html html) {
    this.picture = picture.with(shown(picture, marks));
    this.prefix = prefix;
    this.marks = marks;
    this.drawing = Layout.of(this.picture);
    this.html = html;
    Map<String, String> areas = new HashMap<>();
    picture.boxes().forEach(box -> areas.put(box.id(), box.area()));
    picture.wires().forEach(wire -> areas.put(wire.id(), areas.getOrDefault(wire.to(), wire.to())));
    marks.forEach(
        (piece, found) ->
            worst.merge(
                areas.getOrDefault(piece, piece),
                found.worst(),
                (one, other) -> one.compareTo(other) >= 0 ? one : other));
  }

  /**
   * Writes a picture.
   *
   * @param prefix what ids begin with, unlike those of other pictures on the page
   * @param marks what was found, by the ids of the picture
   */
  public static void write(
      MeshPicture picture, String prefix, Map<String, Marks> marks, Html html) {
    new SvgPicture(picture, prefix, marks, html).write();
  }

  private void write() {
    String size =
        "0 0 " + PathText.number(drawing.width()) + " " + PathText.number(drawing.height());
    html.open(
        "svg",
        "class",
        "mesh",
        "id",
        prefix,
        "viewBox",
        size,
        "role",
        "group",
        "aria-label",
        "Picture of the mesh",
        "tabindex",
        "0",
        "preserveAspectRatio",
        "xMidYMid meet");
    html.line().open("g", "class", "areas").line();
    picture.areas().forEach(this::writeArea);
    html.close("g").line().open("g", "class", "wires").line();
    picture.wires().forEach(this::writeWire);
    html.close("g").line().open("g", "class", "boxes").line();
    picture.boxes().forEach(this::writeBox);
    html.close("g").line().open("g", "class", "wire-labels").line();
    picture.wires().forEach(this::writeLabel);
    html.close("g").line().open("g", "class", "far").line();
    picture.areas().forEach(this::writeFarName);
    html.close("g").line().close("svg").line();
  }

  private void writeArea(Area area) {
    Rectangle place = drawing.places().get(area.id());
    if (place == null) {
      return;
    }
    Marks found = marks.get(area.id());
    begin("area" + holds(area), area.id(), area.title(), "namespace", List.of(), found, place);
    rectangle(place, "10");
    text("name", 18, 25, TextWidth.cut(area.title(), Sizes.TITLE, place.width() - 50));
    badge(found, place.width());
    html.close("g").line();
  }

  /** The areas in which there is something to see. */
  private static List<Area> shown(MeshPicture picture, Map<String, Marks> marks) {
    Set<String> used = new HashSet<>(marks.keySet());
    picture.boxes().forEach(box -> used.add(box.area()));
    picture.wires().forEach(wire -> used.addAll(List.of(wire.from(), wire.to())));
    return picture.areas().stream().filter(area -> used.contains(area.id())).toList();
  }

  /** The worst that was found about anything in an area: what of it can be seen from afar. */
  private String holds(Area area) {
    Severity found = worst.get(area.id());
    return found == null ? "" : " holds-" + found.label();
  }

  private void writeBox(Box box) {
    Rectangle place = drawing.places().get(box.id());
    if (place == null) {
      return;
    }
    Marks found = marks.get(box.id());
    String kind = box.kind().name().toLowerCase(Locale.ROOT);
    begin("box " + kind, box.id(), box.title(), kind, box.facts(), found, place);
    rectangle(place, box.kind() == Kind.ROUTE ? "23" : "5");
    html.open("use", "href", "#mark-" + kind, "x", "12", "y", "15").close("use");
    double width = Sizes.textWidth(place.width());
    text("title", 38, 20, TextWidth.cut(box.title(), Sizes.TITLE, width));
    text("subtitle", 38, 36, TextWidth.cut(box.subtitle(), Sizes.SUBTITLE, width));
    badge(found, place.width());
    html.close("g").line();
  }

  private void begin(
      String kind,
      String id,
      String title,
      String word,
      List<String> facts,
      @Nullable Marks found,
      Rectangle place) {
    String severity = found == null ? "" : " " + found.worst().label();
    String label = word + " " + title;
    if (found != null) {
      label += ", " + found.findings().size() + " found";
    }
    html.open(
        "g",
        "class",
        kind + severity,
        "id",
        prefix + id,
        "role",
        "button",
        "aria-label",
        label,
        "data-title",
        title,
        "data-kind",
        word,
        "data-facts",
        String.join("\n", facts),
        "data-findings",
        found == null ? "" : String.join(" ", found.findings()),
        "transform",
        "translate(" + PathText.number(place.x()) + " " + PathText.number(place.y()) + ")");
  }

  private void rectangle(Rectangle place, String radius) {
    html.open(
            "rect",
            "width",
            PathText.number(place.width()),
            "height",
            PathText.number(place.height()),
            "rx",
            radius)
        .close("rect");
  }

  private void text(String kind, double x, double y, String text) {
    html.element("text", text, "class", kind, "x", PathText.number(x), "y", PathText.number(y));
  }

  private void badge(@Nullable Marks found, double width) {
    if (found != null) {
      html.open("g", "class", "badge", "transform", "translate(" + PathText.number(width) + " 0)");
      html.open("circle", "r", "10").close("circle");
      html.element("text", Integer.toString(found.findings().size()), "y", "4").close("g");
    }
  }

  private void writeWire(Wire wire) {
    List<Point> line = drawing.lines().get(wire.id());
    if (line == null || line.size() < 2) {
      return;
    }
    Marks found = marks.get(wire.id());
    String kind = wire.kind() == MeshPicture.Path.MAY_CALL ? "call" : "traffic";
    String look = found == null ? kind : found.worst().label();
    html.open(
            "path",
            "class",
            "wire " + kind + (found == null ? "" : " " + found.worst().label()),
            "id",
            prefix + wire.id(),
            "data-from",
            prefix + wire.from(),
            "data-to",
            prefix + wire.to(),
            "data-label",
            wire.label(),
            "data-findings",
            found == null ? "" : String.join(" ", found.findings()),
            "marker-end",
            "url(#arrow-" + look + ")",
            "d",
            PathText.of(line))
        .close("path")
        .line();
  }

  private void writeLabel(Wire wire) {
    Rectangle place = drawing.labels().get(wire.id());
    if (place != null && !wire.label().isEmpty()) {
      Marks found = marks.get(wire.id());
      html.element(
              "text",
              wire.label(),
              "class",
              "wire-label" + (found == null ? "" : " " + found.worst().label()),
              "data-wire",
              prefix + wire.id(),
              "x",
              PathText.number(place.x() + 3),
              "y",
              PathText.number(place.y() + Sizes.LABEL))
          .line();
    }
  }

  /** What a namespace is called, as large as it has room for: all that can be read from afar. */
  private void writeFarName(Area area) {
    Rectangle place = drawing.places().get(area.id());
    if (place == null) {
      return;
    }
    double size =
        Math.min(
            Math.min(84, place.height() * 0.3),
            place.width() * 0.72 / TextWidth.of(area.title(), 1));
    html.element(
            "text",
            area.title(),
            "class",
            holds(area).strip(),
            "x",
            PathText.number(place.x() + place.width() / 2),
            "y",
            PathText.number(place.y() + size * 1.05),
            "font-size",
            PathText.number(size))
        .line();
  }
}
