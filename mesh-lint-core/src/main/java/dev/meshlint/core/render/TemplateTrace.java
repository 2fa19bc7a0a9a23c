package dev.meshlint.core.render;

import dev.meshlint.core.finding.Place;
import dev.meshlint.core.source.SourceFile;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds lines of a rendered text in its template: by all that they say, else by their key. Of several lines that say the
 * same, the third is the third if there are as many in the template. A line that the template does not have is the nearest
 * one above it that it has.
 */
final class TemplateTrace implements Origins.Trace {
  private final SourceFile rendered;
  private final SourceFile template;
  private final Map<String, List<Integer>> inRendered;
  private final Map<String, List<Integer>> inTemplate;

  TemplateTrace(SourceFile rendered, SourceFile template) {
    this.rendered = rendered;
    this.template = template;
    this.inRendered = lines(rendered);
    this.inTemplate = lines(template);
  }

  /** The numbers of the lines, in order, by their text and by their key. */
  private static Map<String, List<Integer>> lines(SourceFile file) {
    Map<String, List<Integer>> lines = new HashMap<>();
    for (int line = 1; line <= file.lineCount(); line++) {
      String text = file.lineText(line).strip();
      String key = key(text);
      lines.computeIfAbsent(text, one -> new ArrayList<>(1)).add(line);
      if (!key.isEmpty() && !key.equals(text)) {
        lines.computeIfAbsent(key, one -> new ArrayList<>(1)).add(line);
      }
    }
    return lines;
  }

  /** What stands before the value, with the colon; empty where there is no key. */
  private static String key(String text) {
    int colon = text.indexOf(": ");
    if (text.startsWith("#") || text.startsWith("{{")) {
      return "";
    }
    return colon > 0 ? text.substring(0, colon + 1) : text.endsWith(":") ? text : "";
  }

  @Override
  public Place of(Place place) {
    for (int line = place.line(); line > 0 && !rendered.lineText(line).startsWith("---"); line--) {
      String text = rendered.lineText(line).strip();
      Integer same = find(text, line);
      if (same != null) {
        boolean inside = line == place.line() && place.endLine() == line;
        return inside ? same(same, place) : value(same, 0);
      }
      String key = key(text);
      Integer alike = key.isEmpty() ? null : find(key, line);
      if (alike != null) {
        return value(alike, line == place.line() && !isKey(place, key) ? key.length() : 0);
      }
    }
    return new Place(template, 0, 0);
  }

  private @Nullable Integer find(String text, int line) {
    List<Integer> here = inRendered.getOrDefault(text, List.of());
    List<Integer> there = inTemplate.getOrDefault(text, List.of());
    boolean found = !text.isEmpty() && here.size() == there.size();
    return found
        ? there.get(Collections.binarySearch(here, line))
        : there.size() == 1 ? there.get(0) : null;
  }

  /** The same characters of a line that says the same. */
  private Place same(int line, Place place) {
    int shift = start(template, line) - start(rendered, place.line());
    return new Place(template, place.start() + shift, place.end() + shift);
  }

  private boolean isKey(Place place, String key) {
    return place.start() < start(rendered, place.line()) + key.length() - 1;
  }

  /** What a line says after so many characters, without blanks around it. */
  private Place value(int line, int after) {
    String text = template.lineText(line);
    int start = start(template, line) + after;
    int end = template.lineStart(line) + text.stripTrailing().length();
    while (start < end && template.text().charAt(start) <= ' ') {
      start++;
    }
    return new Place(template, Math.min(start, end), end);
  }

  private static int start(SourceFile file, int line) {
    String text = file.lineText(line);
    return file.lineStart(line) + text.length() - text.stripLeading().length();
  }
}
