package dev.meshlint.core.schema;

import dev.meshlint.core.manifest.Resource;
import dev.meshlint.core.value.Placeholders;
import dev.meshlint.core.yaml.YamlMapping;
import dev.meshlint.core.yaml.YamlNode;
import dev.meshlint.core.yaml.YamlScalar;
import dev.meshlint.core.yaml.YamlSequence;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Goes through the nodes of one resource beside the shapes of its kind. Used once. */
final class Walk {
  private final Resource resource;
  private final Shape root;
  private final Problems problems;
  private final Scope scope;
  private final ScalarCheck scalars;
  private final WrongTypes types;
  private final UnknownFields unknown;
  private final FieldState states;
  private final String duplicateRule;

  Walk(Resource resource, SchemaKind kind, Shape root, SchemaContext context, Problems problems) {
    this(resource, kind, root, kind.kind(), context, problems);
  }

  /** Goes through a part of a kind that has a title of its own. */
  Walk(
      Resource resource,
      SchemaKind kind,
      Shape root,
      String title,
      SchemaContext context,
      Problems problems) {
    this.resource = resource;
    this.root = root;
    this.problems = problems;
    this.scope = new Scope(resource);
    this.scalars = new ScalarCheck(problems, EmbeddedConfig.isProtocolBuffer(kind));
    this.types = new WrongTypes(problems);
    this.unknown = new UnknownFields(root, title, kind, context, problems);
    this.states = new FieldState(kind, context, problems);
    this.duplicateRule =
        kind.mesh().equals("istio") ? Rules.INVALID_VALUE : Rules.CONFLICTING_FIELDS;
  }

  void run() {
    object(root, resource.node(), resource.kind(), null);
  }

  /** Checks configuration that stands in a text of the resource. */
  void run(YamlMapping configuration, String name) {
    object(root, configuration, name, null);
  }

  /** Checks a value that is there; null counts as absent. */
  private void value(Shape shape, YamlNode node, String name, @Nullable YamlNode keyNode) {
    if (Scope.isNull(node) || resource.isInvalid(node)) {
      return;
    }
    if (node instanceof YamlScalar scalar) {
      if (shape.isScalar() || shape.types == 0 || WrongTypes.fits(shape, scalar)) {
        scalars.check(shape, scalar, name);
        checks(shape, node);
      } else if (!OpenNodes.isFilledIn(shape, scalar.text())) {
        types.report(shape, node, name);
      }
    } else if (node instanceof YamlMapping mapping) {
      if (OpenNodes.isPlaceholder(node)) {
        return;
      }
      if (shape.allows(Shape.OBJECT)) {
        object(shape, mapping, name, keyNode);
      } else {
        types.report(shape, node, name);
        if (shape.items != null && shape.items.allows(Shape.OBJECT)) {
          // What is inside is judged as if it were the only item of the list.
          object(shape.items, mapping, name, keyNode);
        }
      }
    } else if (node instanceof YamlSequence sequence) {
      if (shape.allows(Shape.LIST)) {
        list(shape, sequence, name, keyNode);
      } else if (shape.allowed != null || !OpenNodes.isBracketedWord(sequence)) {
        types.report(shape, node, name);
      }
    }
  }

  private void list(Shape shape, YamlSequence sequence, String name, @Nullable YamlNode keyNode) {
    scope.judge(sequence, keyNode);
    size(shape, sequence, name, sequence.items().size(), shape.minItems, shape.maxItems, "item");
    Shape items = shape.items;
    if (items != null) {
      for (YamlNode item : sequence.items()) {
        if (Scope.isNull(item)) {
          if (items.types != 0 && !scope.hasBlanks()) {
            types.reportNull(items, item, name);
          }
        } else {
          value(items, item, name, null);
        }
      }
    }
    if (shape.uniqueItems) {
      Repetitions.items(sequence, name, scope, duplicateRule, problems);
    }
    if (shape.extras != null) {
      for (List<String> keys : shape.extras.uniqueBy()) {
        Repetitions.byKeys(sequence, keys, items, scope, duplicateRule, problems);
      }
    }
    checks(shape, sequence);
  }

