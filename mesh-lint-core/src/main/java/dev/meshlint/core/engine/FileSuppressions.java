package dev.meshlint.core.engine;

import dev.meshlint.core.catalog.Catalogue;
import dev.meshlint.core.finding.Place;
import dev.meshlint.core.manifest.Resource;
import dev.meshlint.core.source.SourceFile;
import dev.meshlint.core.yaml.YamlFile;
import dev.meshlint.core.yaml.YamlMapping;
import dev.meshlint.core.yaml.YamlNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The suppressions of one file.
 *
 * <p>A comment at the end of a line covers what is found on that line; one on a line of its own covers the next line that
 * is no comment, and the whole resource if that line is the resource's first or holds its {@code apiVersion}. A comment
 * above any other block covers the line, not the block: for that, one comment begins and another ends it.
 */
final class FileSuppressions {
  /** The annotation with ids of rules that are suppressed for a resource. */
  static final String ANNOTATION = "mesh-lint.dev/ignore";

  private static final String SYNTAX = "yaml-syntax";

  private final SourceFile file;
  private final Catalogue catalogue;
  private final int mesh;
  private final LocalDate today;
  private final boolean readable;
  private final List<Suppression> all = new ArrayList<>();
  private final List<Suppression> ofFile = new ArrayList<>(0);
  private final Map<Integer, List<Suppression>> ofLine = new HashMap<>();
  private final TreeMap<Integer, Block> ofResource = new TreeMap<>();
  private final SuppressedLines ofLines = new SuppressedLines();

  private record Block(int end, List<Suppression> suppressions) {}

  private FileSuppressions(YamlFile yaml, Catalogue catalogue, int mesh, LocalDate today) {
    this.file = yaml.file();
    this.catalogue = catalogue;
    this.mesh = mesh;
    this.today = today;
    this.readable = yaml.problems().stream().noneMatch(one -> one.rule().equals(SYNTAX));
  }

  /** The suppressions of a file, or null if it has none. */
  static @Nullable FileSuppressions of(
      YamlFile yaml, List<Resource> resources, Catalogue catalogue, int mesh, LocalDate today) {
    FileSuppressions found = new FileSuppressions(yaml, catalogue, mesh, today);
    if (!yaml.comments().isEmpty()) {
      Map<Integer, Resource> firstLines = found.firstLines(resources);
      for (YamlFile.Comment comment : yaml.comments()) {
        found.addComment(comment, firstLines);
      }
      found.addUnfinished();
    }
    for (Resource resource : resources) {
      found.addAnnotation(resource);
    }
    return found.all.isEmpty() ? null : found;
  }

  List<Suppression> all() {
    return all;
  }

  /** Whether all of the file could be read; else nobody can tell what its suppressions are good for. */
  boolean isReadable() {
    return readable;
  }

  /** What suppresses a finding of this rule at this offset, the narrowest first; null if nothing does. */
  @Nullable Suppression cover(String rule, int offset) {
    Suppression covering = cover(ofFile, rule, null);
    Map.Entry<Integer, Block> before = ofResource.floorEntry(offset);
    if (before != null && offset <= before.getValue().end()) {
      covering = cover(before.getValue().suppressions(), rule, covering);
    }
    int line = file.line(offset);
    covering = cover(ofLines.at(line), rule, covering);
    return cover(ofLine.getOrDefault(line, List.of()), rule, covering);
  }

  /** Asks all of them, so that of two that cover the same finding none counts as unused. */
  private static @Nullable Suppression cover(
      List<Suppression> suppressions, String rule, @Nullable Suppression wider) {
    Suppression covering = wider;
    for (Suppression suppression : suppressions) {
      covering = suppression.covers(rule) ? suppression : covering;
    }
    return covering;
  }

  private Map<Integer, Resource> firstLines(List<Resource> resources) {
    Map<Integer, Resource> lines = new HashMap<>();
    for (Resource resource : resources) {
      lines.put(resource.node().line(), resource);
      YamlMapping.Entry apiVersion = resource.node().entry("apiVersion");
      if (apiVersion != null && apiVersion.key().file() == file) {
        lines.put(apiVersion.key().line(), resource);
      }
    }
    return lines;
  }

