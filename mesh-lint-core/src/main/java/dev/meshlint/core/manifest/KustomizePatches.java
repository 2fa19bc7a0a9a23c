package dev.meshlint.core.manifest;

import dev.meshlint.core.manifest.KustomizePatch.Target;
import dev.meshlint.core.source.Locations;
import dev.meshlint.core.source.SourceFile;
import dev.meshlint.core.yaml.YamlDocument;
import dev.meshlint.core.yaml.YamlFile;
import dev.meshlint.core.yaml.YamlLimits;
import dev.meshlint.core.yaml.YamlMapping;
import dev.meshlint.core.yaml.YamlNode;
import dev.meshlint.core.yaml.YamlReader;
import dev.meshlint.core.yaml.YamlSequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the patches and replacements of a kustomization: what they change, not how. */
final class KustomizePatches {
  private static final String TARGET_NAMESPACE = "targetNamespace";

  private final YamlMapping root;
  private final String location;
  private final Map<String, LoadedFile> view;
  private final YamlLimits limits;
  private final List<KustomizePatch> patches = new ArrayList<>();
  private final List<String> files = new ArrayList<>();
  private final List<String> replacementFiles = new ArrayList<>();

  private KustomizePatches(
      YamlMapping root, String location, Map<String, LoadedFile> view, YamlLimits limits) {
    this.root = root;
    this.location = location;
    this.view = view;
    this.limits = limits;
  }

  /**
   * Reads them.
   *
   * @param root the mapping that holds them
   * @param location the folder that paths start from
   * @param view the files in view by their locations, for patches in files of their own
   * @param limits bounds on patches
   */
  static KustomizePatches read(
      YamlMapping root, String location, Map<String, LoadedFile> view, YamlLimits limits) {
    KustomizePatches reader = new KustomizePatches(root, location, view, limits);
    reader.readAll();
    return reader;
  }

  /** What is changed. */
  List<KustomizePatch> patches() {
    return patches;
  }

  /** The files that hold patches. */
  List<String> files() {
    return files;
  }

  /** The files that hold replacements. */
  List<String> replacementFiles() {
    return replacementFiles;
  }

  private void readAll() {
    for (YamlMapping patch : Nodes.mappings(root, "patches")) {
      readPatch(patch, Nodes.mapping(patch, "target"));
    }
    for (YamlMapping patch : Nodes.mappings(root, "patchesJson6902")) {
      readPatch(patch, Nodes.mapping(patch, "target"));
    }
    for (YamlNode patch : Nodes.items(root, "patchesStrategicMerge")) {
      String text = Nodes.text(patch);
      if (text != null && text.indexOf('\n') >= 0) {
        readFragments(text);
      } else if (text != null) {
        files.add(Locations.resolve(location, text));
      }
    }
    for (String path : files) {
      LoadedFile file = view.get(path);
      if (file != null) {
        readFragments(file.yaml());
      }
    }
    for (YamlMapping replacement : Nodes.mappings(root, "replacements")) {
      readReplacement(replacement);
      String path = Nodes.text(replacement, "path");
      if (path != null) {
        String file = Locations.resolve(location, path);
        replacementFiles.add(file);
        readReplacements(view.get(file));
      }
    }
  }

  /** Replacements in a file of their own: one, or a list. */
  private void readReplacements(@Nullable LoadedFile file) {
    if (file == null) {
      patches.add(new KustomizePatch(null, null, true, Target.SET));
      return;
    }
    for (YamlDocument document : file.yaml().documents()) {
      if (document.root() instanceof YamlMapping one) {
        readReplacement(one);
      } else if (document.root() instanceof YamlSequence several) {
        for (YamlNode item : several.items()) {
          if (item instanceof YamlMapping one) {
            readReplacement(one);
          }
        }
      }
    }
  }

  private void readReplacement(YamlMapping replacement) {
    YamlMapping source = Nodes.mapping(replacement, "source");
    boolean own =
        source != null
            && "Namespace".equals(Nodes.text(source, "kind"))
            && "metadata.name".equals(Nodes.text(source, "fieldPath"));
    for (YamlMapping target : Nodes.mappings(replacement, "targets")) {
      Target sets = Target.NO;
      for (String path : Nodes.texts(target, "fieldPaths")) {
        if (path.endsWith(TARGET_NAMESPACE)) {
          sets = own ? Target.OWN : Target.SET;
        }
      }
      YamlMapping select = Nodes.mapping(target, "select");
      patches.add(
          select == null ? new KustomizePatch(null, null, true, sets) : target(select, true, sets));
    }
  }

  private void readPatch(YamlMapping patch, @Nullable YamlMapping target) {
    String path = Nodes.text(patch, "path");
    String text = Nodes.text(patch, "patch");
    LoadedFile file = null;
    if (path != null) {
      String resolved = Locations.resolve(location, path);
      files.add(resolved);
      file = view.get(resolved);
    }
    if (target != null) {
      String content = text == null && file != null ? file.yaml().file().text() : text;
      patches.add(target(target, false, sets(content)));
    } else if (text != null) {
      readFragments(text);
    }
  }

  private static Target sets(@Nullable String text) {
    return text != null && text.contains(TARGET_NAMESPACE) ? Target.SET : Target.NO;
  }

  private static KustomizePatch target(YamlMapping target, boolean exact, Target sets) {
    return new KustomizePatch(Nodes.text(target, "kind"), Nodes.text(target, "name"), exact, sets);
  }

  /** Patches that are written inside the kustomization, each a part of a resource. */
  private void readFragments(String text) {
    readFragments(YamlReader.read(new SourceFile(location, text), limits, false));
  }

  private void readFragments(YamlFile fragments) {
    for (YamlDocument document : fragments.documents()) {
      if (document.root() instanceof YamlMapping mapping) {
        YamlMapping metadata = Nodes.mapping(mapping, "metadata");
        String name = metadata == null ? null : Nodes.text(metadata, "name");
        Target sets = sets(fragments.file().text());
        patches.add(new KustomizePatch(Nodes.text(mapping, "kind"), name, true, sets));
      }
    }
  }
}
