package dev.meshlint.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The formats of reports. */
enum ReportFormat {
  /** For people. */
  TEXT,
  /** For programs. */
  JSON;

  String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  static @Nullable ReportFormat of(String label) {
    for (ReportFormat format : values()) {
      if (format.label().equals(label)) {
        return format;
      }
    }
    return null;
  }

  static List<String> labels() {
    List<String> labels = new ArrayList<>();
    for (ReportFormat format : values()) {
      labels.add(format.label());
    }
    return labels;
  }
}
