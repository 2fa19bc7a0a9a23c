package dev.meshlint.core.source;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Knows which folders are Helm charts: those with a {@code Chart.yaml} among the sources or, for files, beside them on
 * disk. Safe for use by several threads.
 */
final class ChartFolders {
  private static final String CHART = "Chart.yaml";
  private static final String TEMPLATES = "templates";

  private final Set<String> given = new HashSet<>();
  private final Map<String, Boolean> onDisk = new ConcurrentHashMap<>();

  ChartFolders(List<Source> sources) {
    for (Source source : sources) {
      String location = source.location();
      if (Locations.lastName(location).equals(CHART)) {
        given.add(Locations.folder(location));
      }
    }
  }

  /** Why a source is a part of a chart that is no manifest, as far as its place tells; null if it does not. */
  @Nullable SkipReason partOfChart(Source source) {
    String location = source.location();
    if (Locations.lastName(location).equals(CHART)) {
      return SkipReason.HELM_CHART;
    }
    String folder = Locations.folder(location);
    while (!folder.isEmpty() && !folder.equals("/")) {
      String outer = Locations.folder(folder);
      if (Locations.lastName(folder).equals(TEMPLATES) && isChart(outer, source)) {
        return SkipReason.HELM_TEMPLATE;
      }
      folder = outer;
    }
    return null;
  }

  private boolean isChart(String folder, Source source) {
    return given.contains(folder)
        || (source.path() != null && onDisk.computeIfAbsent(folder, ChartFolders::hasChart));
  }

  private static boolean hasChart(String folder) {
    return !folder.isEmpty() && Files.isRegularFile(Path.of(folder, CHART));
  }
}
