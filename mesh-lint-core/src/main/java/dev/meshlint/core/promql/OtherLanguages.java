package dev.meshlint.core.promql;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/**
 * Tells what is no PromQL and no mistake either: rule files have the same form for Loki and
 * VictoriaMetrics, and templates fill them in. Only to be asked about text that PromQL refuses.
 */
final class OtherLanguages {
  /** What opens a template. None of it can stand in PromQL but inside a string. */
  private static final String[] TEMPLATES = {"{{", "{%", "<%", "[[", "%("};

  /** Keywords of MetricsQL and LogQL. Sources: MetricsQL's and Loki's documentation. */
  private static final Set<String> KEYWORDS =
      Set.of("default", "if", "ifnot", "keep_metric_names", "with", "limit", "unwrap");

  /** Functions of MetricsQL, LogQL and Thanos that PromQL does not have. */
  private static final Set<String> FUNCTIONS =
      words(
          """
          alias any aggr_over_time distinct distinct_over_time drop_common_labels
          drop_empty_series duration_over_time geomean geomean_over_time histogram
          histogram_over_time ideriv increase_pure increase_prometheus integrate interpolate
          keep_last_value keep_next_value label_copy label_del label_graphite_group label_keep
          label_lowercase label_map label_match label_mismatch label_move label_set
          label_transform label_uppercase label_value lag lifetime median median_over_time mode
          mode_over_time now outlier_iqr_over_time outliers_iqr outliersk outliers_mad
          prometheus_buckets quantiles quantiles_over_time rate_over_sum rate_prometheus
          delta_prometheus changes_prometheus remove_resets scrape_interval share
          smooth_exponential stale_samples_over_time sum2 sum2_over_time union zscore
          zscore_over_time bytes_rate bytes_over_time rate_counter approx_topk xrate xincrease
          xdelta
          """);

  /** How families of functions of MetricsQL begin. */
  private static final String[] FAMILIES = {
    "ascent_",
    "bottomk_",
    "buckets_",
    "count_eq_",
    "count_gt_",
    "count_le_",
    "count_ne_",
    "count_values_",
    "default_rollup",
    "descent_",
    "histogram_share",
    "hoeffding_",
    "range_",
    "rollup",
    "running_",
    "share_",
    "sum_eq_",
    "sum_gt_",
    "sum_le_",
    "tfirst_",
    "tlast_",
    "tmax_",
    "tmin_",
    "topk_",
    "vmrange_"
  };

  private final String text;
  private int at;

  private OtherLanguages(String text) {
    this.text = text;
  }

  static boolean mayBe(String text) {
    for (String template : TEMPLATES) {
      if (text.contains(template)) {
        return true;
      }
    }
    return new OtherLanguages(text).hasForeignPart();
  }

  private boolean hasForeignPart() {
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '$' || c == '|' && !isDoubled() || c == '~' && !isMatcher() || isEnclosed(c)) {
        return true;
      }
      if (c == '#') {
        skipTo('\n');
      } else if (c == '"' || c == '\'' || c == '`') {
        if (isLineFilter()) {
          return true;
        }
        skipString(c);
      } else if (Characters.isDigit(c) ? isForeignNumber() : isForeignWord()) {
        return true;
      }
    }
    return false;
  }

  /** {@code ||} means something in no language that is written here. */
  private boolean isDoubled() {
    return text.startsWith("||", at) || (at > 0 && text.startsWith("||", at - 1));
  }

  private boolean isMatcher() {
    char before = at > 0 ? text.charAt(at - 1) : 0;
    return before == '=' || before == '!';
  }

  /** {@code <x>}, {@code %X%}, {@code @x@}: words that are to be replaced. */
  private boolean isEnclosed(char open) {
    char close = open == '<' ? '>' : open;
    if (open != '<' && open != '%' && open != '@') {
      return false;
    }
    int end = at + 1;
    while (end < text.length()
        && (Characters.isWord(text.charAt(end)) || text.charAt(end) == '-')) {
      end++;
    }
    return end > at + 1
        && Characters.startsWord(text.charAt(at + 1))
        && end < text.length()
        && text.charAt(end) == close;
  }

  /** A string after a brace and a comparison filters the lines of a log. */
  private boolean isLineFilter() {
    int before = at - 1;
    while (before > 0 && Characters.isBlank(text.charAt(before))) {
      before--;
    }
    if (before < 2 || "=~".indexOf(text.charAt(before)) < 0) {
      return false;
    }
    before -= 2;
    while (before > 0 && Characters.isBlank(text.charAt(before))) {
      before--;
    }
    return text.charAt(before) == '}';
  }

  private void skipTo(char end) {
    int found = text.indexOf(end, at + 1);
    at = found < 0 ? text.length() : found + 1;
  }

  private void skipString(char quote) {
    at++;
    while (at < text.length() && text.charAt(at) != quote) {
      at += text.charAt(at) == '\\' && quote != '`' ? 2 : 1;
    }
    at++;
  }

  /** Numbers with the units of sizes and of steps: {@code 10Ki}, {@code 5i}, {@code 1.5h}. */
  private boolean isForeignNumber() {
    while (at < text.length() && (Characters.isDigit(text.charAt(at)) || text.charAt(at) == '.')) {
      at++;
    }
    int start = at;
    while (at < text.length() && Characters.isWord(text.charAt(at))) {
      at++;
    }
    String unit = text.substring(start, at);
    return unit.equals("i") || (!unit.isEmpty() && "KMGT".indexOf(unit.charAt(0)) >= 0);
  }

  private boolean isForeignWord() {
    int start = at;
    while (at < text.length() && Characters.isWord(text.charAt(at))) {
      at++;
    }
    if (at == start) {
      at++;
      return false;
    }
    String word = text.substring(start, at);
    char next = next();
    return next == '('
        ? FUNCTIONS.contains(word) || word.equalsIgnoreCase("with") || isOfFamily(word)
        : KEYWORDS.contains(word) && "=!,)}".indexOf(next) < 0;
  }

  /** The next character that is no blank; 0 at the end. */
  private char next() {
    int next = at;
    while (next < text.length() && Characters.isBlank(text.charAt(next))) {
      next++;
    }
    return next < text.length() ? text.charAt(next) : 0;
  }

  private static boolean isOfFamily(String word) {
    for (String family : FAMILIES) {
      if (word.startsWith(family)) {
        return true;
      }
    }
    return false;
  }

  private static Set<String> words(String text) {
    return new HashSet<>(Arrays.asList(text.strip().replace('\n', ' ').split(" ")));
  }
}
