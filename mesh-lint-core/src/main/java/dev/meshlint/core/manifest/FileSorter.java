package dev.meshlint.core.manifest;

import dev.meshlint.core.source.NonManifests;
import dev.meshlint.core.source.SkipReason;
import dev.meshlint.core.yaml.YamlDocument;
import dev.meshlint.core.yaml.YamlMapping;
import dev.meshlint.core.yaml.YamlProblem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Sorts the documents and problems of one file: what is linted, and why the rest is not. */
final class FileSorter {
  private final LoadedFile file;
  private final List<YamlDocument> manifests = new ArrayList<>();
  private final Map<YamlDocument, SkipReason> others = new LinkedHashMap<>();
  private final List<YamlProblem> problems = new ArrayList<>();
  private final boolean template;

  FileSorter(LoadedFile file, Kustomizations kustomizations, NonManifests judge) {
    this.file = file;
    for (YamlDocument document : file.yaml().documents()) {
      SkipReason reason = reason(document, kustomizations, judge);
      if (reason == null) {
        manifests.add(document);
      } else {
        others.put(document, reason);
      }
    }
    template = TemplateSigns.explain(file.yaml().problems());
    if (file.unreadable() != null) {
      problems.add(file.unreadable());
    }
    for (YamlProblem problem : file.yaml().problems()) {
      if (counts(problem)) {
        problems.add(problem);
      }
    }
  }

  private @Nullable SkipReason reason(
      YamlDocument document, Kustomizations kustomizations, NonManifests judge) {
    SkipReason reason = Documents.reason(document.root(), file, judge);
    boolean bare =
        reason == null
            && document.root() instanceof YamlMapping root
            && BareFiles.kindOf(root) != null;
    if (!bare && (reason == null || reason == SkipReason.NOT_A_MANIFEST)) {
      SkipReason part = kustomizations.partOf(file.location());
      return part == null ? reason : part;
    }
    return reason;
  }

  /** The documents that are manifests. */
  List<YamlDocument> manifests() {
    return manifests;
  }

  /** What is wrong with the file itself and worth saying. */
  List<YamlProblem> problems() {
    return problems;
  }

  /** Whether a problem is about a manifest or a kustomization, and not about what is no YAML or none of ours. */
  private boolean counts(YamlProblem problem) {
    if (problem.rule().equals("yaml-syntax")) {
      return !template && (!manifests.isEmpty() || looksLikeManifest());
    }
    for (Map.Entry<YamlDocument, SkipReason> other : others.entrySet()) {
      YamlDocument document = other.getKey();
      if (document.root().start() <= problem.start() && problem.start() < document.root().end()) {
        return other.getValue() == SkipReason.KUSTOMIZATION;
      }
    }
    return true;
  }

  private boolean looksLikeManifest() {
    String text = file.yaml().file().text();
    return text.startsWith("apiVersion:")
        || text.contains("\napiVersion:")
        || text.startsWith("kind:")
        || text.contains("\nkind:")
        || text.startsWith("{")
        || NonManifests.isKustomizationName(file.yaml().file().name());
  }

  /**
   * Why documents are not linted: once for the file where it gave nothing at all, else for each of them.
   *
   * @param resources how many resources the file gave
   */
  List<String> reasons(int resources) {
    List<String> reasons = new ArrayList<>();
    if (resources > 0) {
      for (Map.Entry<YamlDocument, SkipReason> other : others.entrySet()) {
        if (other.getValue() != SkipReason.EMPTY) {
          reasons.add("document " + (other.getKey().index() + 1) + ": " + other.getValue().text());
        }
      }
      if (template) {
        reasons.add("in parts: " + SkipReason.TEMPLATE.text());
      }
    } else if (template) {
      reasons.add(SkipReason.TEMPLATE.text());
    } else if (!others.isEmpty()) {
      reasons.add(main().text());
    } else if (problems.isEmpty()) {
      reasons.add(
          file.yaml().problems().isEmpty()
              ? SkipReason.EMPTY.text()
              : SkipReason.NOT_A_MANIFEST.text());
    }
    return reasons;
  }

  /** The reason that says most about a file. */
  private SkipReason main() {
    SkipReason main = SkipReason.EMPTY;
    for (SkipReason reason : others.values()) {
      if (main == SkipReason.EMPTY || main == SkipReason.NOT_A_MANIFEST) {
        main = reason;
      }
    }
    return main;
  }
}
