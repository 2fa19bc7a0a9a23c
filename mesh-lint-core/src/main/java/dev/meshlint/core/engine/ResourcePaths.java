package dev.meshlint.core.engine;

import dev.meshlint.core.fix.TextEdit;
import dev.meshlint.core.manifest.Resource;
import dev.meshlint.core.schema.FieldWay;
import dev.meshlint.core.schema.SchemaChecker;
import dev.meshlint.core.yaml.YamlMapping;
import dev.meshlint.core.yaml.YamlNode;
import dev.meshlint.core.yaml.YamlScalar;
import dev.meshlint.core.yaml.YamlSequence;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The nodes of resources by identity: their paths, and which of them aliases share. Nodes do not know their parents, so
 * each resource is walked once, when its first finding is written.
 */
final class ResourcePaths {
  private final Map<Resource, Tree> trees = new IdentityHashMap<>();
  private final SchemaChecker schemas;

  /**
   * Makes paths.
   *
   * @param schemas say which keys are names of fields and which are data
   */
  ResourcePaths(SchemaChecker schemas) {
    this.schemas = schemas;
  }

  /** How a node is reached: its parent, and the key or index in it. */
  private record Step(YamlNode parent, @Nullable String key, int index) {
    /** The same step from another parent: YAML that a scalar holds lies below the scalar. */
    Step under(YamlNode other) {
      return new Step(other, key, index);
    }
  }

  private record Visit(YamlNode node, @Nullable Step step) {}

  private record Tree(Map<YamlNode, Step> steps, List<YamlNode> shared) {}

  /**
   * The path of a node, such as {@code spec.http[0].timeout} or {@code spec.selector.matchLabels[app]}. Keys of maps stand
   * in brackets, as in the messages of the API server, and so do fields whose names hold dots, slashes or brackets. Empty
   * for the root, and for nodes that are not part of the resource.
   *
   * @param absentField the field of the node that is meant and does not exist; null for the node itself
   */
  String path(Resource resource, YamlNode node, @Nullable String absentField) {
    Map<YamlNode, Step> steps = tree(resource).steps();
    Deque<Step> way = new ArrayDeque<>();
    for (Step step = steps.get(node); step != null; step = steps.get(step.parent())) {
      way.push(step);
    }
    if (absentField != null) {
      way.addLast(new Step(node, absentField, 0));
    }
    StringBuilder path = new StringBuilder();
    FieldWay fields = schemas.wayInto(resource);
    for (Step step : way) {
      append(path, step, fields);
    }
    return path.toString();
  }

  /** Whether an edit would change a node of this resource that stands in several places. */
  boolean touchesShared(Resource resource, TextEdit edit) {
    for (YamlNode node : tree(resource).shared()) {
      if (node.file() == edit.file() && edit.start() <= node.end() && node.start() <= edit.end()) {
        return true;
      }
    }
    return false;
  }

  private static void append(StringBuilder path, Step step, FieldWay fields) {
    String key = step.key();
    if (key == null) {
      fields.toItem();
      path.append('[').append(step.index()).append(']');
    } else if (!fields.toKey(key) && isPlain(key)) {
      path.append(path.isEmpty() ? "" : ".").append(key);
    } else {
      path.append('[').append(key).append(']');
    }
  }

  private static boolean isPlain(String key) {
    for (int i = 0; i < key.length(); i++) {
      char c = key.charAt(i);
      if (c == '.' || c == '/' || c == '[' || c == ']' || c <= ' ') {
        return false;
      }
    }
    return !key.isEmpty();
  }

  private Tree tree(Resource resource) {
    return trees.computeIfAbsent(resource, ResourcePaths::walk);
  }

  /** Walks in the order of the file, so that a shared node gets the path of its anchor. */
  private static Tree walk(Resource resource) {
    Tree tree = new Tree(new IdentityHashMap<>(), new ArrayList<>());
    Deque<Visit> open = new ArrayDeque<>();
    open.push(new Visit(resource.node(), null));
    while (!open.isEmpty()) {
      Visit visit = open.pop();
      YamlNode node = visit.node();
      if (tree.steps().containsKey(node) || (visit.step() != null && node == resource.node())) {
        continue;
      }
      if (visit.step() != null) {
        tree.steps().put(node, visit.step());
      }
      if (node.shared()) {
        tree.shared().add(node);
      }
      List<Visit> children = children(resource, node);
      for (int i = children.size() - 1; i >= 0; i--) {
        open.push(children.get(i));
      }
    }
    return tree;
  }

  private static List<Visit> children(Resource resource, YamlNode node) {
    List<Visit> children = new ArrayList<>();
    if (node instanceof YamlScalar scalar) {
      YamlNode inner = resource.embedded(scalar);
      if (inner != null) {
        for (Visit child : children(resource, inner)) {
          children.add(new Visit(child.node(), Objects.requireNonNull(child.step()).under(scalar)));
        }
      }
    }
    if (node instanceof YamlMapping mapping) {
      for (YamlMapping.Entry entry : mapping.entries()) {
        Step step = new Step(node, entry.name(), -1);
        children.add(new Visit(entry.key(), step));
        children.add(new Visit(entry.value(), step));
      }
    } else if (node instanceof YamlSequence sequence) {
      for (int i = 0; i < sequence.items().size(); i++) {
        children.add(new Visit(sequence.items().get(i), new Step(node, null, i)));
      }
    }
    return children;
  }
}
