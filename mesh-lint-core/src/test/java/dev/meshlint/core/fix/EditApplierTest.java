package dev.meshlint.core.fix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.meshlint.core.source.SourceFile;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Edits of a text. */
class EditApplierTest {
  private static final SourceFile FILE = new SourceFile("x", "abcdef");

  private static TextEdit edit(int start, int end, String text) {
    return new TextEdit(FILE, start, end, text);
  }

  private static String apply(TextEdit... edits) {
    return EditApplier.apply(FILE.text(), List.of(edits));
  }

  @Test
  void editsAreMadeInTheOrderOfTheText() {
    assertThat(apply(edit(4, 6, ""), edit(0, 1, "A"), edit(2, 2, "-"))).isEqualTo("Ab-cd");
  }

  @Test
  void editsMayTouchEachOther() {
    assertThat(apply(edit(1, 3, "X"), edit(3, 4, "Y"))).isEqualTo("aXYef");
    assertThat(apply(edit(1, 3, "X"), edit(1, 1, "-"))).isEqualTo("a-Xdef");
  }

  @Test
  void insertionsAtOnePlaceKeepTheirOrder() {
    assertThat(apply(edit(6, 6, "1"), edit(6, 6, "2"))).isEqualTo("abcdef12");
  }

  @Test
  void noEditChangesNothing() {
    assertThat(apply()).isEqualTo("abcdef");
  }

  @Test
  void overlappingEditsAreRefused() {
    assertThatThrownBy(() -> apply(edit(1, 3, ""), edit(2, 4, "")))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> apply(edit(5, 7, ""))).isInstanceOf(IllegalArgumentException.class);
  }
}
