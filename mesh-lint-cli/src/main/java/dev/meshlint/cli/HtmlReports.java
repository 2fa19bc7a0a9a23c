package dev.meshlint.cli;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Finds the reporter for HTML. It brings a library for layout along that is larger than all the rest: that lies in a jar of its
 * own, which no other run opens.
 */
final class HtmlReports {
  /** Beside the jar of the program. */
  private static final String JAR = "mesh-lint-html.jar";

  private HtmlReports() {}

  /** Sees the reporter, where there is one. Stays open as long as the program runs, as its own loader does. */
  static ClassLoader loader() {
    ClassLoader own = HtmlReports.class.getClassLoader();
    Path jar = jar();
    try {
      return jar == null ? own : new URLClassLoader(new URL[] {jar.toUri().toURL()}, own);
    } catch (IOException e) {
      return own;
    }
  }

  private static @Nullable Path jar() {
    try {
      URL place = HtmlReports.class.getProtectionDomain().getCodeSource().getLocation();
      Path jar = Path.of(place.toURI()).resolveSibling(JAR);
      return Files.isRegularFile(jar) ? jar : null;
    } catch (URISyntaxException | IllegalArgumentException e) {
      return null;
    }
  }
}
