package dev.meshlint.core.value;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A label selector and what it selects (Kubernetes documentation, "Labels and Selectors"): all
 * requirements must hold; without any it selects everything.
 *
 * @param labels labels that must be there with this value: {@code matchLabels} or a plain map
 * @param expressions further requirements: {@code matchExpressions}
 */
public record LabelSelector(Map<String, String> labels, List<Requirement> expressions) {
  /** What a requirement asks of a label. */
  public enum Operator {
    /** It is there with one of the values. */
    IN("In"),
    /** It is absent, or has none of the values. */
    NOT_IN("NotIn"),
    /** It is there. */
    EXISTS("Exists"),
    /** It is absent. */
    DOES_NOT_EXIST("DoesNotExist");

    private final String text;

    Operator(String text) {
      this.text = text;
    }

    /** The operator of this spelling; null if there is none. The case counts. */
    public static @Nullable Operator parse(String text) {
      for (Operator operator : values()) {
        if (operator.text.equals(text)) {
          return operator;
        }
      }
      return null;
    }

    /** As it is written in a manifest. */
    @Override
    public String toString() {
      return text;
    }
  }

  /**
   * One entry of {@code matchExpressions}.
   *
   * @param key the label's key
   * @param operator what is asked of it
   * @param values the values of {@code In} and {@code NotIn}
   */
  public record Requirement(String key, Operator operator, List<String> values) {
    /** Makes the list unmodifiable. */
    public Requirement {
      values = List.copyOf(values);
    }

    /** Whether these labels meet the requirement. */
    public boolean matches(Map<String, String> labels) {
      String value = labels.get(key);
      return switch (operator) {
        case IN -> value != null && values.contains(value);
        case NOT_IN -> value == null || !values.contains(value);
        case EXISTS -> value != null;
        case DOES_NOT_EXIST -> value == null;
      };
    }
  }

  /** Selects everything. */
  public static final LabelSelector EVERYTHING = new LabelSelector(Map.of(), List.of());

  /** Makes map and list unmodifiable. */
  public LabelSelector {
    labels = Map.copyOf(labels);
    expressions = List.copyOf(expressions);
  }

  /** A selector of labels with their values only. */
  public static LabelSelector ofLabels(Map<String, String> labels) {
    return new LabelSelector(labels, List.of());
  }

  /** Whether it selects everything because it asks nothing. */
  public boolean isEmpty() {
    return labels.isEmpty() && expressions.isEmpty();
  }

  /** Whether it selects something that carries these labels. */
  public boolean matches(Map<String, String> carried) {
    for (Map.Entry<String, String> label : labels.entrySet()) {
      if (!label.getValue().equals(carried.get(label.getKey()))) {
        return false;
      }
    }
    for (Requirement requirement : expressions) {
      if (!requirement.matches(carried)) {
        return false;
      }
    }
    return true;
  }
}
