package dev.meshlint.core.source;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tells what plainly is no Kubernetes manifest, from place, name and text alone: most files of most repositories need
 * not be parsed. Safe for use by several threads.
 */
public final class NonManifests {
  private static final List<String> KUSTOMIZATIONS =
      List.of("kustomization.yaml", "kustomization.yml", "Kustomization");
  private static final List<String> CONFIGURATIONS =
      List.of(".mesh-lint.yaml", ".mesh-lint.yml", ".mesh-lint-baseline.yaml");
  private static final List<String> WORKFLOW_FOLDERS =
      List.of(
          ".github/",
          ".forgejo/",
          ".gitea/",
          ".circleci/",
          ".gitlab/",
          ".buildkite/",
          ".azuredevops/");
  private static final List<String> WORKFLOW_NAMES =
      List.of(
          ".gitlab-ci.yml",
          ".travis.yml",
          ".drone.yml",
          "azure-pipelines.yml",
          "bitbucket-pipelines.yml",
          "cloudbuild.yaml",
          "appveyor.yml");

  private final ChartFolders charts;

  /** Makes a judge for these sources. */
  public NonManifests(SourceSet sources) {
    charts = new ChartFolders(sources.sources());
  }

  /** Whether a file is named as kustomizations are. */
  public static boolean isKustomizationName(String name) {
    return KUSTOMIZATIONS.contains(Locations.lastName(name));
  }

  /** Why a source need not be read; null if its place and name do not tell. */
  public @Nullable SkipReason byPlace(Source source) {
    if (CONFIGURATIONS.contains(Locations.lastName(source.name()))) {
      return SkipReason.MESH_LINT_CONFIGURATION;
    }
    return source.isRendered() ? null : charts.partOfChart(source);
  }

  /** Why a text need not be parsed; null if it may hold a manifest, a kustomization or a part of one. */
  public @Nullable SkipReason byText(Source source, String text) {
    if (text.contains("apiVersion")
        || isKustomizationName(source.name())
        || (hasLine(text, "kind:") && hasLine(text, "metadata:"))
        || (text.contains("fieldPaths:") && text.contains("targets:"))
        || isIstios(text)
        || isCiliums(source, text)) {
      return null;
    }
    if (hasLine(text, "groups:") && text.contains("rules:") && text.contains("expr:")) {
      SkipReason other = kindOf(source, text);
      return other == SkipReason.PROMETHEUS_RULES ? null : other;
    }
    if (hasLine(text, "- op:")) {
      return SkipReason.JSON_PATCH;
    }
    return isEmpty(text) ? SkipReason.EMPTY : kindOf(source, text);
  }

  /** Networks of a mesh, or values for the chart of the control plane. */
  private static boolean isIstios(String text) {
    return hasLine(text, "meshConfig:")
        || (text.contains("endpoints:") && hasLine(text, "networks:"))
        || (text.contains(" proxy:") && hasLine(text, "global:"));
  }

  /** Values for Cilium's chart: those that are named so, or speak of what only Cilium has. */
  private static boolean isCiliums(Source source, String text) {
    return source.name().contains("cilium") && isValuesName(Locations.lastName(source.name()))
        || text.contains("kubeProxyReplacement:")
        || text.contains("hubble:")
        || text.contains("cilium:")
        || text.contains("chart: cilium");
  }

  /** What a document without apiVersion and kind is, judged by its file. */
  public SkipReason kindOf(Source source, String text) {
    if (isValuesName(Locations.lastName(source.name()))) {
      return SkipReason.HELM_VALUES;
    }
    if (isWorkflow(source.name())) {
      return SkipReason.CI_WORKFLOW;
    }
    if (hasLine(text, "groups:") && text.contains("name:") && text.contains("rules:")) {
      return SkipReason.PROMETHEUS_RULES;
    }
    if (hasLine(text, "openapi:")
        || hasLine(text, "swagger:")
        || text.startsWith("{") && (text.contains("\"openapi\"") || text.contains("\"swagger\""))) {
      return SkipReason.OPEN_API;
    }
    if (hasLine(text, "services:") && isCompose(source.name(), text)) {
      return SkipReason.COMPOSE;
    }
    return SkipReason.NOT_A_MANIFEST;
  }

  private static boolean isValuesName(String name) {
    return name.startsWith("values.")
        || name.startsWith("values-")
        || name.startsWith("values_")
        || name.endsWith("values.yaml")
        || name.endsWith("values.yml");
  }

  private static boolean isWorkflow(String name) {
    if (WORKFLOW_NAMES.contains(Locations.lastName(name))) {
      return true;
    }
    for (String folder : WORKFLOW_FOLDERS) {
      if (name.startsWith(folder) || name.contains("/" + folder)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isCompose(String name, String text) {
    String last = Locations.lastName(name);
    return last.contains("compose") || text.contains(" image:") || text.contains(" build:");
  }

  private static boolean hasLine(String text, String start) {
    int at = text.indexOf(start);
    while (at > 0 && text.charAt(at - 1) != '\n') {
      at = text.indexOf(start, at + 1);
    }
    return at >= 0;
  }

  /** Nothing but blanks, comments and document marks. */
  private static boolean isEmpty(String text) {
    int at = 0;
    while (at < text.length()) {
      int end = text.indexOf('\n', at);
      end = end < 0 ? text.length() : end;
      String line = text.substring(at, end).strip();
      if (!line.isEmpty() && !line.startsWith("#") && !line.equals("---") && !line.equals("...")) {
        return false;
      }
      at = end + 1;
    }
    return true;
  }
}
