package dev.meshlint.core.schema;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What is known about the shape of a kind, as text for people: {@code mesh-lint schema show}. */
public final class SchemaDescription {
  private static final Set<String> OF_ALL_KINDS =
      Set.of("apiVersion", "kind", "metadata", "status");

  private final StringBuilder out = new StringBuilder();
  private final Map<Shape, String> shown = new IdentityHashMap<>();

  private SchemaDescription() {}

  /**
   * The fields of a kind, one a line, indented as in a manifest.
   *
   * @param schemas holds the kind
   * @param kind the kind
   * @param version one of its versions
   */
  public static String of(BuiltInSchemas schemas, SchemaKind kind, SchemaKind.Version version) {
    SchemaDescription description = new SchemaDescription();
    description.fields(schemas.shape(kind, version), "", 0);
    return description.out.toString();
  }

  private void fields(Shape shape, String path, int depth) {
    for (int i = 0; i < shape.names.length; i++) {
      String name = shape.names[i];
      if (depth == 0 && OF_ALL_KINDS.contains(name)) {
        continue;
      }
      boolean required = Arrays.asList(shape.required).contains(name);
      line(name, shape.fields[i], required, path.isEmpty() ? name : path + "." + name, depth);
    }
    if (shape.values != null) {
      line("<key>", shape.values, false, path + ".<key>", depth);
    }
  }

  private void line(String name, Shape shape, boolean required, String path, int depth) {
    out.append("  ".repeat(depth)).append(name).append(": ").append(type(shape));
    for (String part : parts(shape)) {
      out.append(", ").append(part);
    }
    if (required) {
      out.append(", required");
    }
    Shape inside = shape.items == null ? shape : shape.items;
    boolean nested = inside.names.length > 0 || inside.values != null;
    String before = nested ? shown.putIfAbsent(inside, path) : null;
    if (before != null) {
      out.append(", as ").append(before).append('\n');
      return;
    }
    out.append('\n');
    if (nested) {
      fields(inside, path, depth + 1);
    }
  }

  private static String type(Shape shape) {
    if (shape.types == 0) {
      return "anything";
    }
    if (shape.items != null && shape.allows(Shape.LIST)) {
      return "list of " + plural(shape.items);
    }
    String name = Values.typeName(shape);
    return name.startsWith("a ")
        ? name.substring(2)
        : name.startsWith("an ") ? name.substring(3) : name;
  }

  private static String plural(Shape items) {
    String type = type(items);
    List<String> parts = parts(items);
    return (type.equals("object") ? "objects" : type)
        + (parts.isEmpty() ? "" : " (" + String.join(", ", parts) + ")");
  }

  private static List<String> parts(Shape shape) {
    List<String> parts = new ArrayList<>();
    if (shape.allowed != null) {
      parts.add("one of " + Values.choice(Arrays.asList(shape.allowed)));
    }
    if (shape.format != null) {
      parts.add(shape.format.says());
    }
    if (!Double.isNaN(shape.minimum)) {
      parts.add("from " + Numbers.show(shape.minimum));
    }
    if (!Double.isNaN(shape.maximum)) {
      parts.add("up to " + Numbers.show(shape.maximum));
    }
    if (shape.maxLength >= 0) {
      parts.add("at most " + shape.maxLength + " characters");
    }
    if (shape.maxItems >= 0) {
      parts.add("at most " + shape.maxItems + " items");
    }
    if (shape.extras != null) {
      extras(shape.extras, parts);
    }
    return parts;
  }

  private static void extras(Shape.Extras extras, List<String> parts) {
    if (extras.fallback() != null) {
      parts.add("default " + Values.quote(extras.fallback()));
    }
    for (List<String> set : extras.exactlyOne()) {
      parts.add("exactly one of " + Values.choice(set));
    }
    for (List<String> set : extras.exclusive()) {
      parts.add("at most one of " + Values.choice(set));
    }
    for (List<String> set : extras.atLeastOne()) {
      parts.add("at least one of " + Values.choice(set));
    }
    if (extras.since() != null) {
      parts.add("since " + extras.since());
    }
    if (extras.channel() != null) {
      parts.add(extras.channel() + " channel");
    }
    if (extras.deprecation() != null) {
      parts.add(
          "deprecated" + (extras.deprecation().isEmpty() ? "" : " (" + extras.deprecation() + ")"));
    }
  }
}