  private void size(
      Shape shape, YamlNode node, String name, int size, int least, int most, String what) {
    if (least >= 0 && size < least) {
      String need = least == 1 ? "at least one " + what : "at least " + least + " " + what + "s";
      problems.report(
          least == 1 ? Rules.MISSING_FIELD : Rules.INVALID_VALUE,
          severity(shape),
          scope.placeOf(node),
          Values.quote(name) + " needs " + need);
    } else if (most >= 0 && size > most) {
      problems.report(
          Rules.INVALID_VALUE,
          severity(shape),
          node,
          Values.quote(name) + " has " + size + " " + what + "s, at most " + most + " are allowed");
    }
  }

  private static @Nullable String severity(Shape shape) {
    return shape.extras == null ? null : shape.extras.severity();
  }

  private void object(Shape shape, YamlMapping mapping, String name, @Nullable YamlNode keyNode) {
    scope.enter(mapping);
    unknown.enter(shape, name);
    Set<String> meant = null;
    for (YamlMapping.Entry entry : mapping.entries()) {
      String key = entry.name();
      if (key == null) {
        continue;
      }
      Shape field = shape.field(key);
      if (field != null) {
        states.check(field, entry, key);
        value(field, entry.value(), key, entry.key());
      } else if (shape.values != null) {
        mapEntry(shape, shape.values, entry, key);
      } else if (shape.open) {
        if (shape.extras != null && shape.extras.loose()) {
          unknown.nearMiss(shape, mapping, entry, key);
        }
      } else if (!Placeholders.inText(key)) {
        String target = unknown.report(shape, mapping, entry, key);
        if (target != null) {
          meant = meant == null ? new HashSet<>() : meant;
          meant.add(target);
          Shape taken = shape.field(target);
          if (taken != null
              && unknown.takesOver(shape, key)
              && UnknownFields.fits(taken, entry.value())) {
            value(taken, entry.value(), key, entry.key());
          }
        }
      }
    }
    unknown.leave();
    scope.leave();
    scope.addMeant(mapping, meant);
    scope.judge(mapping, keyNode);
    Set<String> present = meant == null ? Set.of() : meant;
    required(shape, mapping, name, present);
    if (shape.minProperties >= 0 || shape.maxProperties >= 0) {
      int size = size(mapping);
      size(shape, mapping, name, size, shape.minProperties, shape.maxProperties, "entry");
    }
    if (shape.extras != null) {
      Choices.check(shape.extras, mapping, name, present, scope, problems);
    }
    checks(shape, mapping);
  }

  /** How many entries have a value: the API server drops the others. */
  private static int size(YamlMapping mapping) {
    int size = 0;
    for (YamlMapping.Entry entry : mapping.entries()) {
      size += Scope.isNull(entry.value()) ? 0 : 1;
    }
    return size;
  }

  private void mapEntry(Shape shape, Shape values, YamlMapping.Entry entry, String key) {
    Format keys = shape.extras == null ? null : shape.extras.keys();
    if (keys != null && !entry.merged()) {
      scalars.key(keys, entry, key);
    }
    if (Scope.isNull(entry.value())) {
      if (values.types != 0 && !scope.hasBlanks()) {
        types.reportNullEntry(entry.value(), key);
      }
    } else {
      value(values, entry.value(), key, entry.key());
    }
  }

  private void required(Shape shape, YamlMapping mapping, String name, Set<String> meant) {
    for (String key : shape.required) {
      if (Scope.get(mapping, key) == null && !meant.contains(key) && !scope.isBlank(mapping, key)) {
        problems.missing(
            Rules.MISSING_FIELD,
            severity(shape),
            scope.placeOf(mapping),
            key,
            Values.quote(name) + " needs " + Values.quote(key) + ": it is missing",
            null);
      }
    }
  }

  private void checks(Shape shape, YamlNode node) {
    if (shape.extras == null || shape.extras.checks().isEmpty() || resource.isInvalid(node)) {
      return;
    }
    for (Check check : shape.extras.checks()) {
      check.run(node, scope, problems);
    }
  }
}
