package dev.meshlint.core.model;

import dev.meshlint.core.manifest.Located;
import dev.meshlint.core.manifest.Resource;
import dev.meshlint.core.yaml.YamlMapping;
import dev.meshlint.core.yaml.YamlNode;
import dev.meshlint.core.yaml.YamlScalar;
import dev.meshlint.core.yaml.YamlSequence;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A typed look at one object inside a resource. Nothing is read before it is asked for.
 *
 * <p>An absent object is a view too: {@link #present()} is false, every question gives the empty answer, and
 * {@link #node()} is the nearest node around it that exists, so that "missing" has a place. A value of the wrong type
 * counts as absent: the schema stage has said so already. Null counts as absent, as the API server has it.
 */
public class View implements Located {
  private final At at;

  /**
   * A place in a resource, from which a view is made.
   *
   * @param resource the resource
   * @param nearest the node itself or the nearest one around it
   * @param mapping the object's mapping; null if it is absent
   */
  public record At(Resource resource, YamlNode nearest, @Nullable YamlMapping mapping) {}

  /** Makes a view on the object at this place. */
  public View(At at) {
    this.at = at;
  }

  /** The place of a whole resource. */
  public static At root(Resource resource) {
    return new At(resource, resource.node(), resource.node());
  }

  @Override
  public final Resource resource() {
    return at.resource();
  }

  @Override
  public final YamlNode node() {
    return at.nearest();
  }

  /** Whether the object is there. */
  public final boolean present() {
    return at.mapping() != null;
  }

  /** Whether a key is there with a value other than null, whatever its type. */
  public final boolean has(String key) {
    return value(key) != null;
  }

  /** Whether the object is there and has no entries. */
  public final boolean isEmpty() {
    return at.mapping() != null && at.mapping().entries().isEmpty();
  }

  /** The object under a key, as a view of this type. */
  public final <V extends View> V child(String key, Function<At, V> type) {
    return type.apply(place(key));
  }

  /** The object under a key. */
  public final View child(String key) {
    return new View(place(key));
  }

  /** The objects of the list under a key; items of another type are left out. */
  public final <V extends View> List<V> list(String key, Function<At, V> type) {
    if (!(value(key) instanceof YamlSequence sequence)) {
      return List.of();
    }
    List<V> views = new ArrayList<>(sequence.items().size());
    for (YamlNode item : sequence.items()) {
      if (item instanceof YamlMapping mapping && !resource().isInvalid(item)) {
        views.add(type.apply(new At(resource(), mapping, mapping)));
      }
    }
    return views;
  }

  /** The objects of the list under a key. */
  public final List<View> list(String key) {
    return list(key, View::new);
  }

  /** The objects of the mapping under a key, by their keys; for maps such as header matches. */
  public final <V extends View> List<Named<V>> map(String key, Function<At, V> type) {
    if (!(value(key) instanceof YamlMapping mapping)) {
      return List.of();
    }
    List<Named<V>> views = new ArrayList<>(mapping.entries().size());
    for (YamlMapping.Entry entry : mapping.entries()) {
      if (entry.key() instanceof YamlScalar name) {
        YamlMapping value = entry.value() instanceof YamlMapping object ? object : null;
        views.add(
            new Named<>(
                new Text(resource(), name, Text.Format.TEXT),
                type.apply(new At(resource(), entry.value(), value))));
      }
    }
    return views;
  }

  /** The scalar entries of the mapping under a key: labels, annotations, selectors. */
  public final List<Named<Text>> entries(String key) {
    if (!(value(key) instanceof YamlMapping mapping)) {
      return List.of();
    }
    List<Named<Text>> entries = new ArrayList<>(mapping.entries().size());
    for (YamlMapping.Entry entry : mapping.entries()) {
      if (entry.key() instanceof YamlScalar name && entry.value() instanceof YamlScalar value) {
        entries.add(
            new Named<>(
                new Text(resource(), name, Text.Format.TEXT),
                new Text(resource(), value, Text.Format.TEXT)));
      }
    }
    return entries;
  }

  /**
   * One entry of a mapping whose keys are names.
   *
   * @param key the key and its place
   * @param value the value
   */
  public record Named<T>(Text key, T value) {
    /** The key's text. */
    public String name() {
      return key.value();
    }
  }

  /** The scalar under a key; null where it is absent, null or no scalar. */
  public final @Nullable Text text(String key) {
    return scalar(key, Text.Format.TEXT);
  }

  /** As {@link #text}, for names, hosts, CIDRs and URLs, where upper-case words are placeholders too. */
  public final @Nullable Text name(String key) {
    return scalar(key, Text.Format.NAME);
  }

  /** As {@link #text}, for regular expressions and other languages, where nothing is a placeholder. */
  public final @Nullable Text raw(String key) {
    return scalar(key, Text.Format.RAW);
  }

  /** The value of the scalar under a key; null where it is absent or nothing may be concluded from it. */
  public final @Nullable String value(String key, Text.Format format) {
    Text text = scalar(key, format);
    return text == null || text.open() ? null : text.value();
  }

  /** The scalar under a key as a whole number; null where it is absent, open or no number. */
  public final @Nullable Integer integer(String key) {
    Text text = text(key);
    return text == null || text.open() ? null : text.integer();
  }

  /** Whether the scalar under a key is the boolean true. */
  public final boolean isTrue(String key) {
    Text text = text(key);
    return text != null && text.is("true");
  }

  /** The scalars of the list under a key. */
  public final List<Text> texts(String key) {
    return scalars(key, Text.Format.TEXT);
  }

  /** As {@link #texts}, for names, hosts, CIDRs and URLs. */
  public final List<Text> names(String key) {
    return scalars(key, Text.Format.NAME);
  }

  /** The key itself as a place, for "this field should not be here"; the object where the key is absent. */
  public final Located key(String key) {
    YamlMapping mapping = at.mapping();
    YamlMapping.Entry entry = mapping == null ? null : mapping.entry(key);
    return new Spot(resource(), entry == null ? node() : entry.key());
  }

  /** The value under a key as a place, whatever its type; the object where the key is absent. */
  public final Located at(String key) {
    YamlNode value = value(key);
    return new Spot(resource(), value == null ? node() : value);
  }

  private record Spot(Resource resource, YamlNode node) implements Located {}

  private At place(String key) {
    YamlNode value = value(key);
    return new At(
        resource(),
        value == null ? node() : value,
        value instanceof YamlMapping mapping && !resource().isInvalid(value) ? mapping : null);
  }

  private @Nullable Text scalar(String key, Text.Format format) {
    return value(key) instanceof YamlScalar scalar ? new Text(resource(), scalar, format) : null;
  }

  private List<Text> scalars(String key, Text.Format format) {
    if (!(value(key) instanceof YamlSequence sequence)) {
      return List.of();
    }
    List<Text> texts = new ArrayList<>(sequence.items().size());
    for (YamlNode item : sequence.items()) {
      if (item instanceof YamlScalar scalar && !scalar.isNull()) {
        texts.add(new Text(resource(), scalar, format));
      }
    }
    return texts;
  }

  private @Nullable YamlNode value(String key) {
    YamlMapping mapping = at.mapping();
    YamlNode value = mapping == null ? null : mapping.get(key);
    return value instanceof YamlScalar scalar && scalar.isNull() ? null : value;
  }
}
