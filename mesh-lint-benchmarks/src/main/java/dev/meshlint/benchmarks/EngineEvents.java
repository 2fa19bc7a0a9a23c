package dev.meshlint.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.Event;

/** The yardstick: what the YAML library alone takes to read the same bytes into events. */
final class EngineEvents {
  private static final LoadSettings SETTINGS =
      LoadSettings.builder().setCodePointLimit(Integer.MAX_VALUE).build();

  private EngineEvents() {}

  /** Reads every file below the folder that its argument names. */
  public static void main(String[] args) throws IOException {
    if (count(Path.of(args[0])) == 0) {
      throw new IOException("no manifest below " + args[0]);
    }
  }

  /** How many events there are, so that nobody can leave the work out. */
  static long count(Path folder) throws IOException {
    long events = 0;
    for (Path file : files(folder)) {
      String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
      for (Event event : new Parse(SETTINGS).parseString(text)) {
        events += event.getEventId() == Event.ID.Comment ? 0 : 1;
      }
    }
    return events;
  }

  static List<Path> files(Path folder) throws IOException {
    List<Path> files = new ArrayList<>();
    try (Stream<Path> tree = Files.walk(folder)) {
      tree.filter(Files::isRegularFile).sorted().forEach(files::add);
    }
    return files;
  }
}
