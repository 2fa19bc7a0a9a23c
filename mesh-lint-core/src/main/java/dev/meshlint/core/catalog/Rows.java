package dev.meshlint.core.catalog;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The format of the compiled catalogue: rows of fields, one row a line, fields separated by tabs, parts of a field by
 * U+001F. It is read in a few milliseconds and its differences can be read by people.
 */
final class Rows {
  private static final char PART = '\u001f';

  private Rows() {}

  static void write(StringBuilder out, String... fields) {
    for (int i = 0; i < fields.length; i++) {
      if (i > 0) {
        out.append('\t');
      }
      escape(out, fields[i]);
    }
    out.append('\n');
  }

  static List<List<String>> read(InputStream stream) throws IOException {
    List<List<String>> rows = new ArrayList<>();
    try (BufferedReader reader =
        new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8), 1 << 16)) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        rows.add(fields(line));
      }
    }
    return rows;
  }

  /** Several texts in one field. */
  static String join(List<String> parts) {
    return String.join(String.valueOf(PART), parts);
  }

  /** The texts that {@link #join} put together; none for an empty field. */
  static List<String> parts(String field) {
    if (field.isEmpty()) {
      return List.of();
    }
    List<String> parts = new ArrayList<>(4);
    int from = 0;
    for (int at = field.indexOf(PART); at >= 0; at = field.indexOf(PART, from)) {
      parts.add(field.substring(from, at));
      from = at + 1;
    }
    parts.add(field.substring(from));
    return parts;
  }

  private static List<String> fields(String line) {
    List<String> fields = new ArrayList<>(12);
    int from = 0;
    for (int at = line.indexOf('\t'); at >= 0; at = line.indexOf('\t', from)) {
      fields.add(unescape(line.substring(from, at)));
      from = at + 1;
    }
    fields.add(unescape(line.substring(from)));
    return fields;
  }

  private static void escape(StringBuilder out, String field) {
    for (int i = 0; i < field.length(); i++) {
      char c = field.charAt(i);
      switch (c) {
        case '\\' -> out.append("\\\\");
        case '\t' -> out.append("\\t");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        default -> out.append(c);
      }
    }
  }

  private static String unescape(String field) {
    if (field.indexOf('\\') < 0) {
      return field;
    }
    StringBuilder text = new StringBuilder(field.length());
    for (int i = 0; i < field.length(); i++) {
      char c = field.charAt(i);
      if (c != '\\' || i + 1 == field.length()) {
        text.append(c);
        continue;
      }
      i++;
      char next = field.charAt(i);
      text.append(next == 't' ? '\t' : next == 'n' ? '\n' : next == 'r' ? '\r' : next);
    }
    return text.toString();
  }
}
