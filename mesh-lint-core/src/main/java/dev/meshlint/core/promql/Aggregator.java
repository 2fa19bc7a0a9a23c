package dev.meshlint.core.promql;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The operators that aggregate the series of an instant vector. */
public enum Aggregator {
  /** The sum. */
  SUM(null),
  /** The mean. */
  AVG(null),
  /** How many there are. */
  COUNT(null),
  /** The least. */
  MIN(null),
  /** The greatest. */
  MAX(null),
  /** One, whatever the values. */
  GROUP(null),
  /** The standard deviation. */
  STDDEV(null),
  /** The variance. */
  STDVAR(null),
  /** The greatest ones. */
  TOPK(ValueType.SCALAR),
  /** The least ones. */
  BOTTOMK(ValueType.SCALAR),
  /** A quantile. */
  QUANTILE(ValueType.SCALAR),
  /** How many have each value. */
  COUNT_VALUES(ValueType.STRING),
  /** Any few of them. */
  LIMITK(ValueType.SCALAR),
  /** Any share of them. */
  LIMIT_RATIO(ValueType.SCALAR);

  private final @Nullable ValueType parameter;
  private final String word = name().toLowerCase(Locale.ROOT);

  Aggregator(@Nullable ValueType parameter) {
    this.parameter = parameter;
  }

  /** How it is written, in lower case. */
  public String word() {
    return word;
  }

  /** The type of the parameter before the vector; null where there is none. */
  public @Nullable ValueType parameter() {
    return parameter;
  }

  static @Nullable Aggregator of(String word) {
    for (Aggregator aggregator : values()) {
      if (aggregator.word.equalsIgnoreCase(word)) {
        return aggregator;
      }
    }
    return null;
  }
}
