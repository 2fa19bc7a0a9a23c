package dev.meshlint.core.schema;

import dev.meshlint.core.fix.Fix;
import dev.meshlint.core.value.NearMiss;
import dev.meshlint.core.yaml.YamlMapping;
import dev.meshlint.core.yaml.YamlNode;
import dev.meshlint.core.yaml.YamlScalar;
import dev.meshlint.core.yaml.YamlSequence;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Keys that a kind does not have: what they were meant to be, or where they belong.
 *
 * <p>The API server drops such keys silently, so the message says what the reader would otherwise learn too late.
 */
final class UnknownFields {
  /** Names that occur in too many places for a hint where one belongs. */
  private static final Set<String> EVERYWHERE =
      Set.of(
          "name",
          "namespace",
          "port",
          "host",
          "number",
          "percent",
          "value",
          "type",
          "kind",
          "group",
          "labels",
          "mode",
          "key",
          "weight",
          "protocol",
          "address",
          "ports",
          "hosts",
          "rules",
          "metadata",
          "spec",
          "status");

  /** What SOPS adds to a resource that it encrypts; gone once it is decrypted. */
  private static final String SOPS = "sops";

  private final Shape root;
  private final String title;
  private final @Nullable String severity;
  private final Problems problems;
  private final List<Shape> shapes = new ArrayList<>();
  private final List<String> names = new ArrayList<>();

  UnknownFields(
      Shape root, String title, SchemaKind kind, SchemaContext context, Problems problems) {
    this.root = root;
    this.title = title;
    this.severity =
        NewestReleases.mayBeNewer(kind.mesh(), context.target(kind.mesh())) ? "warning" : null;
    this.problems = problems;
  }

  void enter(Shape shape, String name) {
    shapes.add(shape);
    names.add(name);
  }

  void leave() {
    shapes.remove(shapes.size() - 1);
    names.remove(names.size() - 1);
  }

  /** Reports a key; gives the field that it was meant to be or to stand in, or null. */
  @Nullable String report(Shape shape, YamlMapping mapping, YamlMapping.Entry entry, String key) {
    if (shapes.size() == 1 && key.equals(SOPS)) {
      return null;
    }
    String renamed = shape.extras == null ? null : shape.extras.renamed().get(key);
    if (renamed != null) {
      Shape taken = shape.field(renamed);
      boolean fits = taken == null || fits(taken, entry.value());
      String want = fits || taken == null ? "?" : ", which is " + Values.typeName(taken) + "?";
      String help = "did you mean " + Values.quote(renamed) + want;
      List<Fix> fixes = fits ? rename(entry, renamed) : List.of();
      say(shape, mapping, entry, new Guess(renamed, help, fixes), null);
      return renamed;
    }
    String hint = shape.extras == null ? null : shape.extras.hints().get(key);
    if (hint != null) {
      say(shape, mapping, entry, new Guess(null, hint, List.of()), severity);
      return null;
    }
    List<String> free = new ArrayList<>();
    for (String name : shape.names) {
      if (Scope.get(mapping, name) == null) {
        free.add(name);
      }
    }
    String near = NearMiss.suggestion(key, free);
    Shape nearShape = near == null ? null : shape.field(near);
    if (near != null && nearShape != null && fits(nearShape, entry.value())) {
      say(shape, mapping, entry, nearly(entry, near), null);
      return near;
    }
    Guess place = EVERYWHERE.contains(key) ? Guess.NONE : elsewhere(shape, key, entry.value());
    String strays = shape.extras == null ? null : shape.extras.strays();
    if (place.help() == null && strays != null && entry.value() instanceof YamlScalar) {
      place = Guess.below(strays);
    }
    say(shape, mapping, entry, place, place.help() == null ? severity : null);
    return place.field();
  }

  /** Warns of a key that is a slip away from a known one, where unknown keys are fine otherwise. */
  void nearMiss(Shape shape, YamlMapping mapping, YamlMapping.Entry entry, String key) {
    List<String> free = new ArrayList<>();
    for (String name : shape.names) {
      if (Scope.get(mapping, name) == null) {
        free.add(name);
      }
    }
    String near = NearMiss.nearest(key, free);
    if (near != null) {
      say(shape, mapping, entry, nearly(entry, near), "warning");
    }
  }

  /** Whether a foreign name stands for a field of today with the same value. */
  boolean takesOver(Shape shape, String key) {
    return shape.extras != null && shape.extras.renamed().containsKey(key);
  }

  /**
   * What a key was meant to be.
   *
   * @param field the field of the same object that it stands for or belongs into; null if none
   * @param help how to say it; null if nothing is known
   * @param fixes edits that mend it
   */
  private record Guess(@Nullable String field, @Nullable String help, List<Fix> fixes) {
    static final Guess NONE = new Guess(null, null, List.of());

    static Guess below(String field) {
      String help = "it belongs one level down, to " + Values.quote(field);
      return new Guess(field, help, List.of());
    }
  }

