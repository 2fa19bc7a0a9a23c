package dev.meshlint.core.manifest;

import dev.meshlint.core.manifest.KustomizePatch.Target;
import dev.meshlint.core.source.Locations;
import dev.meshlint.core.source.NonManifests;
import dev.meshlint.core.source.SourceFile;
import dev.meshlint.core.yaml.YamlDocument;
import dev.meshlint.core.yaml.YamlFile;
import dev.meshlint.core.yaml.YamlLimits;
import dev.meshlint.core.yaml.YamlMapping;
import dev.meshlint.core.yaml.YamlNode;
import dev.meshlint.core.yaml.YamlReader;
import dev.meshlint.core.yaml.YamlSequence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads a kustomization as far as it matters for what the resources mean.
 *
 * @see <a href="https://kubectl.docs.kubernetes.io/references/kustomize/kustomization/">the fields</a>
 */
final class KustomizationReader {
  private static final String TARGET_NAMESPACE = "targetNamespace";

  private final YamlMapping root;
  private final String location;
  private final Map<String, LoadedFile> files;
  private final YamlLimits limits;
  private final List<String> resources = new ArrayList<>();
  private final List<String> components = new ArrayList<>();
  private final List<String> patchFiles = new ArrayList<>();
  private final List<String> inputs = new ArrayList<>();
  private final List<KustomizePatch> patches = new ArrayList<>();
  private boolean elsewhere;

  private KustomizationReader(
      YamlMapping root, String location, Map<String, LoadedFile> files, YamlLimits limits) {
    this.root = root;
    this.location = location;
    this.files = files;
    this.limits = limits;
  }

  /** The kustomization that a file is; null if it is none. */
  static @Nullable YamlMapping rootOf(LoadedFile file) {
    if (!NonManifests.isKustomizationName(file.location())) {
      return null;
    }
    for (YamlDocument document : file.yaml().documents()) {
      if (document.root() instanceof YamlMapping root
          && Documents.isKustomization(root, file.location())) {
        return root;
      }
    }
    return null;
  }

  /**
   * Reads a kustomization.
   *
   * @param root its root
   * @param file its file
   * @param files the files in view by their locations, for patches in files of their own
   * @param limits bounds on patches inside it
   */
  static Kustomization read(
      YamlMapping root, LoadedFile file, Map<String, LoadedFile> files, YamlLimits limits) {
    String location = Locations.folder(file.location());
    KustomizationReader reader = new KustomizationReader(root, location, files, limits);
    reader.readPaths();
    reader.readPatches();
    for (String path : reader.patchFiles) {
      LoadedFile patch = files.get(path);
      if (patch != null) {
        reader.readFragments(patch.yaml());
      }
    }
    return reader.result(file);
  }

  /** What the inline patches of a mapping change. */
  static List<KustomizePatch> patches(YamlMapping root, YamlLimits limits) {
    KustomizationReader reader = new KustomizationReader(root, "", Map.of(), limits);
    reader.readPatches();
    return reader.patches;
  }

  private Kustomization result(LoadedFile file) {
    Map<String, String> podLabels = new LinkedHashMap<>(Nodes.textMap(root, "commonLabels"));
    Map<String, String> labels = new LinkedHashMap<>(podLabels);
    for (YamlMapping entry : Nodes.mappings(root, "labels")) {
      Map<String, String> pairs = Nodes.textMap(entry, "pairs");
      labels.putAll(pairs);
      if (isTrue(entry, "includeSelectors") || isTrue(entry, "includeTemplates")) {
        podLabels.putAll(pairs);
      }
    }
    String namespace = Nodes.text(root, "namespace");
    return new Kustomization(
        location,
        file.yaml().file().folder(),
        root,
        file.source().context(),
        "Component".equals(Nodes.text(root, "kind")),
        namespace == null || namespace.isEmpty() ? null : namespace,
        isFilled("namePrefix") || isFilled("nameSuffix"),
        podLabels,
        labels,
        resources,
        components,
        patchFiles,
        inputs,
        patches,
        images(),
        elsewhere);
  }

  private void readPaths() {
    for (String key : new String[] {"resources", "bases"}) {
      for (String path : Nodes.texts(root, key)) {
        addPath(path, resources);
      }
    }
    for (String path : Nodes.texts(root, "components")) {
      addPath(path, components);
    }
    for (String key : new String[] {"generators", "transformers", "validators"}) {
      for (String path : Nodes.texts(root, key)) {
        elsewhere |= key.equals("generators");
        addFile(path, inputs);
      }
    }
    for (String path : Nodes.texts(root, "configurations")) {
      addFile(path, inputs);
    }
    for (String key : new String[] {"configMapGenerator", "secretGenerator"}) {
      for (YamlMapping generator : Nodes.mappings(root, key)) {
        addGeneratorFiles(generator);
      }
    }
    for (String key : new String[] {"helmCharts", "helmChartInflationGenerator"}) {
      for (YamlMapping chart : Nodes.mappings(root, key)) {
        elsewhere = true;
        addFile(Nodes.text(chart, "valuesFile"), inputs);
        for (String path : Nodes.texts(chart, "additionalValuesFiles")) {
          addFile(path, inputs);
        }
      }
    }
  }

  private void addGeneratorFiles(YamlMapping generator) {
    for (String file : Nodes.texts(generator, "files")) {
      addFile(file.substring(file.indexOf('=') + 1), inputs);
    }
  }

  private void addPath(String path, List<String> paths) {
    if (isRemote(path)) {
      elsewhere = true;
    } else {
      addFile(path, paths);
    }
  }

  private void addFile(@Nullable String path, List<String> paths) {
    if (path != null && !path.isEmpty() && path.indexOf('\n') < 0) {
      paths.add(Locations.resolve(location, path));
    }
  }

  /** A URL, or a repository in the spelling of {@code git clone}, a host with a path, or with {@code ?ref=}. */
  private static boolean isRemote(String path) {
    if (path.contains("://") || path.contains("?ref=") || path.startsWith("git@")) {
      return true;
    }
    int slash = path.indexOf('/');
    String first = slash < 0 ? "" : path.substring(0, slash);
    return first.equals("github.com")
        || first.equals("gitlab.com")
        || first.equals("bitbucket.org");
  }

  private void readPatches() {
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
      } else {
        addFile(text, patchFiles);
      }
    }
    for (YamlMapping replacement : Nodes.mappings(root, "replacements")) {
      readReplacement(replacement);
      String path = Nodes.text(replacement, "path");
      if (path != null) {
        addFile(path, inputs);
        readReplacements(files.get(inputs.get(inputs.size() - 1)));
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
    if (path != null) {
      addFile(path, patchFiles);
    }
    if (target != null) {
      LoadedFile file = path == null ? null : files.get(Locations.resolve(location, path));
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

  private List<KustomizeImage> images() {
    List<KustomizeImage> images = new ArrayList<>();
    for (YamlMapping image : Nodes.mappings(root, "images")) {
      String name = Nodes.text(image, "name");
      if (name != null) {
        images.add(
            new KustomizeImage(name, Nodes.text(image, "newName"), Nodes.text(image, "newTag")));
      }
    }
    return images;
  }

  private boolean isFilled(String key) {
    String text = Nodes.text(root, key);
    return text != null && !text.isEmpty();
  }

  private static boolean isTrue(YamlMapping mapping, String key) {
    return "true".equals(Nodes.text(mapping, key));
  }
}
