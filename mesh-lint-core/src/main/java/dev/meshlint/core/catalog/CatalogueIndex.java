package dev.meshlint.core.catalog;

import dev.meshlint.core.catalog.RuleInfo.Case;
import dev.meshlint.core.catalog.RuleInfo.Option;
import dev.meshlint.core.catalog.RuleInfo.Stage;
import dev.meshlint.core.catalog.RuleText.Example;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Writes and reads the compiled catalogue: an index for every run, and the texts for those who ask. */
public final class CatalogueIndex {
  /** Where the index lies on the class path. */
  public static final String INDEX = "META-INF/mesh-lint/catalogue.tsv";

  /** Where the texts lie on the class path. */
  public static final String TEXTS = "META-INF/mesh-lint/catalogue-texts.tsv";

  private static final String RULE = "rule";
  private static final String CASE = "case";
  private static final String OPTION = "option";
  private static final String EXAMPLE = "example";

  private CatalogueIndex() {}

  /** The index of these entries. */
  public static String index(List<CatalogueEntry> entries) {
    StringBuilder out = new StringBuilder(1 << 15);
    for (CatalogueEntry entry : entries) {
      RuleInfo info = entry.info();
      Rows.write(
          out,
          RULE,
          info.id(),
          info.title(),
          info.mesh(),
          info.category(),
          info.level().label(),
          info.preview() ? "preview" : "stable",
          info.since(),
          info.stage().name().toLowerCase(Locale.ROOT),
          Rows.join(info.kinds()),
          Rows.join(info.aliases()),
          Rows.join(info.equivalents()));
      for (Case of : info.cases().values()) {
        Level level = of.level();
        List<String> own = of.equivalents();
        Rows.write(
            out,
            CASE,
            of.name(),
            level == null ? "" : level.label(),
            own == null ? "inherit" : "own",
            own == null ? "" : Rows.join(own));
      }
      for (Option option : info.options().values()) {
        Rows.write(out, OPTION, option.name(), option.type().label(), Rows.join(option.value()));
      }
    }
    return out.toString();
  }

  /** The texts of these entries. */
  public static String texts(List<CatalogueEntry> entries) {
    StringBuilder out = new StringBuilder(1 << 18);
    for (CatalogueEntry entry : entries) {
      RuleText text = entry.text();
      Rows.write(
          out,
          RULE,
          entry.info().id(),
          text.certain(),
          text.why(),
          text.fix(),
          Objects.requireNonNullElse(text.guide(), ""),
          Rows.join(text.links()));
      text.cases().forEach((name, description) -> Rows.write(out, CASE, name, description));
      text.options().forEach((name, description) -> Rows.write(out, OPTION, name, description));
      for (Example example : text.examples()) {
        List<String> fields = new ArrayList<>();
        fields.add(EXAMPLE);
        fields.add(example.name());
        fields.add(example.world());
        fields.add(Objects.requireNonNullElse(example.namespace(), ""));
        fields.add(Objects.requireNonNullElse(example.at(), ""));
        fields.add(Objects.requireNonNullElse(example.wrong(), ""));
        fields.add(Objects.requireNonNullElse(example.fixed(), ""));
        fields.add(Objects.requireNonNullElse(example.correct(), ""));
        example
            .options()
            .forEach(
                (name, value) -> {
                  fields.add(name);
                  fields.add(Rows.join(value));
                });
        Rows.write(out, fields.toArray(new String[0]));
      }
    }
    return out.toString();
  }

  static List<RuleInfo> readIndex(InputStream stream) throws IOException {
    List<RuleInfo> rules = new ArrayList<>();
    List<String> head = null;
    Map<String, Case> cases = new LinkedHashMap<>();
    Map<String, Option> options = new LinkedHashMap<>();
    for (List<String> row : Rows.read(stream)) {
      switch (row.get(0)) {
        case RULE -> {
          if (head != null) {
            rules.add(rule(head, cases, options));
          }
          head = row;
          cases.clear();
          options.clear();
        }
        case CASE -> cases.put(row.get(1), ruleCase(row));
        case OPTION -> options.put(row.get(1), option(row));
        default -> throw new IOException("unknown row " + row.get(0));
      }
    }
    if (head != null) {
      rules.add(rule(head, cases, options));
    }
    return rules;
  }

  private static Case ruleCase(List<String> row) {
    List<String> equivalents = row.get(3).equals("own") ? Rows.parts(row.get(4)) : null;
    return new Case(row.get(1), Level.of(row.get(2)), equivalents);
  }

  private static Option option(List<String> row) {
    OptionType type = Objects.requireNonNull(OptionType.of(row.get(2)));
    return new Option(row.get(1), type, Rows.parts(row.get(3)));
  }

  private static RuleInfo rule(
      List<String> row, Map<String, Case> cases, Map<String, Option> options) {
    return new RuleInfo(
        row.get(1),
        row.get(2),
        row.get(3),
        row.get(4),
        Objects.requireNonNull(Level.of(row.get(5))),
        row.get(6).equals("preview"),
        row.get(7),
        row.get(8).equals("core") ? Stage.CORE : Stage.RULE,
        Rows.parts(row.get(9)),
        Rows.parts(row.get(10)),
        Rows.parts(row.get(11)),
        cases,
        options);
  }

  static Map<String, RuleText> readTexts(InputStream stream) throws IOException {
    Map<String, RuleText> texts = new LinkedHashMap<>();
    List<String> head = null;
    Map<String, String> cases = new LinkedHashMap<>();
    Map<String, String> options = new LinkedHashMap<>();
    List<Example> examples = new ArrayList<>();
    for (List<String> row : Rows.read(stream)) {
      switch (row.get(0)) {
        case RULE -> {
          if (head != null) {
            texts.put(head.get(1), text(head, cases, options, examples));
          }
          head = row;
          cases.clear();
          options.clear();
          examples.clear();
        }
        case CASE -> cases.put(row.get(1), row.get(2));
        case OPTION -> options.put(row.get(1), row.get(2));
        case EXAMPLE -> examples.add(example(row));
        default -> throw new IOException("unknown row " + row.get(0));
      }
    }
    if (head != null) {
      texts.put(head.get(1), text(head, cases, options, examples));
    }
    return texts;
  }

  private static RuleText text(
      List<String> head,
      Map<String, String> cases,
      Map<String, String> options,
      List<Example> examples) {
    return new RuleText(
        head.get(2),
        head.get(3),
        head.get(4),
        orNull(head.get(5)),
        Rows.parts(head.get(6)),
        cases,
        options,
        examples);
  }

  private static Example example(List<String> row) {
    Map<String, List<String>> options = new LinkedHashMap<>();
    for (int i = 8; i + 1 < row.size(); i += 2) {
      options.put(row.get(i), Rows.parts(row.get(i + 1)));
    }
    return new Example(
        row.get(1),
        row.get(2),
        orNull(row.get(3)),
        orNull(row.get(4)),
        options,
        orNull(row.get(5)),
        orNull(row.get(6)),
        orNull(row.get(7)));
  }

  private static @Nullable String orNull(String field) {
    return field.isEmpty() ? null : field;
  }
}
