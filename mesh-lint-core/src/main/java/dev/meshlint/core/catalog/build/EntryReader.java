package dev.meshlint.core.catalog.build;

import dev.meshlint.core.catalog.CatalogueEntry;
import dev.meshlint.core.catalog.Level;
import dev.meshlint.core.catalog.OptionType;
import dev.meshlint.core.catalog.RuleInfo;
import dev.meshlint.core.catalog.RuleInfo.Case;
import dev.meshlint.core.catalog.RuleInfo.Option;
import dev.meshlint.core.catalog.RuleInfo.Stage;
import dev.meshlint.core.catalog.RuleText;
import dev.meshlint.core.catalog.RuleText.Example;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads the entries of the catalogue. */
public final class EntryReader {
  private static final List<String> MESHES =
      List.of(
          "istio", "linkerd", "cilium", "gateway-api", "kubernetes", "mesh", "prometheus", "tool");
  private static final List<String> CATEGORIES =
      List.of(
          "correctness", "security", "reliability", "performance", "observability", "deprecation");
  private static final List<String> LEVELS = List.of("error", "warning", "info", "off");
  private static final List<String> STABILITIES = List.of("stable", "preview");
  private static final List<String> STAGES = List.of("rule", "core");
  private static final List<String> WORLDS = List.of("default", "open", "closed");

  private static final Set<String> ENTRY =
      new TreeSet<>(
          List.of(
              "id",
              "title",
              "mesh",
              "category",
              "severity",
              "stability",
              "since",
              "stage",
              "kinds",
              "aliases",
              "equivalents",
              "guide",
              "links",
              "certain",
              "why",
              "fix",
              "options",
              "cases",
              "examples"));
  private static final Set<String> OPTION =
      new TreeSet<>(List.of("type", "default", "description"));
  private static final Set<String> CASE =
      new TreeSet<>(List.of("severity", "equivalents", "description"));
  private static final Set<String> EXAMPLE =
      new TreeSet<>(
          List.of("name", "world", "namespace", "at", "options", "wrong", "fixed", "correct"));

  private final YAMLMapper mapper =
      YAMLMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();
  private final List<String> problems = new ArrayList<>();

  private EntryReader() {}

  /**
   * Reads every entry below a folder, ordered by path.
   *
   * @throws CatalogueException if one is wrong
   * @throws UncheckedIOException if one cannot be read
   */
  public static List<CatalogueEntry> readAll(Path folder) {
    EntryReader reader = new EntryReader();
    List<CatalogueEntry> entries = new ArrayList<>();
    for (Path file : files(folder)) {
      CatalogueEntry entry = reader.read(file);
      if (entry != null) {
        entries.add(entry);
      }
    }
    if (!reader.problems.isEmpty()) {
      throw new CatalogueException(reader.problems);
    }
    return entries;
  }

