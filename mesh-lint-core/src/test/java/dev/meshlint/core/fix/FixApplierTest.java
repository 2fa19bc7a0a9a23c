package dev.meshlint.core.fix;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meshlint.core.source.SourceFile;
import java.util.List;
import org.junit.jupiter.api.Test;

class FixApplierTest {
  private final SourceFile file = new SourceFile("a.yaml", "0123456789");
  private final FixApplier applier = new FixApplier();

  private TextEdit edit(int start, int end, String text) {
    return new TextEdit(file, start, end, text);
  }

  private static Fix fix(TextEdit... edits) {
    return new Fix("mend", true, List.of(edits));
  }

  @Test
  void edits_are_applied_wherever_they_come_from() {
    assertThat(applier.add(fix(edit(8, 9, "eight"), edit(0, 1, "")))).isTrue();
    assertThat(applier.add(fix(edit(4, 4, "<")))).isTrue();

    assertThat(applier.texts()).containsOnlyKeys(file).containsValue("123<4567eight9");
  }

  @Test
  void a_fix_that_overlaps_is_left_out_as_a_whole() {
    assertThat(applier.add(fix(edit(2, 5, "x")))).isTrue();
    assertThat(applier.add(fix(edit(8, 9, "y"), edit(4, 6, "z")))).isFalse();
    assertThat(applier.add(fix(edit(1, 3, "z")))).isFalse();

    assertThat(applier.texts()).containsValue("01x56789");
  }

  @Test
  void the_same_edit_twice_is_made_once() {
    assertThat(applier.add(fix(edit(2, 3, "x")))).isTrue();
    assertThat(applier.add(fix(edit(2, 3, "x"), edit(5, 6, "y")))).isTrue();

    assertThat(applier.texts()).containsValue("01x34y6789");
  }

  @Test
  void two_insertions_at_one_place_are_a_conflict() {
    assertThat(applier.add(fix(edit(2, 2, "x")))).isTrue();
    assertThat(applier.add(fix(edit(2, 2, "y")))).isFalse();
    assertThat(applier.add(fix(edit(2, 3, "y")))).isFalse();
  }

  @Test
  void neighbours_do_not_overlap() {
    assertThat(applier.add(fix(edit(2, 4, "x")))).isTrue();
    assertThat(applier.add(fix(edit(4, 6, "y")))).isTrue();
    assertThat(applier.add(fix(edit(0, 2, "z")))).isTrue();

    assertThat(applier.texts()).containsValue("zxy6789");
  }

  @Test
  void edits_inside_one_fix_may_not_overlap_either() {
    assertThat(applier.add(fix(edit(2, 5, "x"), edit(3, 4, "y")))).isFalse();
    assertThat(applier.texts()).isEmpty();
  }
}
