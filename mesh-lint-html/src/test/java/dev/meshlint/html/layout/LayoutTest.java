package dev.meshlint.html.layout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meshlint.html.layout.Drawing.Point;
import dev.meshlint.html.layout.Drawing.Rectangle;
import dev.meshlint.html.picture.Claims;
import dev.meshlint.html.picture.MeshPicture;
import dev.meshlint.html.picture.MeshPicture.Area;
import dev.meshlint.html.picture.MeshPicture.Box;
import dev.meshlint.html.picture.MeshPicture.Kind;
import dev.meshlint.html.picture.MeshPicture.Path;
import dev.meshlint.html.picture.MeshPicture.Wire;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where things lie, for pictures made at random. */
class LayoutTest {
  private static MeshPicture random(int seed) {
    Random random = new Random(seed);
    List<Area> areas = new ArrayList<>();
    List<Box> boxes = new ArrayList<>();
    List<Wire> wires = new ArrayList<>();
    int count = 1 + random.nextInt(9);
    for (int i = 0; i < count; i++) {
      areas.add(new Area("a" + i, "namespace-" + "x".repeat(random.nextInt(30))));
    }
    int size = 1 + random.nextInt(60);
    for (int i = 0; i < size; i++) {
      String area = "a" + random.nextInt(count);
      String title = "w".repeat(1 + random.nextInt(50));
      boxes.add(new Box("b" + i, area, Kind.WORKLOAD, title, "Deployment", List.of()));
    }
    for (int i = 0; i < size; i++) {
      String from =
          random.nextInt(9) == 0 ? "a" + random.nextInt(count) : "b" + random.nextInt(size);
      String label = random.nextBoolean() ? "90 %" : "";
      wires.add(new Wire("w" + i, from, "b" + random.nextInt(size), Path.TRAFFIC, label));
    }
    return new MeshPicture(null, areas, boxes, wires, Claims.none());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16})
  void boxes_lie_in_their_areas_and_nothing_covers_another(int seed) {
    MeshPicture picture = random(seed);
    Drawing drawing = Layout.of(picture);
    List<Rectangle> areas =
        picture.areas().stream().map(area -> drawing.places().get(area.id())).toList();
    List<Rectangle> boxes =
        picture.boxes().stream().map(box -> drawing.places().get(box.id())).toList();

    assertApart(areas);
    assertApart(boxes);
    Rectangle all = new Rectangle(0, 0, drawing.width(), drawing.height());
    assertThat(areas).allSatisfy(area -> assertThat(holds(all, area)).isTrue());
    for (Box box : picture.boxes()) {
      assertThat(holds(drawing.places().get(box.area()), drawing.places().get(box.id()))).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  void wires_begin_and_end_at_what_they_connect(int seed) {
    MeshPicture picture = random(seed);
    Drawing drawing = Layout.of(picture);

    for (Wire wire : picture.wires()) {
      List<Point> line = drawing.lines().get(wire.id());
      if (line != null && !wire.from().equals(wire.to())) {
        assertThat(touches(drawing.places().get(wire.from()), line.get(0))).isTrue();
        assertThat(touches(drawing.places().get(wire.to()), line.get(line.size() - 1))).isTrue();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void the_same_picture_is_laid_out_the_same(int seed) {
    assertThat(Layout.of(random(seed))).isEqualTo(Layout.of(random(seed)));
  }

  private static void assertApart(List<Rectangle> places) {
    for (int i = 0; i < places.size(); i++) {
      for (int j = 0; j < i; j++) {
        assertThat(overlap(places.get(i), places.get(j)))
            .as("%s and %s", places.get(i), places.get(j))
            .isFalse();
      }
    }
  }

  private static boolean overlap(Rectangle one, Rectangle other) {
    return one.x() < other.x() + other.width()
        && other.x() < one.x() + one.width()
        && one.y() < other.y() + other.height()
        && other.y() < one.y() + one.height();
  }

  private static boolean holds(Rectangle outer, Rectangle inner) {
    return inner.x() >= outer.x() - 0.01
        && inner.y() >= outer.y() - 0.01
        && inner.x() + inner.width() <= outer.x() + outer.width() + 0.01
        && inner.y() + inner.height() <= outer.y() + outer.height() + 0.01;
  }

  private static boolean touches(Rectangle place, Point point) {
    return point.x() >= place.x() - 0.6
        && point.x() <= place.x() + place.width() + 0.6
        && point.y() >= place.y() - 0.6
        && point.y() <= place.y() + place.height() + 0.6;
  }
}
