package dev.meshlint.rules.mutation;

import dev.meshlint.core.fix.TextEdit;
import dev.meshlint.core.yaml.YamlDocument;
import dev.meshlint.core.yaml.YamlNode;
import java.util.List;
import java.util.stream.Stream;

/**
 * One resource.
 *
 * @param document the document that holds it
 */
record Manifest(YamlDocument document) {
  Site root() {
    return new Site(this, null, null, document.root(), List.of());
  }

  Stream<Site> at(String path) {
    return root().at(path);
  }

  String text(String path) {
    return root().text(path);
  }

  String file() {
    return document.file().name();
  }

  String kind() {
    return text("kind");
  }

  /** The kind behind its group and a slash; for the core group behind the slash alone. */
  String type() {
    String version = text("apiVersion");
    int slash = version.indexOf('/');
    return (slash < 0 ? "" : version.substring(0, slash)) + "/" + kind();
  }

  String name() {
    return text("metadata.name");
  }

  /** The namespace as written; empty where there is none. */
  String namespace() {
    return text("metadata.namespace");
  }

  boolean isIn(String namespace) {
    return namespace().equals(namespace);
  }

  /** The text of the document without the lines that separate it from others. */
  private int[] extent() {
    String text = document.file().text();
    YamlNode root = document.root();
    int start = text.lastIndexOf("\n---", root.start());
    int end = text.indexOf("\n---", root.end() - 1);
    return new int[] {
      start < 0 ? 0 : text.indexOf('\n', start + 1) + 1, end < 0 ? text.length() : end + 1
    };
  }

  /** The files without this resource. */
  Mutant dropped() {
    int[] extent = extent();
    return new Mutant(List.of(new TextEdit(document.file(), extent[0], extent[1], "")), List.of());
  }

  /** The files with a copy of this resource behind it, that has another name. */
  Mutant copied(String name) {
    int[] extent = extent();
    String text = document.file().text().substring(extent[0], extent[1]);
    Site named = at("metadata.name").findFirst().orElseThrow();
    int at = named.node().start() - extent[0];
    String copy = text.substring(0, at) + name + text.substring(named.node().end() - extent[0]);
    String separated = (text.endsWith("\n") ? "" : "\n") + "---\n" + copy;
    return new Mutant(
        List.of(Edits.insert(document.root(), extent[1], separated)),
        List.of(new MutantPlace(file(), kind(), name, List.of())));
  }
}
