package dev.meshlint.cli;

import dev.meshlint.core.schema.BuiltInSchemas;
import dev.meshlint.core.schema.EmbeddedConfig;
import dev.meshlint.core.schema.SchemaDescription;
import dev.meshlint.core.schema.SchemaKind;
import dev.meshlint.core.schema.build.SchemaTool;
import dev.meshlint.core.value.NearMiss;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** {@code mesh-lint schema list|show|import}: the shapes of the kinds that mesh-lint knows. */
final class SchemaCommand {
  private static final String USAGE =
      "schema takes \"list\", \"show KIND [VERSION]\" or \"import FOLDER [CHANNEL=]PATH...\"";

  private SchemaCommand() {}

  static ExitCode run(Arguments arguments, Console console) throws UsageException, OutputException {
    List<String> words = arguments.words();
    switch (words.isEmpty() ? "" : words.get(0)) {
      case "list" -> console.print(list(BuiltInSchemas.load()));
      case "show" -> console.print(show(words));
      case "import" -> console.print(importDefinitions(words, console));
      default -> throw new UsageException(USAGE);
    }
    return ExitCode.CLEAN;
  }

  private static String list(BuiltInSchemas schemas) {
    StringBuilder text = new StringBuilder();
    for (SchemaKind kind : schemas.kinds()) {
      text.append(kind.kind());
      if (!kind.group().equals(EmbeddedConfig.GROUP)) {
        text.append('.').append(kind.group());
      }
      for (SchemaKind.Version version : kind.versions()) {
        text.append(' ').append(version.name());
        if (version.status() != SchemaKind.Status.CURRENT) {
          text.append(" (").append(version.status().name().toLowerCase(Locale.ROOT)).append(')');
        }
      }
      text.append('\n');
    }
    return text.toString();
  }

  private static String show(List<String> words) throws UsageException {
    if (words.size() < 2) {
      throw new UsageException("schema show needs a kind; \"mesh-lint schema list\" names them");
    }
    BuiltInSchemas schemas = BuiltInSchemas.load();
    StringBuilder text = new StringBuilder();
    for (SchemaKind kind : named(words.get(1), schemas)) {
      SchemaKind.Version version = words.size() > 2 ? kind.version(words.get(2)) : newest(kind);
      if (version == null) {
        throw new UsageException(kind.kind() + " has no version \"" + words.get(2) + "\"");
      }
      if (!text.isEmpty()) {
        text.append('\n');
      }
      text.append(kind.kind()).append(", ").append(kind.apiVersion(version.name())).append("\n\n");
      text.append(SchemaDescription.of(schemas, kind, version));
    }
    return text.toString();
  }

  private static SchemaKind.Version newest(SchemaKind kind) {
    SchemaKind.Version current = kind.current();
    return current == null ? kind.versions().get(0) : current;
  }

  /** {@code Gateway}, or {@code Gateway.networking.istio.io} where several groups have the kind. */
  private static List<SchemaKind> named(String word, BuiltInSchemas schemas) throws UsageException {
    List<SchemaKind> found = new ArrayList<>();
    List<String> names = new ArrayList<>();
    for (SchemaKind kind : schemas.kinds()) {
      names.add(kind.kind());
      String full = kind.kind() + "." + kind.group();
      if (kind.kind().equalsIgnoreCase(word) || full.equalsIgnoreCase(word)) {
        found.add(kind);
      }
    }
    if (found.isEmpty()) {
      @Nullable String near = NearMiss.suggestion(word, names);
      throw new UsageException("no kind \"" + word + "\"" + Arguments.didYouMean(near));
    }
    return found;
  }

  private static String importDefinitions(List<String> words, Console console)
      throws UsageException {
    if (words.size() < 3) {
      throw new UsageException(USAGE);
    }
    List<String> sources = new ArrayList<>();
    for (String word : words.subList(2, words.size())) {
      int equals = word.indexOf('=');
      Path path = console.directory().resolve(word.substring(equals + 1));
      sources.add(word.substring(0, equals + 1) + path);
    }
    StringBuilder text = new StringBuilder();
    try {
      for (Path file :
          SchemaTool.importDefinitions(console.directory().resolve(words.get(1)), sources)) {
        text.append(file).append('\n');
      }
    } catch (IOException | RuntimeException e) {
      throw new UsageException("the definitions cannot be imported: " + e.getMessage());
    }
    return text.isEmpty() ? "no definition found\n" : text.toString();
  }
}
