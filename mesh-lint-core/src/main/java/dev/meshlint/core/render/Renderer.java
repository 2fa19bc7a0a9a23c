package dev.meshlint.core.render;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Renders with the programs that the user has installed. What they do is their affair: a kustomization or a chart may name
 * what is fetched from a network.
 */
public final class Renderer {
  private static final int LONGEST_COMPLAINT = 300;

  private final Path directory;
  private final @Nullable String namespace;

  /**
   * Makes a renderer.
   *
   * @param directory the folder that paths and shown names start from
   * @param namespace the namespace of a chart's release; null for helm's own
   */
  public Renderer(Path directory, @Nullable String namespace) {
    this.directory = directory.toAbsolutePath().normalize();
    this.namespace = namespace;
  }

  /** Renders. Never throws on account of what it meets: that is the error of the result. */
  public Rendered render(Rendering rendering) {
    try {
      Path path = directory.resolve(rendering.path());
      if (!Files.exists(path)) {
        return failed(rendering, "it does not exist");
      }
      return rendering.tool() == Rendering.Tool.HELM
          ? helm(rendering, path.toRealPath())
          : kustomize(rendering, path.toRealPath());
    } catch (IOException | InvalidPathException e) {
      return failed(rendering, String.valueOf(e.getMessage()));
    }
  }

  private static Rendered failed(Rendering rendering, String reason) {
    String said =
        reason.length() > LONGEST_COMPLAINT ? reason.substring(0, LONGEST_COMPLAINT) : reason;
    return Rendered.failed("\"" + rendering.path() + "\" cannot be rendered: " + said);
  }

  private Rendered helm(Rendering rendering, Path chart) throws IOException {
    List<String> command =
        new ArrayList<>(List.of("helm", "template", release(chart), chart.toString()));
    for (String file : rendering.values()) {
      command.add("--values");
      command.add(directory.resolve(file).toString());
    }
    if (namespace != null) {
      command.add("--namespace");
      command.add(namespace);
    }
    ExternalProgram.Result result = ExternalProgram.run(command, directory);
    if (result == null) {
      return failed(rendering, "there is no helm on the PATH");
    }
    return result.status() == 0
        ? texts(rendering).ofChart(result.output(), chart)
        : failed(rendering, "helm says: " + result.complaint());
  }

  /** A name for a release of a chart: that of its folder, as far as it is one in Kubernetes. */
  private static String release(Path chart) {
    StringBuilder name = new StringBuilder();
    String folder = String.valueOf(chart.getFileName()).toLowerCase(Locale.ROOT);
    for (int i = 0; i < folder.length(); i++) {
      char c = folder.charAt(i);
      if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
        name.append(c);
      } else if (!name.isEmpty() && i + 1 < folder.length()) {
        name.append('-');
      }
    }
    return name.isEmpty() ? "release" : name.toString();
  }

  /**
   * Builds a folder from above it, by a kustomization that also asks where everything comes from. Where that does not
   * work, as with releases that cannot tell, the folder is built alone.
   */
  private Rendered kustomize(Rendering rendering, Path folder) throws IOException {
    Path above = Files.createTempDirectory("mesh-lint").toRealPath();
    Path kustomization = above.resolve("kustomization.yaml");
    try {
      String path = above.relativize(folder).toString().replace('\\', '/');
      Files.writeString(
          kustomization,
          "buildMetadata: [originAnnotations]\nresources: ['" + path.replace("'", "''") + "']\n");
      ExternalProgram.Result traced = build(above);
      if (traced != null && traced.status() == 0) {
        return texts(rendering).ofKustomization(traced.output(), above);
      }
    } finally {
      Files.deleteIfExists(kustomization);
      Files.delete(above);
    }
    ExternalProgram.Result alone = build(folder);
    if (alone == null) {
      return failed(rendering, "there is neither kustomize nor kubectl on the PATH");
    }
    return alone.status() == 0
        ? texts(rendering).ofKustomization(alone.output(), folder)
        : failed(rendering, "kustomize says: " + alone.complaint());
  }

  private ExternalProgram.@Nullable Result build(Path folder) throws IOException {
    ExternalProgram.Result result =
        ExternalProgram.run(List.of("kustomize", "build", folder.toString()), directory);
    return result == null
        ? ExternalProgram.run(List.of("kubectl", "kustomize", folder.toString()), directory)
        : result;
  }

  private RenderedTexts texts(Rendering rendering) {
    return new RenderedTexts(rendering, directory);
  }
}