  private static Guess nearly(YamlMapping.Entry entry, String near) {
    return new Guess(near, "did you mean " + Values.quote(near) + "?", rename(entry, near));
  }

  private void say(
      Shape shape,
      YamlMapping mapping,
      YamlMapping.Entry entry,
      Guess guess,
      @Nullable String severity) {
    String pruned = left(shape, mapping, guess.field());
    String where = names.get(names.size() - 1);
    problems.report(
        Rules.UNKNOWN_FIELD,
        severity,
        entry.key(),
        Values.quote(String.valueOf(entry.name()))
            + " is not a field of "
            + (shapes.size() == 1 ? title : Values.quote(where))
            + (shape.open ? ": it has no effect" : ": it is dropped")
            + (pruned == null ? "" : ", " + pruned),
        guess.help(),
        guess.fixes());
  }

  /** What is left when the key is dropped: where nothing else is there, or nothing that says the same. */
  private static @Nullable String left(Shape shape, YamlMapping mapping, @Nullable String meant) {
    Map<String, String> pruned = shape.extras == null ? Map.of() : shape.extras.pruned();
    String ofAll = pruned.get("");
    if (ofAll != null && !hasKnownField(shape, mapping)) {
      return ofAll;
    }
    String text = meant == null ? null : pruned.get(meant);
    if (text == null) {
      return null;
    }
    for (Map.Entry<String, String> other : pruned.entrySet()) {
      if (text.equals(other.getValue()) && mapping.get(other.getKey()) != null) {
        return null;
      }
    }
    return text;
  }

  private static boolean hasKnownField(Shape shape, YamlMapping mapping) {
    for (String name : shape.names) {
      if (Scope.get(mapping, name) != null) {
        return true;
      }
    }
    return false;
  }

  private static List<Fix> rename(YamlMapping.Entry entry, String name) {
    return entry.key() instanceof YamlScalar scalar && !entry.merged()
        ? Problems.replace(scalar, name, "rename it to " + name, true)
        : List.of();
  }

  private Guess elsewhere(Shape shape, String key, YamlNode value) {
    for (int i = shapes.size() - 2; i >= 0; i--) {
      Shape field = shapes.get(i).field(key);
      if (field != null && fits(field, value)) {
        String levels = i == shapes.size() - 2 ? "one level up" : "further up";
        String where = i == 0 ? title : Values.quote(names.get(i));
        return new Guess(null, "it belongs " + levels + ", to " + where, List.of());
      }
    }
    for (int i = 0; i < shape.names.length; i++) {
      Shape below = inside(shape.fields[i]);
      Shape field = below == null ? null : below.field(key);
      if (field != null && fits(field, value)) {
        return Guess.below(shape.names[i]);
      }
    }
    List<String> places = new ArrayList<>();
    collect(root, "", key, value, 0, places);
    return places.size() == 1
        ? new Guess(null, "it is a field of " + Values.quote(places.get(0)), List.of())
        : Guess.NONE;
  }

  private static @Nullable Shape inside(Shape shape) {
    return shape.names.length > 0 ? shape : shape.items != null ? shape.items : null;
  }

  /** The parents of all fields with this name, each kind of parent once; gives up from two on. */
  private static void collect(
      Shape shape, String path, String key, YamlNode value, int depth, List<String> places) {
    if (depth > 10 || places.size() > 1) {
      return;
    }
    Shape field = shape.field(key);
    if (field != null && fits(field, value) && !path.isEmpty() && !places.contains(path)) {
      places.add(path);
    }
    for (int i = 0; i < shape.names.length; i++) {
      Shape child = shape.fields[i];
      String below = path.isEmpty() ? shape.names[i] : path + "." + shape.names[i];
      collect(child, below, key, value, depth + 1, places);
      if (child.items != null) {
        collect(child.items, below + "[]", key, value, depth + 1, places);
      }
    }
  }

  /** Whether a value has the type that a field wants. */
  static boolean fits(Shape shape, YamlNode value) {
    if (Scope.isNull(value) || OpenNodes.isPlaceholder(value) || shape.types == 0) {
      return true;
    }
    if (value instanceof YamlMapping) {
      return shape.allows(Shape.OBJECT);
    }
    if (value instanceof YamlSequence sequence) {
      return shape.allows(Shape.LIST)
          && (shape.items == null
              || sequence.items().isEmpty()
              || fits(shape.items, sequence.items().get(0)));
    }
    YamlScalar scalar = (YamlScalar) value;
    if (shape.allowed != null && !Arrays.asList(shape.allowed).contains(scalar.text())) {
      return false;
    }
    return switch (scalar.type()) {
      case STRING -> shape.allows(Shape.STRING);
      case INTEGER, NUMBER -> shape.allows(Shape.INTEGER) || shape.allows(Shape.NUMBER);
      case BOOLEAN -> shape.allows(Shape.BOOLEAN);
      case NULL -> true;
    };
  }
}
