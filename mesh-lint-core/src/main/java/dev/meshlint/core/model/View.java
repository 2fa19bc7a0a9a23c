package dev.meshlint.core.model;

import dev.meshlint.core.manifest.Located;
import dev.meshlint.core.manifest.Resource;
import dev.meshlint.core.yaml.YamlMapping;
import dev.meshlint.core.yaml.YamlNode;
import dev.meshlint.core.yaml.YamlScalar;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
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
  // The parts of the place themselves: every question of every rule goes through them.
  private final Resource resource;
  private final YamlNode nearest;
  private final @Nullable YamlMapping mapping;

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
    resource = at.resource();
    nearest = at.nearest();
    mapping = at.mapping();
  }

  /** The place of a whole resource. */
  public static At root(Resource resource) {
    return new At(resource, resource.node(), resource.node());
  }

  @Override
  public final Resource resource() {
    return resource;
  }

  @Override
  public final YamlNode node() {
    return nearest;
  }

  /** Whether the object is there. */
  public final boolean present() {
    return mapping != null;
  }

  /** Whether a key is there with a value other than null, whatever its type. */
  public final boolean has(String key) {
    return value(key) != null;
  }

  /** Whether the object is there and has no entries. */
  public final boolean isEmpty() {
    return mapping != null && mapping.entries().isEmpty();
  }

  /**
   * Whether something is written here that cannot be relied on: a placeholder, a value of the wrong type, or one that a
   * schema finding says is wrong. Such an object is not {@link #present()}, but it is not missing either.
   */
  public final boolean open() {
    if (mapping != null) {
      return false;
    }
    return nearest instanceof YamlScalar scalar
        ? !scalar.isNull()
        : Nodes.object(resource, nearest) == null;
  }

  /**
   * Whether the value under a key, or an item of the list there, cannot be relied on: it holds a placeholder, or a schema
   * finding says that it is wrong. Ask it before concluding something from what is missing there.
   */
  public final boolean isOpen(String key) {
    YamlNode value = value(key);
    return value == null ? open() : Nodes.isOpen(resource, value);
  }

  /** The object under a key, as a view of this type. */
  public final <V extends View> V child(String key, Function<At, V> type) {
    return type.apply(place(key));
  }

  /** The object under a key. */
  public final View child(String key) {
    return new View(place(key));
  }

  /** The YAML inside the text under a key, as a view of this type; see {@link Text#yaml}. */
  public final <V extends View> V embedded(String key, Function<At, V> type) {
    Text text = raw(key);
    return text == null ? child(key, type) : text.yaml(type);
  }

  /** The same object as a view of another type. */
  public final <V extends View> V as(Function<At, V> type) {
    return type.apply(new At(resource, nearest, mapping));
  }

  /** The objects of the list under a key; items of another type are left out. */
  public final <V extends View> List<V> list(String key, Function<At, V> type) {
    List<YamlNode> items = Nodes.items(resource, value(key));
    if (items.isEmpty()) {
      return List.of();
    }
    List<V> views = new ArrayList<>(items.size());
    for (YamlNode item : items) {
      YamlMapping mapping = Nodes.object(resource, item);
      if (mapping != null) {
        views.add(type.apply(new At(resource, mapping, mapping)));
      }
    }
    return Collections.unmodifiableList(views);
  }

  /** The objects of the list under a key. */
  public final List<View> list(String key) {
    return list(key, View::new);
  }

  /** The objects of the mapping under a key, by their keys; for maps such as header matches. */
  public final <V extends View> List<Named<V>> map(String key, Function<At, V> type) {
    return map(place(key).mapping(), type);
  }

  /** The objects of this object itself, by their keys. */
  public final <V extends View> List<Named<V>> map(Function<At, V> type) {
    return map(mapping, type);
  }

  private <V extends View> List<Named<V>> map(@Nullable YamlMapping object, Function<At, V> type) {
    if (object == null) {
      return List.of();
    }
    List<Named<V>> views = new ArrayList<>(object.entries().size());
    for (YamlMapping.Entry entry : object.entries()) {
      Text name = Nodes.name(resource, entry, object);
      if (name != null) {
        At place = new At(resource, entry.value(), Nodes.object(resource, entry.value()));
        views.add(new Named<>(name, type.apply(place)));
      }
    }
    return views;
  }

  /** The scalar entries of the mapping under a key: labels, annotations, selectors. */
  public final List<Named<Text>> entries(String key) {
    return Nodes.entries(resource, place(key).mapping());
  }

  /** The scalar entries of this object itself, where it is a map such as labels. */
  public final List<Named<Text>> entries() {
    return Nodes.entries(resource, mapping);
  }

  /** One of them; null where there is none with this name. */
  public final @Nullable Named<Text> entry(String key, String name) {
    YamlMapping object = place(key).mapping();
    if (object == null) {
      return null;
    }
    YamlMapping.Entry entry = object.entry(name);
    return entry == null ? null : Nodes.scalarEntry(resource, entry, object);
  }

  /** Goes through their names, each once. */
  public final void eachName(String key, Consumer<String> visitor) {
    YamlMapping object = place(key).mapping();
    if (object != null) {
      for (YamlMapping.Entry entry : object.entries()) {
        String name = entry.name();
        if (name != null
            && entry.value() instanceof YamlScalar
            && entry.value() == object.get(name)) {
          visitor.accept(name);
        }
      }
    }
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
    return (text == null || text.open()) ? null : text.value();
  }

  /** The scalar under a key as a whole number; null where it is absent, open or no number. */
  public final @Nullable Integer integer(String key) {
    Text text = text(key);
    return (text == null || text.open()) ? null : text.integer();
  }

  /** The scalar under a key as a truth value; null where it is absent, open or none. */
  public final @Nullable Boolean flag(String key) {
    Text text = text(key);
    return (text == null || text.open()) ? null : text.flag();
  }

  /** The scalar under a key as a Go duration; null where it is absent, open or none. */
  public final @Nullable Duration duration(String key) {
    Text text = text(key);
    return (text == null || text.open()) ? null : text.duration();
  }

  /** Whether the scalar under a key is the boolean true. */
  public final boolean isTrue(String key) {
    return Boolean.TRUE.equals(flag(key));
  }

  /**
   * The scalar under a key as one of these values, which are spelt like their names.
   *
   * @param key the key
   * @param values the values of the enum
   * @param absent what the mesh takes where nothing is written
   * @param unknown what stands for a placeholder or for a value that is none of them
   */
  public final <E extends Enum<E>> E choice(String key, E[] values, E absent, E unknown) {
    if (!has(key)) {
      return open() ? unknown : absent;
    }
    String written = value(key, Text.Format.TEXT);
    for (E value : values) {
      if (value.name().equals(written)) {
        return value;
      }
    }
    return unknown;
  }

  /** The scalars of the list under a key. */
  public final List<Text> texts(String key) {
    return scalars(key, Text.Format.TEXT);
  }

  /** As {@link #texts}, for names, hosts, CIDRs and URLs. */
  public final List<Text> names(String key) {
    return scalars(key, Text.Format.NAME);
  }

  /** As {@link #texts}, for regular expressions and other languages. */
  public final List<Text> raws(String key) {
    return scalars(key, Text.Format.RAW);
  }

  /** The key itself as a place, for "this field should not be here"; the object where the key is absent. */
  public final Located key(String key) {
    YamlMapping.Entry entry = mapping == null ? null : mapping.entry(key);
    return new Spot(resource, entry == null ? node() : entry.key());
  }

  /** The value under a key as a place, whatever its type; the object where the key is absent. */
  public final Located at(String key) {
    YamlNode value = value(key);
    return new Spot(resource, value == null ? node() : value);
  }

  private record Spot(Resource resource, YamlNode node) implements Located {}

  private At place(String key) {
    YamlNode value = value(key);
    return value == null
        ? new At(resource, node(), null)
        : new At(resource, value, Nodes.object(resource, value));
  }

  private @Nullable Text scalar(String key, Text.Format format) {
    return value(key) instanceof YamlScalar scalar ? new Text(resource, scalar, format) : null;
  }

  private List<Text> scalars(String key, Text.Format format) {
    List<YamlNode> items = Nodes.items(resource, value(key));
    List<Text> texts = new ArrayList<>(items.size());
    for (YamlNode item : items) {
      if (item instanceof YamlScalar scalar && !scalar.isNull()) {
        texts.add(new Text(resource, scalar, format));
      }
    }
    return texts;
  }

  private @Nullable YamlNode value(String key) {
    YamlNode value = mapping == null ? null : mapping.get(key);
    return value instanceof YamlScalar scalar && scalar.isNull() ? null : value;
  }
}
