package dev.meshlint.core.render;

import java.util.List;

/**
 * Something that a program makes manifests of before they are linted. Immutable.
 *
 * @param tool the program
 * @param path the folder of a kustomization, or the folder or archive of a chart
 * @param values files with values for a chart, later ones winning
 */
public record Rendering(Tool tool, String path, List<String> values) {
  /** Makes the list unmodifiable. */
  public Rendering {
    values = List.copyOf(values);
  }

  /** The programs. Neither is a part of mesh-lint. */
  public enum Tool {
    /** {@code kustomize}, or else {@code kubectl kustomize}. */
    KUSTOMIZE,
    /** {@code helm}. */
    HELM
  }

  /** What {@code kustomize build} makes of a folder. */
  public static Rendering ofKustomize(String folder) {
    return new Rendering(Tool.KUSTOMIZE, folder, List.of());
  }

  /** What {@code helm template} makes of a chart with its own values and these. */
  public static Rendering ofHelm(String chart, List<String> values) {
    return new Rendering(Tool.HELM, chart, values);
  }
}
