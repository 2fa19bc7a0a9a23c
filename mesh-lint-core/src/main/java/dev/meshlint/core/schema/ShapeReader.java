package dev.meshlint.core.schema;

import java.io.DataInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the shapes of one kind from its compiled table; {@code ShapeWriter} is the other end. */
final class ShapeReader {
  static final int HAS_FIELDS = 1;
  static final int HAS_VALUES = 1 << 1;
  static final int HAS_ITEMS = 1 << 2;
  static final int HAS_REQUIRED = 1 << 3;
  static final int HAS_ALLOWED = 1 << 4;
  static final int HAS_FORMAT = 1 << 5;
  static final int HAS_RANGE = 1 << 6;
  static final int HAS_SIZES = 1 << 7;
  static final int HAS_EXTRAS = 1 << 8;
  static final int IS_OPEN = 1 << 9;
  static final int IS_UNIQUE = 1 << 10;
  static final int HAS_PATTERN = 1 << 11;

  private final DataInputStream in;
  private String[] strings = {};

  ShapeReader(DataInputStream in) {
    this.in = in;
  }

  /** All shapes of the table, by their numbers. */
  Shape[] read() throws IOException {
    strings = new String[in.readUnsignedShort()];
    for (int i = 0; i < strings.length; i++) {
      strings[i] = in.readUTF();
    }
    Shape[] shapes = new Shape[in.readUnsignedShort()];
    for (int i = 0; i < shapes.length; i++) {
      shapes[i] = new Shape();
    }
    for (Shape shape : shapes) {
      fill(shape, shapes);
    }
    return shapes;
  }

  private void fill(Shape shape, Shape[] all) throws IOException {
    int parts = in.readUnsignedShort();
    shape.types = in.readUnsignedByte();
    shape.open = (parts & IS_OPEN) != 0;
    shape.uniqueItems = (parts & IS_UNIQUE) != 0;
    if ((parts & HAS_FIELDS) != 0) {
      int count = in.readUnsignedShort();
      shape.names = new String[count];
      shape.fields = new Shape[count];
      for (int i = 0; i < count; i++) {
        shape.names[i] = string();
        shape.fields[i] = all[in.readUnsignedShort()];
      }
    }
    if ((parts & HAS_VALUES) != 0) {
      shape.values = all[in.readUnsignedShort()];
    }
    if ((parts & HAS_ITEMS) != 0) {
      shape.items = all[in.readUnsignedShort()];
    }
    if ((parts & HAS_REQUIRED) != 0) {
      shape.required = strings();
    }
    if ((parts & HAS_ALLOWED) != 0) {
      shape.allowed = strings();
    }
    if ((parts & HAS_FORMAT) != 0) {
      shape.format = Formats.named(string());
    }
    if ((parts & HAS_PATTERN) != 0) {
      shape.pattern = string();
    }
    if ((parts & HAS_RANGE) != 0) {
      shape.minimum = in.readDouble();
      shape.maximum = in.readDouble();
    }
    if ((parts & HAS_SIZES) != 0) {
      shape.minLength = in.readInt();
      shape.maxLength = in.readInt();
      shape.minItems = in.readInt();
      shape.maxItems = in.readInt();
      shape.minProperties = in.readInt();
      shape.maxProperties = in.readInt();
    }
    if ((parts & HAS_EXTRAS) != 0) {
      shape.extras = extras(KeywordTree.map(tree()));
    }
  }

  /** The keywords that few shapes have; also called by the compiler, so that mistakes stop the build. */
  static Shape.Extras extras(Map<String, Object> keywords) {
    List<Check> checks = new ArrayList<>();
    for (Object check : KeywordTree.list(keywords.get("checks"))) {
      checks.add(Check.of(KeywordTree.map(check)));
    }
    if (keywords.containsKey("discriminator")) {
      checks.add(Discriminator.of(KeywordTree.map(keywords.get("discriminator"))));
    }
    for (String name : KeywordTree.strings(keywords.get("check"))) {
      checks.add(NamedChecks.named(name));
    }
    String keys = KeywordTree.text(keywords.get("keys"));
    return new Shape.Extras(
        KeywordTree.sets(keywords.get("mutuallyExclusive")),
        KeywordTree.sets(keywords.get("exactlyOneOf")),
        KeywordTree.sets(keywords.get("atLeastOneOf")),
        KeywordTree.sets(keywords.get("uniqueBy")),
        List.copyOf(checks),
        KeywordTree.texts(keywords.get("renamed")),
        KeywordTree.texts(keywords.get("hints")),
        KeywordTree.texts(keywords.get("aliases")),
        KeywordTree.texts(keywords.get("replacedValues")),
        KeywordTree.text(keywords.get("deprecation")),
        KeywordTree.text(keywords.get("replacedBy")),
        KeywordTree.text(keywords.get("since")),
        KeywordTree.text(keywords.get("channel")),
        KeywordTree.text(keywords.get("severity")),
        keys == null ? null : Formats.named(keys),
        KeywordTree.text(keywords.get("says")),
        pruned(keywords.get("pruned")),
        KeywordTree.text(keywords.get("strays")),
        "true".equals(keywords.get("loose")),
        KeywordTree.text(keywords.get("default")));
  }

  private static Map<String, String> pruned(@Nullable Object value) {
    String ofAll = KeywordTree.text(value);
    return ofAll == null ? KeywordTree.texts(value) : Map.of("", ofAll);
  }

  private String string() throws IOException {
    return strings[in.readUnsignedShort()];
  }

  private String[] strings() throws IOException {
    String[] list = new String[in.readUnsignedShort()];
    for (int i = 0; i < list.length; i++) {
      list[i] = string();
    }
    return list;
  }

  private @Nullable Object tree() throws IOException {
    switch (in.readUnsignedByte()) {
      case 1 -> {
        return string();
      }
      case 2 -> {
        int count = in.readUnsignedShort();
        List<@Nullable Object> list = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
          list.add(tree());
        }
        return list;
      }
      case 3 -> {
        int count = in.readUnsignedShort();
        Map<String, @Nullable Object> map = new LinkedHashMap<>(count * 2);
        for (int i = 0; i < count; i++) {
          map.put(string(), tree());
        }
        return map;
      }
      default -> {
        return null;
      }
    }
  }
}
