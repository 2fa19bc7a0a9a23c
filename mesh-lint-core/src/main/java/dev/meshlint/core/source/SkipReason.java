package dev.meshlint.core.source;

/** Why a file, or a document of it, is not linted. None of these is a mistake. */
public enum SkipReason {
  /** Left out by a {@code .gitignore} file. */
  IGNORED("ignored by .gitignore"),
  /** Left out by the configuration. */
  EXCLUDED("excluded by the configuration"),
  /** A folder that a tool fills: dependencies, caches. */
  TOOL_FOLDER("folder of dependencies or of a tool's cache"),
  /** A symbolic link that leads out of the tree. */
  LINK_OUTSIDE("symbolic link to a place outside the tree"),
  /** A symbolic link to a folder around it. */
  LINK_LOOP("symbolic link to a folder around it"),
  /** A symbolic link to nothing. */
  LINK_BROKEN("symbolic link that leads nowhere"),
  /** A pipe, a socket or a device. */
  NOT_A_FILE("pipe, socket or device"),
  /** No text. */
  BINARY("binary file"),
  /** Nothing, or nothing but comments. */
  EMPTY("empty"),
  /** The description of a Helm chart. */
  HELM_CHART("Helm chart description"),
  /** A file below the templates folder of a Helm chart. */
  HELM_TEMPLATE("Helm template"),
  /** Values for a Helm chart. */
  HELM_VALUES("Helm values"),
  /** A file that is linted as it is rendered. */
  RENDERED("linted as rendered"),
  /** A template of any language, to be filled in before it is YAML. */
  TEMPLATE("template that is not YAML yet"),
  /** A kustomization: understood, but no resource. */
  KUSTOMIZATION("kustomization"),
  /** A patch of a kustomization: a part of a resource. */
  KUSTOMIZE_PATCH("kustomize patch"),
  /** What a kustomization feeds to a generator, transformer or plugin. */
  KUSTOMIZE_INPUT("input of a kustomization"),
  /** A list of JSON patch operations. */
  JSON_PATCH("JSON patch"),
  /** Alerting and recording rules as Prometheus itself reads them. */
  PROMETHEUS_RULES("Prometheus rule file"),
  /** A workflow of a CI system. */
  CI_WORKFLOW("CI workflow"),
  /** A Compose file. */
  COMPOSE("Compose file"),
  /** The description of an HTTP API. */
  OPEN_API("OpenAPI document"),
  /** Configuration of this tool. */
  MESH_LINT_CONFIGURATION("mesh-lint configuration"),
  /** Anything else without apiVersion and kind. */
  NOT_A_MANIFEST("no apiVersion and kind");

  private final String text;

  SkipReason(String text) {
    this.text = text;
  }

  /** The reason in words, as shown to people. */
  public String text() {
    return text;
  }

  @Override
  public String toString() {
    return text;
  }
}
