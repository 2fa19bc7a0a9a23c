package dev.meshlint.core.manifest;

import dev.meshlint.core.value.Placeholders;
import dev.meshlint.core.yaml.YamlDocument;
import dev.meshlint.core.yaml.YamlMapping;
import dev.meshlint.core.yaml.YamlNode;
import dev.meshlint.core.yaml.YamlSequence;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns the manifests of one file into resources. */
final class ResourceReader {
  private static final String LIST = "List";

  private final LoadedFile file;
  private final ClusterScopedKinds scopes;
  private final NamespaceChoices choices;
  private final @Nullable String kustomization;
  private final NamespaceRef fallback;
  private final List<Resource> out;

  ResourceReader(
      LoadedFile file,
      ClusterScopedKinds scopes,
      Kustomizations kustomizations,
      NamespaceRef fallback,
      List<Resource> out) {
    this.file = file;
    this.scopes = scopes;
    this.choices = kustomizations.choices(file.location());
    this.kustomization = kustomizations.folderOf(file.location());
    this.fallback = fallback;
    this.out = out;
  }

  /** Reads one manifest; of a list all items. */
  void read(YamlDocument document) {
    if (document.root() instanceof YamlMapping root) {
      Resource.Origin origin =
          new Resource.Origin(
              document.index(), file.source().context(), kustomization, file.source().mesh());
      read(root, text(root, "apiVersion"), text(root, "kind"), origin);
    }
  }

  private void read(YamlMapping node, String apiVersion, String kind, Resource.Origin origin) {
    if (isList(node, kind)) {
      String itemKind = kind.substring(0, kind.length() - LIST.length());
      for (YamlNode item : ((YamlSequence) requireItems(node)).items()) {
        if (item instanceof YamlMapping mapping) {
          String ownKind = text(mapping, "kind");
          String ownVersion = text(mapping, "apiVersion");
          boolean bare = ownKind.isEmpty() && !itemKind.isEmpty();
          read(mapping, bare ? apiVersion : ownVersion, bare ? itemKind : ownKind, origin);
        }
      }
    } else if (apiVersion.equals("v1") && kind.equals("Namespace")) {
      addNamespace(node, origin);
    } else if (!kind.isEmpty() || !apiVersion.isEmpty()) {
      YamlMapping metadata = Nodes.mapping(node, "metadata");
      String name = metadata == null ? "" : text(metadata, "name");
      Resource resource = resource(node, apiVersion, kind, name, origin);
      Encryption.hideValues(resource);
      out.add(resource);
    } else {
      String bare = BareFiles.kindOf(node);
      if (bare != null) {
        out.add(BareFiles.resource(node, bare, origin));
      }
    }
  }

  /**
   * The namespace of a kustomization becomes the name of the Namespace in it. In a base of several overlays it becomes
   * several, of which all but the first are read for resolution only.
   */
  private void addNamespace(YamlMapping node, Resource.Origin origin) {
    List<String> names = choices.named();
    if (choices.mayBeNone() || names.isEmpty()) {
      YamlMapping metadata = Nodes.mapping(node, "metadata");
      String written = metadata == null ? "" : text(metadata, "name");
      names.remove(written);
      names.add(0, written);
    }
    Resource first = resource(node, "v1", "Namespace", names.get(0), origin);
    out.add(first);
    for (String name : names.subList(1, names.size())) {
      out.add(resource(node, "v1", "Namespace", name, origin).asContext());
    }
  }

  /** {@code List}, and kinds such as {@code ServiceList} that the API server answers with. */
  private static boolean isList(YamlMapping node, String kind) {
    if (!kind.endsWith(LIST) || !(node.get("items") instanceof YamlSequence items)) {
      return false;
    }
    for (YamlNode item : items.items()) {
      if (!(item instanceof YamlMapping mapping) || mapping.get("metadata") == null) {
        return kind.equals(LIST);
      }
    }
    return true;
  }

  private static YamlNode requireItems(YamlMapping node) {
    YamlNode items = node.get("items");
    if (items == null) {
      throw new IllegalStateException("a list without items");
    }
    return items;
  }

  private Resource resource(
      YamlMapping node, String apiVersion, String kind, String name, Resource.Origin origin) {
    int slash = apiVersion.indexOf('/');
    String group = slash < 0 ? "" : apiVersion.substring(0, slash);
    Resource.Scope scope = scopes.scope(group, kind);
    YamlMapping metadata = Nodes.mapping(node, "metadata");
    NamespaceRef written = written(metadata);
    return new Resource(
        node,
        apiVersion,
        kind,
        name,
        scope == Resource.Scope.CLUSTER ? written : choices.resolve(written),
        scope,
        origin);
  }

  private NamespaceRef written(@Nullable YamlMapping metadata) {
    String namespace = metadata == null ? "" : text(metadata, "namespace");
    if (namespace.isEmpty()) {
      return fallback;
    }
    return Placeholders.inName(namespace)
        ? new NamespaceRef(namespace, NamespaceRef.Kind.OPEN)
        : NamespaceRef.named(namespace);
  }

  private static String text(YamlMapping mapping, String key) {
    String text = Nodes.text(mapping, key);
    return text == null ? "" : text;
  }
}
