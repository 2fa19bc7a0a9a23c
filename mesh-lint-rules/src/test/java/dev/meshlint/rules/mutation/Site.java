package dev.meshlint.rules.mutation;

import dev.meshlint.core.fix.Fixes;
import dev.meshlint.core.fix.TextEdit;
import dev.meshlint.core.yaml.YamlMapping;
import dev.meshlint.core.yaml.YamlNode;
import dev.meshlint.core.yaml.YamlScalar;
import dev.meshlint.core.yaml.YamlSequence;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A node of a resource, and what can be done to it.
 *
 * @param manifest the resource
 * @param parent the node that holds it; null for the root
 * @param entry its entry in the parent, where that is a mapping
 * @param node the node
 * @param path keys and positions in lists, from the root
 */
record Site(
    Manifest manifest,
    @Nullable Site parent,
    YamlMapping.@Nullable Entry entry,
    YamlNode node,
    List<String> path) {
  /** The nodes at a path below: {@code *} stands for every item and every key, {@code a|b} for one or the other. */
  Stream<Site> at(String below) {
    Stream<Site> sites = Stream.of(this);
    for (String step : below.split("\\.")) {
      List<String> names = Arrays.asList(step.split("\\|"));
      sites =
          sites
              .flatMap(Site::children)
              .filter(child -> step.equals("*") || names.contains(child.key()));
    }
    return sites;
  }

  /** The text at a path below; empty where there is none. */
  String text(String below) {
    return at(below).map(Site::text).findFirst().orElse("");
  }

  boolean has(String below) {
    return at(below).findFirst().isPresent();
  }

  Stream<Site> children() {
    List<Site> children = new ArrayList<>();
    if (node instanceof YamlMapping mapping) {
      for (YamlMapping.Entry one : mapping.entries()) {
        if (one.name() != null) {
          children.add(new Site(manifest, this, one, one.value(), with(one.name())));
        }
      }
    } else if (node instanceof YamlSequence sequence) {
      for (YamlNode item : sequence.items()) {
        String position = String.valueOf(children.size());
        children.add(new Site(manifest, this, null, item, with(position)));
      }
    }
    return children.stream();
  }

  /** This node and all below. */
  Stream<Site> all() {
    return Stream.concat(Stream.of(this), children().flatMap(Site::all));
  }

  private List<String> with(String step) {
    List<String> longer = new ArrayList<>(path);
    longer.add(step);
    return List.copyOf(longer);
  }

  /** The last step. */
  String key() {
    return path.isEmpty() ? "" : path.get(path.size() - 1);
  }

  /** The node so many steps above. */
  Site up(int steps) {
    return steps == 0 || parent == null ? this : parent.up(steps - 1);
  }

  boolean isScalar() {
    return node instanceof YamlScalar;
  }

  boolean isMapping() {
    return node instanceof YamlMapping;
  }

  boolean isSequence() {
    return node instanceof YamlSequence;
  }

  String text() {
    return node instanceof YamlScalar scalar ? scalar.text() : "";
  }

  YamlScalar.@Nullable Type type() {
    return node instanceof YamlScalar scalar ? scalar.type() : null;
  }

  MutantPlace place() {
    return new MutantPlace(manifest.file(), manifest.kind(), manifest.name(), path);
  }

  private MutantPlace placeOf(String key) {
    return new MutantPlace(manifest.file(), manifest.kind(), manifest.name(), with(key));
  }

  Stream<Mutant> replaced(String text) {
    return node instanceof YamlScalar scalar && !text.equals(scalar.text())
        ? Mutant.of(Fixes.replaceScalar("", false, scalar, text), place())
        : Stream.empty();
  }

  /** With other YAML, of one line, in the place of this. */
  Stream<Mutant> written(String yaml) {
    if (node.shared() || node.start() == node.end()) {
      return Stream.empty();
    }
    String end = Edits.text(node).endsWith("\n") ? "\n" : "";
    return Stream.of(new Mutant(List.of(Edits.replace(node, yaml + end)), List.of(place())));
  }

  /** With the same key once more, behind this. */
  Stream<Mutant> repeated(String yaml) {
    if (entry == null || node.shared() || !isOnOneLine()) {
      return Stream.empty();
    }
    String before = node.flow() ? ", " : "\n" + " ".repeat(entry.key().column() - 1);
    String text = before + Edits.text(entry.key()) + ": " + yaml;
    return Stream.of(new Mutant(List.of(Edits.insert(node, node.end(), text)), List.of(place())));
  }

  /** With this entry and another one of the same mapping in each other's place. */
  Stream<Mutant> swappedWith(Site other) {
    if (entry == null || other.entry == null || !isOnOneLine() || !other.isOnOneLine()) {
      return Stream.empty();
    }
    return Stream.of(
        new Mutant(
            List.of(
                new TextEdit(node.file(), entry.key().start(), node.end(), other.written()),
                new TextEdit(node.file(), other.entry.key().start(), other.node.end(), written())),
            List.of()));
  }

  private String written() {
    return entry == null ? "" : node.file().text().substring(entry.key().start(), node.end());
  }

  private boolean isOnOneLine() {
    return isScalar() && node.start() < node.end() && Edits.text(node).indexOf('\n') < 0;
  }

  Stream<Mutant> quoted() {
    return node instanceof YamlScalar scalar
        ? Mutant.of(Fixes.quote(scalar), place())
        : Stream.empty();
  }

  Stream<Mutant> unquoted() {
    return node instanceof YamlScalar scalar
        ? Mutant.of(Fixes.unquote(scalar), place())
        : Stream.empty();
  }

  Stream<Mutant> removed() {
    if (parent != null && parent.node instanceof YamlMapping mapping && entry != null) {
      return Mutant.of(Fixes.removeEntry("", false, mapping, entry), place());
    }
    return parent != null && parent.node instanceof YamlSequence sequence
        ? Mutant.of(Fixes.removeItem("", false, sequence, node), place())
        : Stream.empty();
  }

  Stream<Mutant> renamed(String key) {
    return parent != null && entry != null && entry.key() instanceof YamlScalar scalar
        ? Mutant.of(Fixes.renameKey("", false, scalar, key), parent.placeOf(key))
        : Stream.empty();
  }

  /** With an entry more. */
  Stream<Mutant> added(String key, String yaml) {
    return node instanceof YamlMapping mapping && !mapping.entries().isEmpty()
        ? Mutant.of(Fixes.insertEntry("", false, mapping, key, yaml), placeOf(key))
        : Stream.empty();
  }

  /** With an item more. */
  Stream<Mutant> appended(String yaml) {
    return node instanceof YamlSequence sequence && !sequence.items().isEmpty()
        ? Mutant.of(
            Fixes.insertItem("", false, sequence, yaml),
            placeOf(String.valueOf(sequence.items().size())))
        : Stream.empty();
  }
}
