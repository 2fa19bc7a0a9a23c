package dev.meshlint.core.model;

import dev.meshlint.core.value.LabelSelector.Operator;
import dev.meshlint.core.value.LabelSelector.Requirement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One of the {@code matchExpressions} of a label selector. */
public final class LabelRequirement extends View {
  /** Makes the view. */
  public LabelRequirement(At at) {
    super(at);
  }

  /** The label's key. */
  public @Nullable Text key() {
    return text("key");
  }

  /** {@code In}, {@code NotIn}, {@code Exists} or {@code DoesNotExist}. */
  public @Nullable Text operator() {
    return text("operator");
  }

  /** The values; empty for {@code Exists} and {@code DoesNotExist}. */
  public List<Text> values() {
    return texts("values");
  }

  /** The requirement to match labels with; null where a part of it is missing or cannot be relied on. */
  @Nullable Requirement known() {
    String key = value("key", Text.Format.TEXT);
    String written = value("operator", Text.Format.TEXT);
    Operator operator = written == null ? null : Operator.parse(written);
    if (key == null || operator == null || isOpen("values")) {
      return null;
    }
    List<String> values = new ArrayList<>();
    for (Text value : values()) {
      values.add(value.value());
    }
    return new Requirement(key, operator, values);
  }
}
