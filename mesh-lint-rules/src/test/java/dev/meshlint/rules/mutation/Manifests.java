package dev.meshlint.rules.mutation;

import dev.meshlint.core.source.SourceFile;
import dev.meshlint.core.yaml.YamlDocument;
import dev.meshlint.core.yaml.YamlFile;
import dev.meshlint.core.yaml.YamlLimits;
import dev.meshlint.core.yaml.YamlReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The resources of some files, for operators to look for what they can change. */
public final class Manifests {
  private final List<Manifest> all;
  private final boolean readable;

  private Manifests(List<Manifest> all, boolean readable) {
    this.all = all;
    this.readable = readable;
  }

  /** Reads files, by their names. */
  public static Manifests of(Map<String, String> files) {
    List<Manifest> all = new ArrayList<>();
    boolean readable = true;
    for (Map.Entry<String, String> file : files.entrySet()) {
      YamlFile read =
          YamlReader.read(new SourceFile(file.getKey(), file.getValue()), YamlLimits.DEFAULT, true);
      readable &= read.problems().isEmpty();
      for (YamlDocument document : read.documents()) {
        Manifest manifest = new Manifest(document);
        if (!manifest.kind().isEmpty() && !manifest.name().isEmpty()) {
          all.add(manifest);
        }
      }
    }
    return new Manifests(all, readable);
  }

  /** Whether all files are YAML. */
  public boolean readable() {
    return readable;
  }

  Stream<Manifest> all() {
    return all.stream();
  }

  /** The resources of some types, written {@code networking.istio.io/Gateway} and {@code /Service}. */
  Stream<Manifest> of(String... types) {
    List<String> wanted = Arrays.asList(types);
    return all.stream().filter(manifest -> wanted.contains(manifest.type()));
  }

  Stream<Site> sites(String type, String path) {
    return of(type).flatMap(manifest -> manifest.at(path));
  }

  boolean has(String type, String namespace, String name) {
    return of(type).anyMatch(one -> one.isIn(namespace) && one.name().equals(name));
  }

  /** Whether one resource is defined twice: then the other definition makes good what one lacks. */
  boolean hasNamesakes() {
    Set<String> known = new HashSet<>();
    return all.stream()
        .anyMatch(one -> !known.add(one.type() + " " + one.namespace() + " " + one.name()));
  }
}
