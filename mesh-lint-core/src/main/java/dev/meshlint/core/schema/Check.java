package dev.meshlint.core.schema;

import dev.meshlint.core.yaml.YamlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Something that must hold between several values around one place. */
interface Check {
  /** Reports what does not hold. */
  void run(YamlNode node, Scope scope, Problems problems);

  /**
   * Reads a check as the keyword {@code checks} writes it: {@code when} (a {@link Condition}; left out: always), one or
   * more consequences ({@code require}, {@code requireAny}, {@code forbid}, {@code ignored}, {@code reject}, {@code
   * expect}), and how to say it: {@code because} (what follows the colon), {@code message} (the whole sentence), {@code
   * help}, {@code id}, {@code severity}, {@code case}.
   */
  static Check of(Map<String, Object> source) {
    Condition when = Condition.of(KeywordTree.map(source.get("when")));
    Wording wording =
        new Wording(
            KeywordTree.text(source.get("id")),
            KeywordTree.text(source.get(source.containsKey("case") ? "case" : "severity")),
            KeywordTree.text(source.get("message")),
            KeywordTree.text(source.get("because")),
            KeywordTree.text(source.get("help")));
    List<Consequence> consequences = new ArrayList<>();
    for (Map.Entry<String, Object> entry : source.entrySet()) {
      switch (entry.getKey()) {
        case "require" -> {
          for (String path : KeywordTree.strings(entry.getValue())) {
            consequences.add(new Consequences.Require(List.of(ValuePath.of(path))));
          }
        }
        case "requireAny" -> consequences.add(new Consequences.Require(paths(entry.getValue())));
        case "forbid" -> consequences.add(new Consequences.Forbid(paths(entry.getValue()), false));
        case "ignored" -> consequences.add(new Consequences.Forbid(paths(entry.getValue()), true));
        case "reject" -> consequences.add(new Consequences.Reject(paths(entry.getValue())));
        case "expect" -> {
          for (Map.Entry<String, Object> one : KeywordTree.map(entry.getValue()).entrySet()) {
            consequences.add(
                new Consequences.Expect(ValuePath.of(one.getKey()), ValueTest.of(one.getValue())));
          }
        }
        case "when", "id", "case", "severity", "message", "because", "help" -> {
          // read above
        }
        default -> throw new IllegalArgumentException("unknown part of a check: " + entry.getKey());
      }
    }
    if (consequences.isEmpty()) {
      throw new IllegalArgumentException("a check without consequence: " + source);
    }
    return new Conditional(when, wording, consequences);
  }

  private static List<ValuePath> paths(Object source) {
    List<ValuePath> paths = new ArrayList<>();
    for (String path : KeywordTree.strings(source)) {
      paths.add(ValuePath.of(path));
    }
    return paths;
  }

  /** What follows when a condition holds. */
  interface Consequence {
    void apply(YamlNode node, Scope scope, Wording wording, Problems problems);
  }

  /**
   * How a check speaks.
   *
   * @param id the id of the finding; null for the usual one of the consequence
   * @param severity the severity where it is not the usual one, or the case of the rule
   * @param message the whole sentence; {@code {value}} stands for the value
   * @param because what follows the colon of the usual sentence
   * @param help what to do
   */
  record Wording(
      @Nullable String id,
      @Nullable String severity,
      @Nullable String message,
      @Nullable String because,
      @Nullable String help) {
    boolean speaks() {
      return message != null || because != null;
    }

    String id(String usual) {
      return id == null ? usual : id;
    }

    String sentence(String usual, @Nullable String value) {
      if (message != null) {
        return value == null ? message : message.replace("{value}", Values.shorten(value));
      }
      return because == null ? usual : usual + ": " + because;
    }
  }

  /** Consequences under a condition. */
  record Conditional(Condition when, Wording wording, List<Consequence> consequences)
      implements Check {
    @Override
    public void run(YamlNode node, Scope scope, Problems problems) {
      if (when.holds(node, scope) == Tri.YES) {
        for (Consequence consequence : consequences) {
          consequence.apply(node, scope, wording, problems);
        }
      }
    }
  }
}
