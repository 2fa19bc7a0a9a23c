package dev.meshlint.core.manifest;

import dev.meshlint.core.yaml.YamlMapping;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one kustomization says, with all paths resolved against its folder.
 *
 * @param location the path of its folder among the sources
 * @param folder its folder as shown to people
 * @param root its root node; null for a kustomization that Flux makes up
 * @param context whether it is read for resolution only
 * @param component whether it is a component, which changes what the kustomization around it has
 * @param namespace the namespace that it puts everything into; null if it leaves it
 * @param renames whether it puts anything before or after names
 * @param podLabels labels that pods get; those of {@code commonLabels} and of {@code labels} with templates
 * @param labels labels that objects get
 * @param resources paths of files and folders that it takes in
 * @param components paths of folders of components
 * @param patchFiles paths of files that hold patches
 * @param inputs paths of files that generators, transformers and replacements read
 * @param patches what its patches and replacements change
 * @param images what it does to images
 * @param elsewhere whether it takes in things that are not in these files: other repositories, charts, plugins
 */
record Kustomization(
    String location,
    String folder,
    @Nullable YamlMapping root,
    boolean context,
    boolean component,
    @Nullable String namespace,
    boolean renames,
    Map<String, String> podLabels,
    Map<String, String> labels,
    List<String> resources,
    List<String> components,
    List<String> patchFiles,
    List<String> inputs,
    List<KustomizePatch> patches,
    List<KustomizeImage> images,
    boolean elsewhere) {
  /** The same with another namespace. */
  Kustomization withNamespace(String name) {
    return new Kustomization(
        location,
        folder,
        root,
        context,
        component,
        name,
        renames,
        podLabels,
        labels,
        resources,
        components,
        patchFiles,
        inputs,
        patches,
        images,
        elsewhere);
  }
}
