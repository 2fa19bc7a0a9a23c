package dev.meshlint.core.schema;

import dev.meshlint.core.yaml.YamlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A condition on values of one resource, as the keyword {@code when} writes it: paths with what must hold for their
 * values, all of them; {@code any} for a list of conditions of which one is enough; {@code not} for the opposite.
 */
interface Condition {
  /** Whether it holds, seen from this value. */
  Tri holds(YamlNode current, Scope scope);

  /** Reads a condition. */
  static Condition of(Map<String, Object> source) {
    List<Condition> all = new ArrayList<>();
    for (Map.Entry<String, Object> entry : source.entrySet()) {
      switch (entry.getKey()) {
        case "any" -> {
          List<Condition> alternatives = new ArrayList<>();
          for (Object alternative : KeywordTree.list(entry.getValue())) {
            alternatives.add(of(KeywordTree.map(alternative)));
          }
          all.add(new Any(alternatives));
        }
        case "not" -> all.add(new Not(of(KeywordTree.map(entry.getValue()))));
        default ->
            all.add(new OfValue(ValuePath.of(entry.getKey()), ValueTest.of(entry.getValue())));
      }
    }
    return all.size() == 1 ? all.get(0) : new All(all);
  }

  /** All of them hold. */
  record All(List<Condition> parts) implements Condition {
    @Override
    public Tri holds(YamlNode current, Scope scope) {
      Tri holds = Tri.YES;
      for (Condition part : parts) {
        holds = holds.and(part.holds(current, scope));
        if (holds == Tri.NO) {
          return Tri.NO;
        }
      }
      return holds;
    }
  }

  /** One of them holds. */
  record Any(List<Condition> parts) implements Condition {
    @Override
    public Tri holds(YamlNode current, Scope scope) {
      Tri holds = Tri.NO;
      for (Condition part : parts) {
        holds = holds.or(part.holds(current, scope));
        if (holds == Tri.YES) {
          return Tri.YES;
        }
      }
      return holds;
    }
  }

  /** It does not hold. */
  record Not(Condition condition) implements Condition {
    @Override
    public Tri holds(YamlNode current, Scope scope) {
      return condition.holds(current, scope).not();
    }
  }

  /** What a path leads to passes a test. */
  record OfValue(ValuePath path, ValueTest test) implements Condition {
    @Override
    public Tri holds(YamlNode current, Scope scope) {
      return path.isHidden(current, scope)
          ? Tri.UNKNOWN
          : test.passes(path.find(current, scope), current, scope);
    }
  }
}