  /** The files of the entries: one folder a mesh. */
  private static List<Path> files(Path folder) {
    List<Path> files = new ArrayList<>();
    for (String mesh : MESHES) {
      Path of = folder.resolve(mesh);
      if (Files.isDirectory(of)) {
        try (Stream<Path> found = Files.list(of)) {
          found.filter(file -> file.toString().endsWith(".yaml")).sorted().forEach(files::add);
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    }
    return files;
  }

  private @Nullable CatalogueEntry read(Path file) {
    String where = folder(file) + "/" + file.getFileName();
    try {
      JsonNode root = mapper.readTree(file.toFile());
      return entry(new Fields(root, where, ENTRY, problems), file);
    } catch (JacksonException e) {
      problems.add(
          where + ": " + e.getOriginalMessage() + " at " + e.getLocation().offsetDescription());
      return null;
    }
  }

  private static String folder(Path file) {
    Path parent = file.getParent();
    return parent == null ? "" : String.valueOf(parent.getFileName());
  }

  private static CatalogueEntry entry(Fields fields, Path file) {
    String id = fields.required("id");
    if (!file.getFileName().toString().equals(id + ".yaml")) {
      fields.problem("the file must be called " + id + ".yaml");
    }
    String mesh = fields.oneOf("mesh", MESHES);
    if (!folder(file).equals(mesh)) {
      fields.problem("the file must lie in the folder " + mesh);
    }
    Map<String, String> caseTexts = new LinkedHashMap<>();
    Map<String, Case> cases = cases(fields, caseTexts);
    Map<String, String> optionTexts = new LinkedHashMap<>();
    Map<String, Option> options = options(fields, optionTexts);
    RuleInfo info =
        new RuleInfo(
            id,
            fields.required("title"),
            mesh,
            fields.oneOf("category", CATEGORIES),
            level(fields.oneOf("severity", LEVELS)),
            fields.oneOf("stability", STABILITIES).equals("preview"),
            fields.required("since"),
            stage(fields, id, mesh),
            orNone(fields.texts("kinds")),
            orNone(fields.texts("aliases")),
            orNone(fields.texts("equivalents")),
            cases,
            options);
    RuleText text =
        new RuleText(
            fields.required("certain"),
            fields.required("why"),
            fields.required("fix"),
            fields.optional("guide"),
            orNone(fields.texts("links")),
            caseTexts,
            optionTexts,
            examples(fields, info));
    return new CatalogueEntry(info, text);
  }

  private static Level level(String label) {
    return Objects.requireNonNullElse(Level.of(label), Level.ERROR);
  }

  /** Shapes and the tool's own findings have no class; other entries say so themselves. */
  private static Stage stage(Fields fields, String id, String mesh) {
    boolean core = id.startsWith("schema-") || mesh.equals("tool");
    return core || fields.oneOf("stage", STAGES).equals("core") ? Stage.CORE : Stage.RULE;
  }

  private static Map<String, Case> cases(Fields fields, Map<String, String> texts) {
    Map<String, Case> cases = new LinkedHashMap<>();
    fields
        .map("cases", CASE)
        .forEach(
            (name, of) -> {
              Level level =
                  of.optional("severity") == null ? null : level(of.oneOf("severity", LEVELS));
              cases.put(name, new Case(name, level, of.texts("equivalents")));
              texts.put(name, of.required("description"));
            });
    return cases;
  }

  private static Map<String, Option> options(Fields fields, Map<String, String> texts) {
    Map<String, Option> options = new LinkedHashMap<>();
    fields
        .map("options", OPTION)
        .forEach(
            (name, of) -> {
              OptionType type = OptionType.of(of.required("type"));
              if (type == null) {
                of.problem("\"type\" must be integer, duration, text, flag or list");
                return;
              }
              List<String> value = orNone(of.texts("default"));
              String wrong = type.problem(value);
              if (wrong != null) {
                of.problem("\"default\" " + wrong);
              }
              options.put(name, new Option(name, type, value));
              texts.put(name, of.required("description"));
            });
    return options;
  }

  private static List<Example> examples(Fields fields, RuleInfo info) {
    List<Example> examples = new ArrayList<>();
    boolean wrong = false;
    boolean correct = false;
    for (Fields of : fields.objects("examples", EXAMPLE)) {
      Example example = example(of, info);
      examples.add(example);
      wrong |= example.wrong() != null;
      correct |= example.correct() != null;
    }
    boolean needed = !info.mesh().equals("tool");
    if (needed && !(wrong && correct)) {
      fields.problem("needs at least one example with \"wrong\" and one with \"correct\"");
    }
    return examples;
  }

  private static Example example(Fields of, RuleInfo info) {
    Example example =
        new Example(
            of.required("name"),
            of.oneOf("world", WORLDS),
            of.optional("namespace"),
            of.optional("at"),
            of.values("options"),
            of.verbatim("wrong"),
            of.verbatim("fixed"),
            of.verbatim("correct"));
    if (example.wrong() == null && example.correct() == null) {
      of.problem("needs \"wrong\" or \"correct\"");
    }
    if (example.wrong() == null && example.fixed() != null) {
      of.problem("\"fixed\" needs \"wrong\"");
    }
    for (String option : example.options().keySet()) {
      if (!info.options().containsKey(option)) {
        of.problem("sets the option \"" + option + "\", which the rule does not have");
      }
    }
    return example;
  }

  private static List<String> orNone(@Nullable List<String> texts) {
    return texts == null ? List.of() : texts;
  }
}
