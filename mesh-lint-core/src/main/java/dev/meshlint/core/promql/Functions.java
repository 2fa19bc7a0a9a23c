package dev.meshlint.core.promql;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The functions of Prometheus 2 and 3, experimental ones included. Source: Prometheus documentation,
 * "Query functions", of version 3.16 (2026); {@code holt_winters} is that of version 2.
 */
final class Functions {
  /**
   * Result, parameters and names. The letters: n a number, t a text, v an instant vector, r a range
   * vector; what follows a question mark may be left out, a star repeats the last one.
   */
  private static final String TABLE =
      """
      v v abs absent acos acosh asin asinh atan atanh ceil cos cosh deg exp floor
      v v histogram_avg histogram_count histogram_stddev histogram_stdvar histogram_sum
      v v ln log10 log2 rad sgn sin sinh sort sort_desc sqrt tan tanh timestamp
      v r absent_over_time avg_over_time changes count_over_time delta deriv first_over_time idelta
      v r increase irate last_over_time mad_over_time max_over_time min_over_time
      v r present_over_time rate resets stddev_over_time stdvar_over_time sum_over_time
      v r ts_of_first_over_time ts_of_last_over_time ts_of_max_over_time ts_of_min_over_time
      v ?v day_of_month day_of_week day_of_year days_in_month hour minute month year
      v vnn clamp
      v vn clamp_max clamp_min
      v rnn double_exponential_smoothing holt_winters
      v nnv histogram_fraction
      v nv histogram_quantile
      v r?n integral
      v vtn* histogram_quantiles
      v v?v info
      v vtt?t* label_join
      v vtttt label_replace
      v rn predict_linear
      v nr quantile_over_time
      v v?n round
      v v?t* sort_by_label sort_by_label_desc
      v n vector
      n v scalar
      n - pi time start end range step
      """;

  private static final Map<String, Function> FUNCTIONS = read();

  private Functions() {}

  /** The function of this name; null where none is known. Names are lower-case, and case counts. */
  static @Nullable Function get(String name) {
    return FUNCTIONS.get(name);
  }

  static Set<String> names() {
    return FUNCTIONS.keySet();
  }

  private static Map<String, Function> read() {
    Map<String, Function> functions = new HashMap<>();
    for (String line : TABLE.split("\n")) {
      String[] words = line.split(" ");
      Function function = function(type(words[0].charAt(0)), words[1]);
      for (int i = 2; i < words.length; i++) {
        functions.put(words[i], function);
      }
    }
    return Map.copyOf(functions);
  }

  private static Function function(ValueType result, String parameters) {
    List<ValueType> types = new ArrayList<>();
    int required = -1;
    for (char letter : parameters.toCharArray()) {
      if (letter == '?') {
        required = types.size();
      } else if (letter != '-' && letter != '*') {
        types.add(type(letter));
      }
    }
    boolean open = parameters.endsWith("*");
    return new Function(result, List.copyOf(types), required < 0 ? types.size() : required, open);
  }

  private static ValueType type(char letter) {
    return switch (letter) {
      case 'n' -> ValueType.SCALAR;
      case 't' -> ValueType.STRING;
      case 'r' -> ValueType.RANGE_VECTOR;
      default -> ValueType.INSTANT_VECTOR;
    };
  }
}
