package dev.meshlint.rules;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One YAML document of some files.
 *
 * @param file the name of its file
 * @param index its position in the file, from 0
 * @param text its text
 */
record Document(String file, int index, String text) {
  private static final String SEPARATOR = "---\n";

  static List<Document> of(Map<String, String> files) {
    List<Document> documents = new ArrayList<>();
    files.forEach(
        (file, text) -> {
          List<String> parts = parts(text);
          for (int i = 0; i < parts.size(); i++) {
            if (!parts.get(i).isBlank()) {
              documents.add(new Document(file, i, parts.get(i)));
            }
          }
        });
    return documents;
  }

  /** The files without this document. */
  Map<String, String> removedFrom(Map<String, String> files) {
    Map<String, String> rest = new LinkedHashMap<>(files);
    List<String> parts = parts(files.get(file));
    parts.remove(index);
    rest.put(file, String.join(SEPARATOR, parts));
    return rest;
  }

  String title() {
    return "document " + (index + 1) + " of " + file + ":\n" + text;
  }

  /** A text with its documents in the opposite order. */
  static String reversed(String text) {
    List<String> parts = parts(text);
    Collections.reverse(parts);
    return String.join(SEPARATOR, parts);
  }

  private static List<String> parts(String text) {
    List<String> parts = new ArrayList<>();
    StringBuilder part = new StringBuilder();
    for (String line : text.lines().toList()) {
      if (line.equals("---") || line.startsWith("--- ")) {
        parts.add(part.toString());
        part.setLength(0);
      } else {
        part.append(line).append('\n');
      }
    }
    parts.add(part.toString());
    return parts;
  }
}
