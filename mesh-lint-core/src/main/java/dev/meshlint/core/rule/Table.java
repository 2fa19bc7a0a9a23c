package dev.meshlint.core.rule;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Facts that lie beside the rules that need them, as a text with one entry a line. Blank lines and those that start with {@code #} do not count. */
public final class Table {
  private Table() {}

  /**
   * The entries of a table in their order, as written. Safe for use by several threads.
   *
   * @param beside a class of the package in which the table lies
   * @param name the name of its file
   * @throws IllegalStateException if there is no such file
   */
  public static List<String> lines(Class<?> beside, String name) {
    List<String> entries = new ArrayList<>();
    try (InputStream stream = beside.getResourceAsStream(name)) {
      if (stream == null) {
        throw new IllegalStateException("the library lacks its file " + name);
      }
      BufferedReader lines =
          new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.isEmpty() && line.charAt(0) != '#') {
          entries.add(line);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return entries;
  }
}
