package dev.meshlint.core.render;

import dev.meshlint.core.source.Source;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Sorts what was rendered by the files that it comes from. */
final class RenderedTexts {
  private static final String SEPARATOR = "---";
  private static final String SOURCE = "# Source: ";
  private static final String ORIGIN = "    config.kubernetes.io/origin: |";
  private static final String PATH = "path: ";
  private static final String REPOSITORY = "repo: ";

  private final Rendering rendering;
  private final Path directory;

  RenderedTexts(Rendering rendering, Path directory) {
    this.rendering = rendering;
    this.directory = directory;
  }

  /** What helm printed of a chart: a comment on each document names its template, beginning with the chart's name. */
  Rendered ofChart(String output, Path chart) {
    return sorted(
        output,
        document -> {
          String source = after(SOURCE, document);
          int slash = source == null ? -1 : source.indexOf('/');
          return source == null || slash < 0
              ? null
              : resolved(chart, source.substring(slash + 1).strip());
        });
  }

  /** What kustomize printed: an annotation may name the file, as seen from the folder that was built. */
  Rendered ofKustomization(String output, Path folder) {
    return sorted(
        output,
        document -> {
          String path = origin(document);
          return path == null ? null : resolved(folder, path);
        });
  }

  private Rendered sorted(String output, Function<String, @Nullable Path> originOf) {
    Map<String, Source> sources = new LinkedHashMap<>();
    for (String document : documents(output)) {
      Path origin = originOf.apply(document);
      String name = origin == null ? "<" + rendering.path() + ">" : name(origin);
      Source before = sources.get(name);
      String text = (before == null ? "" : text(before)) + document;
      String build = rendering.tool() + " " + rendering.path();
      sources.put(name, Source.ofRendered(name, text, origin, build));
    }
    return new Rendered(List.copyOf(sources.values()), null);
  }

  private static String text(Source source) {
    return source.content() instanceof Source.Rendered rendered ? rendered.text() : "";
  }

  /** The documents, each with its separator and with the line break at its end. */
  private static List<String> documents(String output) {
    List<String> documents = new ArrayList<>();
    StringBuilder document = new StringBuilder();
    for (String line : output.split("\n", -1)) {
      if (line.startsWith(SEPARATOR) && !document.isEmpty()) {
        documents.add(document.toString());
        document.setLength(0);
      }
      if (document.isEmpty() && !line.startsWith(SEPARATOR)) {
        document.append(SEPARATOR).append('\n');
      }
      document.append(line).append('\n');
    }
    documents.add(document.toString());
    documents.removeIf(one -> one.substring(SEPARATOR.length()).isBlank());
    return documents;
  }

  /** The rest of the first line that begins so; null if none does. */
  private static @Nullable String after(String start, String document) {
    for (String line : document.split("\n", -1)) {
      if (line.startsWith(start)) {
        return line.substring(start.length());
      }
    }
    return null;
  }

  /** The path in the annotation about the origin; null if it names none, or one in another repository. */
  private static @Nullable String origin(String document) {
    int at = document.indexOf('\n' + ORIGIN + '\n');
    if (at < 0) {
      return null;
    }
    String path = null;
    String[] lines = document.substring(at + ORIGIN.length() + 2).split("\n", -1);
    for (int i = 0; i < lines.length && lines[i].startsWith("      "); i++) {
      String line = lines[i].strip();
      if (line.startsWith(REPOSITORY)) {
        return null;
      }
      path = line.startsWith(PATH) ? line.substring(PATH.length()) : path;
    }
    return path;
  }

  private static @Nullable Path resolved(Path folder, String path) {
    try {
      return folder.resolve(path).normalize();
    } catch (InvalidPathException e) {
      return null;
    }
  }

  /** The name to show: relative to the working directory, by whatever links that is reached. */
  private String name(Path origin) {
    Path from = directory;
    if (!origin.startsWith(from)) {
      try {
        from = directory.toRealPath();
      } catch (IOException e) {
        from = directory;
      }
    }
    Path shown = origin.startsWith(from) ? from.relativize(origin) : origin;
    return shown.toString().replace('\\', '/');
  }
}
