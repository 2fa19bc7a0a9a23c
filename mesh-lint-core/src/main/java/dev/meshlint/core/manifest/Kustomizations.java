package dev.meshlint.core.manifest;

import dev.meshlint.core.manifest.KustomizePatch.Target;
import dev.meshlint.core.source.Locations;
import dev.meshlint.core.source.SkipReason;
import dev.meshlint.core.source.SourceFile;
import dev.meshlint.core.yaml.YamlMapping;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What the kustomizations in view do to the resources of one mesh: those of kustomize, and those of Flux whose {@code
 * path} is in view. Immutable, safe for use by several threads.
 */
public final class Kustomizations {
  /** No kustomizations. */
  public static final Kustomizations NONE =
      of(List.of(), List.of(), Set.of(), NamespaceRef.ASSUMED);

  private final KustomizationGraph graph;
  private final Map<SourceFile, String> locations;
  private final Map<SourceFile, BitSet> builds;
  private final Set<String> patchFiles;
  private final Set<String> inputs;
  private final NamespaceRef fallback;

  private Kustomizations(
      KustomizationGraph graph,
      Map<SourceFile, String> locations,
      Map<SourceFile, BitSet> builds,
      Set<String> patchFiles,
      Set<String> inputs,
      NamespaceRef fallback) {
    this.graph = graph;
    this.locations = locations;
    this.builds = builds;
    this.patchFiles = patchFiles;
    this.inputs = inputs;
    this.fallback = fallback;
  }

  static Kustomizations of(
      List<LoadedFile> files, List<Kustomization> all, Set<String> known, NamespaceRef fallback) {
    KustomizationGraph graph = new KustomizationGraph(all, known);
    Map<SourceFile, String> locations = new IdentityHashMap<>();
    for (LoadedFile file : files) {
      if (!graph.listing(file.location()).isEmpty()) {
        locations.put(file.yaml().file(), file.location());
      }
    }
    Set<String> patchFiles = new LinkedHashSet<>();
    Set<String> inputs = new LinkedHashSet<>();
    for (Kustomization kustomization : all) {
      patchFiles.addAll(kustomization.patchFiles());
      inputs.addAll(kustomization.inputs());
    }
    Map<SourceFile, BitSet> builds = builds(files, all.size());
    return new Kustomizations(graph, locations, builds, patchFiles, inputs, fallback);
  }

  /** What programs have built already: each run of one counts as one more kustomization. */
  private static Map<SourceFile, BitSet> builds(List<LoadedFile> files, int kustomizations) {
    Map<SourceFile, BitSet> builds = new IdentityHashMap<>();
    Map<String, BitSet> byName = new HashMap<>();
    for (LoadedFile file : files) {
      String name = file.source().build();
      if (name != null) {
        BitSet build = byName.computeIfAbsent(name, unused -> new BitSet());
        if (build.isEmpty()) {
          build.set(kustomizations + byName.size() - 1);
        }
        builds.put(file.yaml().file(), build);
      }
    }
    return builds;
  }

  /** Whether there are none. */
  public boolean isEmpty() {
    return graph.nodes().isEmpty();
  }

