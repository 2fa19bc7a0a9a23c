package dev.meshlint.core.manifest;

import dev.meshlint.core.finding.Skipped;
import dev.meshlint.core.source.Source;
import dev.meshlint.core.source.SourceSet;
import dev.meshlint.core.yaml.YamlProblem;
import java.util.ArrayList;
import java.util.List;

/** Texts that are read as if they were the files of a project. */
final class Inputs {
  private final List<Source> sources = new ArrayList<>();
  private ManifestOptions options = ManifestOptions.DEFAULT;

  static Inputs file(String name, String text) {
    return new Inputs().and(name, text);
  }

  Inputs and(String name, String text) {
    sources.add(Source.ofText(name, text));
    return this;
  }

  Inputs andContext(String name, String text) {
    sources.add(Source.ofText(name, text).asContext());
    return this;
  }

  Inputs with(Source source) {
    sources.add(source);
    return this;
  }

  Inputs with(ManifestOptions wanted) {
    options = wanted;
    return this;
  }

  ManifestSet read() {
    return ManifestLoader.load(SourceSet.of(sources), options);
  }

  /** The resources as {@code Kind namespace/name}, with the kind of namespace where it is not named. */
  static List<String> titles(ManifestSet set) {
    return set.resources().stream().map(Inputs::title).toList();
  }

  private static String title(Resource resource) {
    boolean unsure =
        resource.scope() == Resource.Scope.NAMESPACED && !resource.namespace().isNamed();
    return resource.title() + (unsure ? " " + resource.namespace().kind() : "");
  }

  static List<String> skipped(ManifestSet set) {
    return set.skipped().stream().map(Inputs::line).toList();
  }

  private static String line(Skipped skipped) {
    return skipped.file() + ": " + skipped.reason();
  }

  static List<String> problems(ManifestSet set) {
    return set.files().stream()
        .flatMap(file -> file.problems().stream())
        .map(YamlProblem::rule)
        .toList();
  }
}