  private void addComment(YamlFile.Comment comment, Map<Integer, Resource> firstLines) {
    Directive directive = Directive.ofComment(comment.text());
    if (directive == null) {
      return;
    }
    int line = file.line(comment.start());
    String text = file.lineText(line);
    Place place = new Place(file, comment.start(), file.lineStart(line) + text.length());
    Place removal = removal(comment, line, place);
    switch (directive.verb()) {
      case Directive.IGNORE_FILE -> ofFile.add(add(directive, place, List.of(removal)));
      case Directive.IGNORE_START -> ofLines.start(directive, place, removal);
      case Directive.IGNORE_END -> endLines(directive, place, removal);
      default -> addToNext(add(directive, place, List.of(removal)), comment, line, firstLines);
    }
  }

  private void endLines(Directive directive, Place place, Place removal) {
    SuppressedLines.Start start = ofLines.end(directive.rules());
    if (start == null) {
      String problem = "no \"ignore-start\" of these rules precedes \"ignore-end\"";
      add(directive.withProblem(problem), place, List.of());
      return;
    }
    List<Place> removals = List.of(start.removal(), removal);
    Suppression suppression = add(start.directive(), start.place(), removals);
    ofLines.add(start.place().line(), place.line(), suppression);
  }

  /** Where a part of the file cannot be read, an end may be in there. */
  private void addUnfinished() {
    if (readable) {
      for (SuppressedLines.Start start : ofLines.unfinished()) {
        String problem = "no \"ignore-end\" of these rules follows \"ignore-start\"";
        add(start.directive().withProblem(problem), start.place(), List.of());
      }
    }
  }

  private void addToNext(
      Suppression suppression,
      YamlFile.Comment comment,
      int line,
      Map<Integer, Resource> firstLines) {
    String text = file.lineText(line);
    int target = comment.ownLine() || isSeparator(text) ? nextLine(line) : line;
    Resource resource = target == line ? null : firstLines.get(target);
    if (resource == null) {
      ofLine.computeIfAbsent(target, at -> new ArrayList<>(1)).add(suppression);
    } else {
      block(resource).add(suppression);
    }
  }

  private void addAnnotation(Resource resource) {
    String value = resource.annotation(ANNOTATION);
    if (value != null
        && resource.node().get("metadata") instanceof YamlMapping metadata
        && metadata.get("annotations") instanceof YamlMapping annotations) {
      YamlNode node = annotations.get(ANNOTATION);
      if (node != null) {
        Place place = new Place(node.file(), node.start(), node.end());
        block(resource).add(add(Directive.ofAnnotation(value), place, List.of()));
      }
    }
  }

  private Suppression add(Directive directive, Place place, List<Place> removals) {
    LocalDate until = directive.until();
    boolean holds = directive.problem() == null && (until == null || !until.isBefore(today));
    Suppression suppression = new Suppression(directive, place, removals, mesh, holds, catalogue);
    all.add(suppression);
    return suppression;
  }

  private List<Suppression> block(Resource resource) {
    return ofResource
        .computeIfAbsent(
            resource.node().start(), at -> new Block(resource.node().end(), new ArrayList<>(1)))
        .suppressions();
  }

  /** The comment with the blanks before it, or its whole line. */
  private Place removal(YamlFile.Comment comment, int line, Place place) {
    int lineStart = file.lineStart(line);
    if (comment.ownLine()) {
      int end = line < file.lineCount() ? file.lineStart(line + 1) : file.text().length();
      return new Place(file, lineStart, end);
    }
    int start = place.start();
    while (start > lineStart && file.text().charAt(start - 1) <= ' ') {
      start--;
    }
    return new Place(file, start, place.end());
  }

  /** The next line that is neither blank nor a comment nor a document separator. */
  private int nextLine(int line) {
    for (int next = line + 1; next <= file.lineCount(); next++) {
      String text = file.lineText(next).strip();
      if (!text.isEmpty() && text.charAt(0) != '#' && !isSeparator(text)) {
        return next;
      }
    }
    return line;
  }

  private static boolean isSeparator(String line) {
    return line.startsWith("---") && (line.length() == 3 || line.charAt(3) <= ' ');
  }
}
