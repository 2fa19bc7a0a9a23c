package dev.meshlint.core.schema;

import dev.meshlint.core.manifest.Resource;
import dev.meshlint.core.value.NearMiss;
import dev.meshlint.core.yaml.YamlNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds out what an unknown kind, group or version was meant to be. */
final class KindNames {
  private final BuiltInSchemas schemas;

  /** The kinds of each group, and the groups of each kind. */
  private final Map<String, List<String>> kindsOfGroup = new HashMap<>();

  private final Map<String, List<SchemaKind>> ofKind = new HashMap<>();

  KindNames(BuiltInSchemas schemas) {
    this.schemas = schemas;
    for (SchemaKind kind : schemas.kinds()) {
      List<String> kinds = kindsOfGroup.get(kind.group());
      if (kinds == null) {
        kinds = new ArrayList<>();
        kindsOfGroup.put(kind.group(), kinds);
      }
      kinds.add(kind.kind());
      List<SchemaKind> namesakes = ofKind.get(kind.kind());
      if (namesakes == null) {
        namesakes = new ArrayList<>(1);
        ofKind.put(kind.kind(), namesakes);
      }
      namesakes.add(kind);
    }
  }

  /** Whether a Kubernetes kind is put into a group that does not have it: no API server takes that for anything. */
  boolean isOfOtherKubernetesGroup(Resource resource) {
    List<String> kinds = kindsOfGroup.get(resource.group());
    SchemaKind some = kinds == null ? null : schemas.find(resource.group(), kinds.get(0));
    if (some == null || !some.mesh().equals("kubernetes")) {
      return false;
    }
    for (SchemaKind kind : ofKind.getOrDefault(resource.kind(), List.of())) {
      if (kind.mesh().equals("kubernetes")) {
        return true;
      }
    }
    return false;
  }

  /** Reports kinds that are gone, and misspelt groups and kinds of the meshes; others are not ours to judge. */
  void unknownKind(Resource resource, Problems problems) {
    BuiltInSchemas.Removed gone = schemas.removed(resource.group(), resource.kind());
    if (gone != null) {
      problems.report(
          Rules.REMOVED_VERSION,
          gone.severity().isEmpty() ? null : gone.severity(),
          gone.kind().equals("*") ? SchemaChecker.apiVersion(resource) : kindNode(resource),
          resource.kind()
              + " of "
              + Values.quote(resource.group())
              + " no longer exists in current releases",
          gone.successor().isEmpty() ? null : gone.successor(),
          List.of());
      return;
    }
    List<String> kinds = kindsOf(resource.group());
    if (!kinds.isEmpty()) {
      unknownKindOfGroup(resource, kinds, problems);
      return;
    }
    String group = nearGroup(resource);
    if (group != null) {
      YamlNode at = SchemaChecker.apiVersion(resource);
      problems.report(
          Rules.UNKNOWN_KIND,
          null,
          at,
          "the API group "
              + Values.quote(resource.group())
              + " does not exist: "
              + resource.kind()
              + " is a kind of "
              + Values.quote(group),
          "did you mean " + Values.quote(group + "/" + resource.version()) + "?",
          Problems.replace(at, group + "/" + resource.version(), "correct the API group", false));
    }
  }

  private void unknownKindOfGroup(Resource resource, List<String> kinds, Problems problems) {
    SchemaKind some = schemas.find(resource.group(), kinds.get(0));
    if (some != null && some.mesh().equals("kubernetes")) {
      return;
    }
    String suggestion = NearMiss.suggestion(resource.kind(), kinds);
    String elsewhere = suggestion == null ? groupOf(resource.kind()) : null;
    YamlNode at = kindNode(resource);
    if (suggestion != null) {
      problems.report(
          Rules.UNKNOWN_KIND,
          null,
          at,
          Values.quote(resource.kind()) + " is not a kind of " + Values.quote(resource.group()),
          "did you mean " + Values.quote(suggestion) + "?",
          Problems.replace(at, suggestion, "correct the kind", false));
    } else if (elsewhere != null) {
      problems.report(
          Rules.UNKNOWN_KIND,
          null,
          SchemaChecker.apiVersion(resource),
          resource.kind()
              + " is a kind of "
              + Values.quote(elsewhere)
              + ", not of "
              + Values.quote(resource.group()),
          null,
          List.of());
    }
    // Another kind of the group may come with a newer release.
  }

  /** Reports a version that the kind never had; newer ones than those known are let through. */
  void unknownVersion(Resource resource, SchemaKind kind, Problems problems) {
    if (kind.mesh().equals("kubernetes")) {
      return;
    }
    List<String> known = new ArrayList<>();
    for (SchemaKind.Version version : kind.versions()) {
      if (version.status() != SchemaKind.Status.REMOVED) {
        known.add(kind.apiVersion(version.name()));
      }
    }
    YamlNode at = SchemaChecker.apiVersion(resource);
    boolean gatewayApi = kind.mesh().equals("gateway-api");
    problems.report(
        gatewayApi ? Rules.REMOVED_VERSION : Rules.UNKNOWN_KIND,
        gatewayApi ? "warning" : null,
        at,
        kind.kind()
            + " has no version "
            + Values.quote(resource.version())
            + ": it is served as "
            + Values.all(known),
        null,
        known.size() == 1
            ? Problems.replace(at, known.get(0), "use " + known.get(0), false)
            : List.of());
  }

  private static YamlNode kindNode(Resource resource) {
    YamlNode node = resource.node().get("kind");
    return node == null ? resource.node() : node;
  }

  private List<String> kindsOf(String group) {
    return kindsOfGroup.getOrDefault(group, List.of());
  }

  private @Nullable String groupOf(String kindName) {
    for (SchemaKind kind : ofKind.getOrDefault(kindName, List.of())) {
      if (isResource(kind)) {
        return kind.group();
      }
    }
    return null;
  }

  private static boolean isResource(SchemaKind kind) {
    return !kind.mesh().equals("kubernetes") && !kind.group().equals(EmbeddedConfig.GROUP);
  }

  /** A group of the meshes that has this kind and whose name is a slip away. */
  private @Nullable String nearGroup(Resource resource) {
    Set<String> groups = new LinkedHashSet<>();
    for (SchemaKind kind : ofKind.getOrDefault(resource.kind(), List.of())) {
      if (isResource(kind)) {
        groups.add(kind.group());
      }
    }
    return groups.isEmpty() ? null : NearMiss.nearest(resource.group(), groups);
  }
}
