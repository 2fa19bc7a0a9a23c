package dev.meshlint.core.schema.build;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** The command lines behind {@code mesh-lint schema import} and the build step that compiles the schema tables. */
public final class SchemaTool {
  private SchemaTool() {}

  /**
   * Imports definitions: one schema file a kind, {@code group/Kind.yaml} below the target folder.
   *
   * @param target the folder
   * @param sources files or folders of definitions; {@code name=path} gives their release channel a name
   * @return the files written
   * @throws IOException if a source cannot be read or a file cannot be written
   */
  public static List<Path> importDefinitions(Path target, List<String> sources) throws IOException {
    SchemaImporter importer = new SchemaImporter();
    for (String source : sources) {
      int equals = source.indexOf('=');
      String channel = equals < 0 ? null : source.substring(0, equals);
      addAll(importer, Path.of(source.substring(equals + 1)), channel);
    }
    List<Path> written = new ArrayList<>();
    for (Map.Entry<String, ObjectNode> kind : importer.kinds().entrySet()) {
      Path file = target.resolve(kind.getKey() + ".yaml");
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.writeString(file, SchemaFileWriter.write(kind.getValue()), StandardCharsets.UTF_8);
      written.add(file);
    }
    return written;
  }

  private static void addAll(SchemaImporter importer, Path source, @Nullable String channel)
      throws IOException {
    List<Path> files;
    try (Stream<Path> walk = Files.walk(source)) {
      files = walk.filter(Files::isRegularFile).sorted().toList();
    }
    for (Path file : files) {
      String name = file.getFileName().toString();
      if (name.endsWith(".yaml") || name.endsWith(".yml") || name.endsWith(".json")) {
        importer.add(Files.readString(file), channel);
      }
    }
  }

  /** {@code import TARGET [CHANNEL=]SOURCE…} or {@code compile FOLDER FILE}. */
  public static void main(String[] arguments) throws IOException {
    List<String> all = List.of(arguments);
    switch (all.isEmpty() ? "" : all.get(0)) {
      case "import" -> importDefinitions(Path.of(all.get(1)), all.subList(2, all.size()));
      case "compile" -> {
        Path target = Path.of(all.get(2));
        Files.createDirectories(target.toAbsolutePath().getParent());
        Files.write(target, SchemaCompiler.compile(Path.of(all.get(1))));
      }
      default ->
          throw new IllegalArgumentException(
              "import TARGET [CHANNEL=]SOURCE… | compile FOLDER FILE");
    }
  }
}
