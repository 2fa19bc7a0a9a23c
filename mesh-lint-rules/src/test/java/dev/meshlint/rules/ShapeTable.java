package dev.meshlint.rules;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * A good resource, and what is judged when something in it changes:
 *
 * <pre>{@code
 * - kind: networking.istio.io/v1 VirtualService
 *   resource: {spec: {hosts: [shop.example.com], http: [{redirect: {uri: /}}]}}
 *   accepted:
 *     - spec.http[0].timeout: 1m30s
 *   schema-invalid-value:
 *     - spec.http[0].timeout: 5 minutes
 *     - {spec.hosts: [shop, shop], at: "spec.hosts[1]", says: twice}
 * }</pre>
 *
 * <p>With {@code below: spec.http[0]} a path may start there: {@code .timeout}. A line sets the values of paths; {@code null} takes a value away. What is refused gives one finding, of the rule above
 * it, at the first path or at {@code at}; {@code says} is a part of its message. With {@code kinds}, a list, the lines hold for
 * several kinds or versions.
 *
 * @param title the kind
 * @param rows the lines, the resource as it is being the first
 */
record ShapeTable(String title, List<Row> rows) {
  private static final Pattern STEP = Pattern.compile("\\[([^\\]]*)\\]|([^.\\[]+)");

  /**
   * A line.
   *
   * @param title what is set
   * @param manifest the resource with it
   * @param rules the rules that are asked beside those of shapes: for what is accepted, all that the table names
   * @param expected the findings: rule and path
   * @param says a part of every message
   */
  record Row(
      String title, String manifest, List<String> rules, List<String> expected, String says) {}

  @SuppressWarnings("unchecked")
  static List<ShapeTable> read(String text) {
    List<ShapeTable> tables = new ArrayList<>();
    for (Object entry : (List<Object>) load(text)) {
      Map<String, Object> table = (Map<String, Object>) entry;
      Object kinds = table.remove("kinds");
      Object kind = table.remove("kind");
      for (Object one : kinds == null ? List.of(kind) : (List<Object>) kinds) {
        tables.add(table((String) one, copy(table)));
      }
    }
    return tables;
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> copy(Map<String, Object> table) {
    return (Map<String, Object>) load(json(table));
  }

  private static Object load(String text) {
    return new Load(LoadSettings.builder().build()).loadFromString(text);
  }

  @SuppressWarnings("unchecked")
  private static ShapeTable table(String title, Map<String, Object> entry) {
    String[] kind = title.split(" ", 2);
    Map<String, Object> resource = new LinkedHashMap<>();
    resource.put("apiVersion", kind[0]);
    resource.put("kind", kind[1]);
    resource.put("metadata", new LinkedHashMap<>(Map.of("name", "one")));
    resource.putAll((Map<String, Object>) entry.remove("resource"));
    Object below = entry.remove("below");
    List<String> rules = new ArrayList<>(entry.keySet());
    rules.remove("accepted");
    List<Row> rows = new ArrayList<>();
    rows.add(new Row("as it is", json(resource), rules, List.of(), ""));
    entry.forEach(
        (rule, lines) -> {
          for (Object line : (List<Object>) lines) {
            rows.add(row(rule, rules, full((Map<String, Object>) line, below), json(resource)));
          }
        });
    return new ShapeTable(title, rows);
  }

  private static Map<String, Object> full(Map<String, Object> line, Object below) {
    Map<String, Object> full = new LinkedHashMap<>();
    line.forEach((path, value) -> full.put(full(path, below), value));
    full.computeIfPresent("at", (key, path) -> full((String) path, below));
    return full;
  }

  private static String full(String path, Object below) {
    if (!path.startsWith(".")) {
      return path;
    }
    boolean item = path.equals(".") || path.startsWith(".[");
    return below + path.substring(item ? 1 : 0);
  }

  @SuppressWarnings("unchecked")
  private static Row row(
      String rule, List<String> rules, Map<String, Object> line, String resource) {
    Object at = line.remove("at");
    Object says = line.remove("says");
    Map<String, Object> changed = (Map<String, Object>) load(resource);
    line.forEach((path, value) -> set(changed, path, value));
    Object first = line.keySet().iterator().next();
    boolean accepted = rule.equals("accepted");
    return new Row(
        rule + ": " + json(line),
        json(changed),
        accepted ? rules : List.of(rule),
        accepted ? List.of() : List.of(rule + " at " + (at == null ? first : at)),
        says == null ? "" : (String) says);
  }

  @SuppressWarnings("unchecked")
  private static void set(Map<String, Object> root, String path, Object value) {
    List<Object> steps = new ArrayList<>();
    Matcher step = STEP.matcher(path);
    while (step.find()) {
      String inBrackets = step.group(1);
      boolean index = inBrackets != null && inBrackets.matches("[0-9]{1,2}");
      steps.add(
          index ? Integer.valueOf(inBrackets) : inBrackets == null ? step.group(2) : inBrackets);
    }
    Object at = root;
    for (int i = 0; i < steps.size() - 1; i++) {
      Object next = get(at, steps.get(i));
      if (next == null) {
        next = steps.get(i + 1) instanceof Integer ? new ArrayList<>() : new LinkedHashMap<>();
        put(at, steps.get(i), next);
      }
      at = next;
    }
    put(at, steps.get(steps.size() - 1), value);
  }

  private static Object get(Object at, Object step) {
    if (at instanceof List<?> list) {
      int index = (Integer) step;
      return index < list.size() ? list.get(index) : null;
    }
    return ((Map<?, ?>) at).get(step);
  }

  @SuppressWarnings("unchecked")
  private static void put(Object at, Object step, Object value) {
    if (at instanceof List<?> list) {
      int index = (Integer) step;
      if (index == list.size()) {
        ((List<Object>) list).add(value);
      } else {
        ((List<Object>) list).set(index, value);
      }
    } else if (value == null) {
      ((Map<String, Object>) at).remove(step);
    } else {
      ((Map<String, Object>) at).put((String) step, value);
    }
  }

  /** JSON, in which every text is in quotes. */
  private static String json(Object value) {
    StringBuilder json = new StringBuilder();
    write(value, json);
    return json.toString();
  }

  private static void write(Object value, StringBuilder json) {
    if (value instanceof Map<?, ?> map) {
      String separator = "{";
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        json.append(separator);
        write(String.valueOf(entry.getKey()), json);
        json.append(": ");
        write(entry.getValue(), json);
        separator = ", ";
      }
      json.append(map.isEmpty() ? "{}" : "}");
    } else if (value instanceof List<?> list) {
      String separator = "[";
      for (Object item : list) {
        json.append(separator);
        write(item, json);
        separator = ", ";
      }
      json.append(list.isEmpty() ? "[]" : "]");
    } else if (value instanceof String text) {
      json.append('"')
          .append(text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n"))
          .append('"');
    } else {
      json.append(value);
    }
  }
}