  /**
   * Whether the build that a resource is part of takes in things that are not in view, such as other repositories,
   * charts and files that were not given: a reference may be satisfied there.
   */
  public boolean refersElsewhere(Resource resource) {
    for (int node : graph.listing(location(resource))) {
      if (graph.refersElsewhere(node)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a patch or a replacement may change a resource, so that it may have more than its file says. */
  public boolean isPatched(Resource resource) {
    BitSet changing = changing(resource);
    for (int i = changing.nextSetBit(0); i >= 0; i = changing.nextSetBit(i + 1)) {
      if (graph.isChangedElsewhere(i)) {
        return true;
      }
      for (KustomizePatch patch : graph.nodes().get(i).patches()) {
        if (patch.changes(resource.kind(), resource.name())) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether a resource gets a prefix or suffix to its name. */
  public boolean isRenamed(Resource resource) {
    BitSet changing = changing(resource);
    for (int i = changing.nextSetBit(0); i >= 0; i = changing.nextSetBit(i + 1)) {
      if (graph.nodes().get(i).renames()) {
        return true;
      }
    }
    return false;
  }

  /** The labels that a resource gets besides its own, with the values they may have. */
  public Map<String, Set<String>> addedLabels(Resource resource) {
    return addedLabels(resource, Kustomization::labels);
  }

  /** The labels that the pods of a workload, and selectors of pods, get besides their own. */
  public Map<String, Set<String>> addedPodLabels(Resource resource) {
    return addedLabels(resource, Kustomization::podLabels);
  }

  private Map<String, Set<String>> addedLabels(
      Resource resource, Function<Kustomization, Map<String, String>> which) {
    Map<String, Set<String>> added = new LinkedHashMap<>();
    BitSet changing = changing(resource);
    for (int i = changing.nextSetBit(0); i >= 0; i = changing.nextSetBit(i + 1)) {
      for (Map.Entry<String, String> label : which.apply(graph.nodes().get(i)).entrySet()) {
        added
            .computeIfAbsent(label.getKey(), unused -> new LinkedHashSet<>())
            .add(label.getValue());
      }
    }
    return added;
  }

  /** Whether two resources are built together by some kustomization, or were when a folder or a chart was rendered. */
  public boolean together(Resource one, Resource other) {
    return takenInBy(one).intersects(takenInBy(other));
  }

  /**
   * The numbers of the kustomizations that take a resource in, directly or through others, and of what it was rendered
   * with: two resources are built together where these have one in common. Not to be changed by the caller.
   */
  public BitSet takenInBy(Resource resource) {
    BitSet build = builds.get(resource.file());
    return build == null ? graph.outer(location(resource)) : build;
  }

  /** The ConfigMaps and Secrets that kustomizations make. */
  public List<GeneratedResource> generated() {
    List<GeneratedResource> generated = new ArrayList<>();
    for (int i = 0; i < graph.nodes().size(); i++) {
      Kustomization kustomization = graph.nodes().get(i);
      if (kustomization.root() != null) {
        NamespaceChoices choices = graph.choicesOf(i);
        Generators.read(kustomization, kustomization.root(), choices, fallback, generated);
      }
    }
    return generated;
  }

  /**
   * Whether a kustomization installs a chart with a file of values and with nothing else.
   *
   * @param chart the chart's name
   * @param values the file
   */
  public boolean installs(String chart, Resource values) {
    String name = values.file().name();
    for (Kustomization kustomization : graph.nodes()) {
      if (kustomization.root() == null) {
        continue;
      }
      for (YamlMapping entry : Nodes.mappings(kustomization.root(), "helmCharts")) {
        String file = Nodes.text(entry, "valuesFile");
        if (chart.equals(Nodes.text(entry, "name"))
            && file != null
            && entry.entry("valuesInline") == null
            && entry.entry("additionalValuesFiles") == null
            && Locations.resolve(kustomization.folder(), file).equals(name)) {
          return true;
        }
      }
    }
    return false;
  }

  /** What kustomizations do to images. */
  public List<KustomizeImage> images() {
    List<KustomizeImage> images = new ArrayList<>();
    for (Kustomization kustomization : graph.nodes()) {
      images.addAll(kustomization.images());
    }
    return images;
  }

  /** The namespaces that kustomizations put something into, by name. */
  public Set<String> namespaces() {
    Set<String> names = new TreeSet<>();
    for (int i = 0; i < graph.nodes().size(); i++) {
      names.addAll(graph.choicesOf(i).named());
    }
    return names;
  }

  /** What patches do to the namespace that a Kustomization of Flux in this file fills. */
  Target targetNamespace(String location, String name) {
    Target found = Target.NO;
    BitSet changing = graph.changing(location);
    for (int i = changing.nextSetBit(0); i >= 0; i = changing.nextSetBit(i + 1)) {
      for (KustomizePatch patch : graph.nodes().get(i).patches()) {
        if (patch.targetNamespace() != Target.NO && patch.changes("Kustomization", name)) {
          found = patch.targetNamespace();
        }
      }
    }
    return found;
  }

  /** Whether a folder holds a kustomization. */
  boolean isFolder(String location) {
    return graph.isNode(location);
  }

  /** What a file is to kustomizations, where they do not take it in as a whole; null if it is nothing to them. */
  @Nullable SkipReason partOf(String location) {
    if (!graph.listing(location).isEmpty()) {
      return null;
    }
    if (patchFiles.contains(location)) {
      return SkipReason.KUSTOMIZE_PATCH;
    }
    if (inputs.contains(location)) {
      return SkipReason.KUSTOMIZE_INPUT;
    }
    return isForgottenPatch(location) ? SkipReason.KUSTOMIZE_PATCH : null;
  }

  /** A file of a kustomization that is listed nowhere and named as patches are: one that is commented out. */
  private boolean isForgottenPatch(String location) {
    String folder = Locations.folder(location);
    return (isPatchName(Locations.lastName(location)) || isPatchName(Locations.lastName(folder)))
        && graph.isBelowNode(location);
  }

  private static boolean isPatchName(String name) {
    int at = name.indexOf("patch");
    if (at < 0 || (at > 0 && Character.isLetter(name.charAt(at - 1)))) {
      return false;
    }
    String rest = name.substring(at + "patch".length());
    return rest.isEmpty() || rest.equals("es") || !Character.isLetter(rest.charAt(0));
  }

  /** The folder of the nearest kustomization that lists a file; null if none does. */
  @Nullable String folderOf(String location) {
    Kustomization nearest = graph.nearest(location);
    return nearest == null ? null : nearest.folder();
  }

  NamespaceChoices choices(String location) {
    return graph.choices(location);
  }

  private String location(Resource resource) {
    String location = locations.get(resource.file());
    return location == null ? "" : location;
  }

  /** The numbers of the kustomizations that change a resource. */
  private BitSet changing(Resource resource) {
    return graph.changing(location(resource));
  }
}
