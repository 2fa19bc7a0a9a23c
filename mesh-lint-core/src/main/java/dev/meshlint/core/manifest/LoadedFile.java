package dev.meshlint.core.manifest;

import dev.meshlint.core.source.Source;
import dev.meshlint.core.source.SourceFile;
import dev.meshlint.core.source.SourceProblem;
import dev.meshlint.core.yaml.YamlFile;
import dev.meshlint.core.yaml.YamlProblem;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One source that was read and parsed.
 *
 * @param source the source
 * @param yaml what could be read from it
 * @param unreadable what is wrong with the file before it is YAML; null if nothing is
 * @param mentions what the text mentions anywhere: a cheap way past files without what is looked for
 */
record LoadedFile(
    Source source, YamlFile yaml, @Nullable YamlProblem unreadable, Set<Mention> mentions) {
  /** What only few files hold. */
  enum Mention {
    /** Kustomizations of Flux. */
    FLUX("kustomize.toolkit.fluxcd.io/"),
    /** CustomResourceDefinitions. */
    DEFINITIONS("CustomResourceDefinition"),
    /** Objects that another one has made. */
    OWNERS("ownerReferences");

    private final String word;

    Mention(String word) {
      this.word = word;
    }
  }

  static LoadedFile of(Source source, YamlFile yaml, @Nullable SourceProblem problem) {
    Set<Mention> mentions = EnumSet.noneOf(Mention.class);
    for (Mention mention : Mention.values()) {
      if (yaml.file().text().contains(mention.word)) {
        mentions.add(mention);
      }
    }
    return new LoadedFile(source, yaml, problem == null ? null : problem(problem), mentions);
  }

  private static YamlProblem problem(SourceProblem problem) {
    return new YamlProblem(
        problem.rule(),
        problem.message(),
        problem.file(),
        problem.start(),
        problem.end(),
        -1,
        -1,
        null,
        problem.help());
  }

  static YamlFile nothing(SourceFile file) {
    return new YamlFile(file, List.of(), List.of(), List.of());
  }

  /** Where it lies among the others. */
  String location() {
    return source.location();
  }
}
