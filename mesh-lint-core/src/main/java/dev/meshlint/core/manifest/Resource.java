package dev.meshlint.core.manifest;

import dev.meshlint.core.finding.ResourceId;
import dev.meshlint.core.source.SourceFile;
import dev.meshlint.core.yaml.YamlFile;
import dev.meshlint.core.yaml.YamlLimits;
import dev.meshlint.core.yaml.YamlMapping;
import dev.meshlint.core.yaml.YamlNode;
import dev.meshlint.core.yaml.YamlReader;
import dev.meshlint.core.yaml.YamlScalar;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One Kubernetes resource as it stands in a file.
 *
 * <p>Nodes with a schema finding are marked {@linkplain #isInvalid invalid}: no view shows their value, so that one
 * mistake gives one finding. After the schema stage a resource no longer changes and may be read by several threads.
 */
public final class Resource implements Located {
  private static final int LONGEST_NAME = 1_000;

  /** The kind of files of Prometheus' rules, which have no kind of their own. */
  static final String RULE_FILE = "RuleFile";

  private final YamlMapping node;
  private final String apiVersion;
  private final String kind;
  private final String name;
  private final NamespaceRef namespace;
  private final Scope scope;
  private final Origin origin;
  private Set<YamlNode> invalid = Set.of();
  private Map<YamlScalar, YamlFile> embedded = Map.of();

  /** Whether a kind lives in a namespace. */
  public enum Scope {
    /** In a namespace. */
    NAMESPACED,
    /** In the cluster. */
    CLUSTER
  }

  /**
   * Where a resource comes from.
   *
   * @param document the index of its document in the file
   * @param context whether it is read for resolution only and not reported on
   * @param kustomization the folder of the nearest kustomization that lists its file; null if none does
   * @param mesh the number of the mesh it belongs to, from 0
   */
  public record Origin(int document, boolean context, @Nullable String kustomization, int mesh) {}

  /**
   * Makes a resource.
   *
   * @param node its root
   * @param apiVersion the apiVersion as written
   * @param kind the kind as written
   * @param name the name as written; empty if there is none
   * @param namespace the effective namespace
   * @param scope whether the kind lives in a namespace
   * @param origin where it comes from
   */
  public Resource(
      YamlMapping node,
      String apiVersion,
      String kind,
      String name,
      NamespaceRef namespace,
      Scope scope,
      Origin origin) {
    this.node = node;
    this.apiVersion = apiVersion;
    this.kind = kind;
    this.name = name;
    this.namespace = namespace;
    this.scope = scope;
    this.origin = origin;
  }

  /** Whether this is a file of Prometheus' rules and no object of Kubernetes. */
  public boolean isRuleFile() {
    return apiVersion.isEmpty() && kind.equals(RULE_FILE);
  }

  /** The same resource, read for resolution only. */
  Resource asContext() {
    Origin context = new Origin(origin.document(), true, origin.kustomization(), origin.mesh());
    Resource copy = new Resource(node, apiVersion, kind, name, namespace, scope, context);
    copy.invalid = invalid;
    return copy;
  }

  @Override
  public Resource resource() {
    return this;
  }

  @Override
  public YamlMapping node() {
    return node;
  }

  /** The file that holds it. */
  public SourceFile file() {
    return node.file();
  }

  /** The apiVersion as written. */
  public String apiVersion() {
    return apiVersion;
  }

  /** The API group; empty for the core group. */
  public String group() {
    int slash = apiVersion.indexOf('/');
    return slash < 0 ? "" : apiVersion.substring(0, slash);
  }

  /** The version inside the group. */
  public String version() {
    return apiVersion.substring(apiVersion.indexOf('/') + 1);
  }

  /** The kind as written. */
  public String kind() {
    return kind;
  }

  /** The name; empty where the manifest has none (generateName). */
  public String name() {
    return name;
  }

  /** Where its name is written, or null where it is not. */
  public @Nullable YamlScalar nameNode() {
    return node.get("metadata") instanceof YamlMapping metadata
            && metadata.get("name") instanceof YamlScalar scalar
            && !scalar.isNull()
        ? scalar
        : null;
  }

  /** The effective namespace; {@link NamespaceRef#OPEN} has no meaning for cluster-scoped kinds. */
  public NamespaceRef namespace() {
    return namespace;
  }

  /** Whether the kind lives in a namespace. */
  public Scope scope() {
    return scope;
  }

  /** Where it comes from. */
  public Origin origin() {
    return origin;
  }

  /** The identity as shown to people. */
  public ResourceId id() {
    return new ResourceId(
        shown(apiVersion),
        shown(kind),
        scope == Scope.CLUSTER ? null : shown(namespace.name()),
        shown(name));
  }

  /** Names that no cluster takes are cut, or thousands of findings would each repeat one of megabytes. */
  private static String shown(String text) {
    return text.length() <= LONGEST_NAME ? text : text.substring(0, LONGEST_NAME) + "…";
  }

  /** {@code Kind namespace/name}, for messages. */
  public String title() {
    return id().toString();
  }

  /** Whether SOPS has encrypted it: its keys are readable, nothing may be concluded from its values. */
  public boolean isEncrypted() {
    return node.get("sops") instanceof YamlMapping;
  }

  /** The same resource without any node marked as wrong. */
  public Resource unmarked() {
    return new Resource(node, apiVersion, kind, name, namespace, scope, origin);
  }

  /** Whether a schema finding says that this node's value is wrong, or it is encrypted. */
  public boolean isInvalid(YamlNode value) {
    return value.doubtful() && invalid.contains(value);
  }

  /** Marks a value as wrong; to be called before any view reads the resource. */
  public void markInvalid(YamlNode value) {
    if (invalid.isEmpty()) {
      invalid = Collections.newSetFromMap(new IdentityHashMap<>());
    }
    invalid.add(value);
    value.markDoubtful();
  }

  /**
   * Reads a scalar that is YAML itself, such as a mesh configuration in a ConfigMap; once, so that its nodes keep their
   * identity and have a path below the scalar. Safe for use by several threads.
   */
  public synchronized YamlFile readEmbedded(YamlScalar scalar) {
    if (embedded.isEmpty()) {
      embedded = new IdentityHashMap<>();
    }
    return embedded.computeIfAbsent(
        scalar, text -> YamlReader.readEmbedded(text, YamlLimits.DEFAULT));
  }

  /** The root of the YAML that a scalar was read as, or null. */
  public synchronized @Nullable YamlNode embedded(YamlScalar scalar) {
    YamlFile file = embedded.get(scalar);
    return file == null || file.documents().size() != 1 ? null : file.documents().get(0).root();
  }

  /** The annotation with this key as text, or null. */
  public @Nullable String annotation(String key) {
    return metadata("annotations", key);
  }

  /** The label with this key as text, or null. */
  public @Nullable String label(String key) {
    return metadata("labels", key);
  }

  private @Nullable String metadata(String map, String key) {
    return node.get("metadata") instanceof YamlMapping metadata
            && metadata.get(map) instanceof YamlMapping entries
            && entries.get(key) instanceof YamlScalar scalar
            && !scalar.isNull()
        ? scalar.text()
        : null;
  }

  @Override
  public String toString() {
    return title() + " (" + file() + ")";
  }
}
