package dev.meshlint.core.manifest;

import dev.meshlint.core.source.Locations;
import dev.meshlint.core.yaml.YamlDocument;
import dev.meshlint.core.yaml.YamlLimits;
import dev.meshlint.core.yaml.YamlMapping;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The Kustomizations of Flux: each builds a folder of its repository and may put all of it into one namespace. The path
 * starts from the root of the repository, which is looked for among the folders around the file.
 *
 * @see <a href="https://fluxcd.io/flux/components/kustomize/kustomizations/">Kustomization</a>
 */
final class FluxKustomizations {
  private static final String GROUP = "kustomize.toolkit.fluxcd.io/";

  private final NavigableSet<String> files;
  private final Kustomizations own;
  private final YamlLimits limits;
  private final Map<String, List<String>> contents = new HashMap<>();

  private FluxKustomizations(Set<String> locations, Kustomizations own, YamlLimits limits) {
    this.files = new TreeSet<>(locations);
    this.own = own;
    this.limits = limits;
  }

  /**
   * Reads all Kustomizations of Flux whose path is in view.
   *
   * @param view the files in view
   * @param locations the locations of all sources
   * @param own the kustomizations of kustomize
   * @param limits bounds on patches
   */
  static List<Kustomization> read(
      List<LoadedFile> view, Set<String> locations, Kustomizations own, YamlLimits limits) {
    FluxKustomizations reader = null;
    List<Kustomization> found = new ArrayList<>();
    for (LoadedFile file : view) {
      List<YamlDocument> documents =
          file.mentions().contains(LoadedFile.Mention.FLUX) ? file.yaml().documents() : List.of();
      for (YamlDocument document : documents) {
        if (document.root() instanceof YamlMapping root && isOne(root)) {
          reader = reader == null ? new FluxKustomizations(locations, own, limits) : reader;
          reader.read(root, document.index(), file, found);
        }
      }
    }
    return found;
  }

  private void read(YamlMapping root, int document, LoadedFile file, List<Kustomization> found) {
    YamlMapping spec = Nodes.mapping(root, "spec");
    String path = spec == null ? null : Nodes.text(spec, "path");
    String folder = path == null ? null : find(path, file.location());
    if (spec == null || folder == null) {
      return;
    }
    Kustomization kustomization = kustomization(spec, folder, file, document);
    YamlMapping metadata = Nodes.mapping(root, "metadata");
    String name = metadata == null ? null : Nodes.text(metadata, "name");
    found.add(
        switch (own.targetNamespace(file.location(), name == null ? "" : name)) {
          case NO -> kustomization;
          case SET -> kustomization.withNamespace(NamespaceChoices.OPEN);
          case OWN -> kustomization.withNamespace(ownNamespace(file));
        });
  }

  private String ownNamespace(LoadedFile file) {
    NamespaceRef namespace = own.choices(file.location()).resolve(NamespaceRef.OPEN);
    return namespace.isNamed() ? namespace.name() : NamespaceChoices.OPEN;
  }

  private static boolean isOne(YamlMapping root) {
    String apiVersion = Nodes.text(root, "apiVersion");
    return apiVersion != null
        && apiVersion.startsWith(GROUP)
        && "Kustomization".equals(Nodes.text(root, "kind"));
  }

  private Kustomization kustomization(
      YamlMapping spec, String folder, LoadedFile file, int document) {
    List<String> components = new ArrayList<>();
    for (String component : Nodes.texts(spec, "components")) {
      components.add(Locations.resolve(folder, component));
    }
    String namespace = Nodes.text(spec, "targetNamespace");
    YamlMapping metadata = Nodes.mapping(spec, "commonMetadata");
    return new Kustomization(
        file.location() + "#" + document,
        folder,
        null,
        file.source().context(),
        false,
        namespace == null || namespace.isEmpty() ? null : namespace,
        Nodes.text(spec, "namePrefix") != null || Nodes.text(spec, "nameSuffix") != null,
        Map.of(),
        metadata == null ? Map.of() : Nodes.textMap(metadata, "labels"),
        own.isFolder(folder) ? List.of(folder) : contents.computeIfAbsent(folder, this::contentsOf),
        components,
        List.of(),
        List.of(),
        KustomizePatches.read(spec, "", Map.of(), limits).patches(),
        List.of(),
        false);
  }

  /** The outermost folder around the file that has something at this path; null if none has. */
  private @Nullable String find(String path, String location) {
    String normal = Locations.normal(path.startsWith("/") ? path.substring(1) : path);
    if (normal.isEmpty() || normal.startsWith("..")) {
      return null;
    }
    String found = null;
    String around = Locations.folder(location);
    boolean last = false;
    while (!last) {
      String folder = Locations.resolve(around, normal);
      if (isFolder(folder)) {
        found = folder;
      }
      last = around.isEmpty() || around.equals("/");
      around = Locations.folder(around);
    }
    return found;
  }

  private boolean isFolder(String folder) {
    String first = files.ceiling(folder + "/");
    return first != null && first.startsWith(folder + "/");
  }

  /** What Flux takes from a folder without a kustomization: all below it, kustomizations as a whole. */
  private List<String> contentsOf(String folder) {
    List<String> found = new ArrayList<>();
    String next = files.ceiling(folder + "/");
    while (next != null && next.startsWith(folder + "/")) {
      String outermost = kustomizedAround(next, folder);
      if (outermost == null) {
        found.add(next);
        next = files.higher(next);
      } else {
        found.add(outermost);
        next = files.ceiling(outermost + "0");
      }
    }
    return found;
  }

  private @Nullable String kustomizedAround(String file, String top) {
    String found = null;
    for (String folder = Locations.folder(file);
        folder.length() > top.length();
        folder = Locations.folder(folder)) {
      if (own.isFolder(folder)) {
        found = folder;
      }
    }
    return found;
  }
}
