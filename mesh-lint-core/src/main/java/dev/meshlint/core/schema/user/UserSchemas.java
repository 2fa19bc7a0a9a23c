package dev.meshlint.core.schema.user;

import dev.meshlint.core.manifest.Resource;
import dev.meshlint.core.schema.BuiltInSchemas;
import dev.meshlint.core.schema.OtherSchemas;
import dev.meshlint.core.schema.SchemaChecker;
import dev.meshlint.core.schema.SchemaContext;
import dev.meshlint.core.schema.SchemaKind;
import dev.meshlint.core.schema.SchemaProblem;
import dev.meshlint.core.schema.build.SchemaCompiler;
import dev.meshlint.core.schema.build.SchemaImporter;
import dev.meshlint.core.source.WholeFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The schemas of files and folders that a user names.
 *
 * <p>Definitions of custom resources (YAML or JSON) are judged as the built-in kinds are, with the same messages. Other JSON
 * files are taken for JSON Schemas of Kubernetes objects, as they are made from definitions or from OpenAPI: the kind comes
 * from {@code x-kubernetes-group-version-kind}, or from the values that the schema allows for {@code apiVersion} and {@code
 * kind}.
 *
 * <p>Safe for use by several threads.
 */
public final class UserSchemas implements OtherSchemas {
  private final BuiltInSchemas definitions;
  private final SchemaChecker checker;
  private final JsonSchemas schemas;

  private UserSchemas(BuiltInSchemas definitions, JsonSchemas schemas) {
    this.definitions = definitions;
    this.checker = new SchemaChecker(definitions);
    this.schemas = schemas;
  }

  /**
   * Reads schemas.
   *
   * @param paths files and folders; in folders all {@code .yaml}, {@code .yml} and {@code .json} files are read
   * @throws IOException if a file cannot be read, or is neither a definition nor a JSON Schema
   */
  public static UserSchemas read(List<Path> paths) throws IOException {
    SchemaImporter importer = new SchemaImporter();
    JsonSchemas schemas = new JsonSchemas();
    for (Path path : paths) {
      for (Path file : files(path)) {
        String text = WholeFile.text(file);
        try {
          if (text.contains("CustomResourceDefinition")) {
            importer.add(text, null);
          } else if (file.toString().endsWith(".json")) {
            schemas.add(text);
          }
        } catch (RuntimeException e) {
          throw new IOException(file + " cannot be read as a schema: " + firstLine(e), e);
        }
      }
    }
    return new UserSchemas(BuiltInSchemas.of(SchemaCompiler.compile(importer)), schemas);
  }

  private static String firstLine(RuntimeException e) {
    String message = String.valueOf(e.getMessage());
    int end = message.indexOf('\n');
    return end < 0 ? message : message.substring(0, end);
  }

  private static List<Path> files(Path path) throws IOException {
    if (!Files.exists(path)) {
      throw new NoSuchFileException("\"" + path + "\" does not exist");
    }
    if (!Files.isDirectory(path)) {
      return List.of(path);
    }
    try (Stream<Path> walk = Files.walk(path)) {
      return walk.filter(Files::isRegularFile).filter(UserSchemas::isSchema).sorted().toList();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static boolean isSchema(Path file) {
    String name = file.toString();
    return name.endsWith(".yaml") || name.endsWith(".yml") || name.endsWith(".json");
  }

  @Override
  public boolean check(Resource resource, SchemaContext context, Consumer<SchemaProblem> out) {
    SchemaKind kind = definitions.find(resource.group(), resource.kind());
    if (kind != null) {
      if (kind.version(resource.version()) == null) {
        return false;
      }
      checker.check(resource, context, out);
      return true;
    }
    return schemas.check(resource, out);
  }
}
