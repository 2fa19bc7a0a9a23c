package dev.meshlint.core.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TableTest {
  @Test
  void gives_the_entries_without_comments_and_blank_lines() {
    assertThat(Table.lines(TableTest.class, "shop.txt")).containsExactly("tea 3", "ice cream");
  }

  @Test
  void says_which_table_is_missing() {
    assertThatThrownBy(() -> Table.lines(TableTest.class, "garden.txt"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("garden.txt");
  }
}
