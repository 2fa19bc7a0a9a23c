package dev.meshlint.rules.gatewayapi;

import dev.meshlint.core.value.Placeholders;

/** Whether a value that should hold a certificate only stands for one. */
final class PlaceholderText {
  private PlaceholderText() {}

  /** Whether the text is empty, a placeholder, or a word or two that somebody replaces. */
  static boolean isOpen(String text) {
    String value = text.strip();
    return value.isEmpty()
        || value.startsWith("<")
        || value.startsWith("...")
        || Placeholders.inName(value);
  }
}
