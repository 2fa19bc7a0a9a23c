package dev.meshlint.core.catalog;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What people read about a rule.
 *
 * @param certain one sentence: what makes a finding certain
 * @param why one paragraph: what happens at run time
 * @param fix how to repair it
 * @param guide the section of the troubleshooting guide; null if it has none
 * @param links addresses of documentation
 * @param cases descriptions of the cases by name
 * @param options descriptions of the options by name
 * @param examples manifests that are wrong and right
 */
public record RuleText(
    String certain,
    String why,
    String fix,
    @Nullable String guide,
    List<String> links,
    Map<String, String> cases,
    Map<String, String> options,
    List<Example> examples) {
  /** Makes the collections unmodifiable. Maps keep their order. */
  public RuleText {
    cases = Collections.unmodifiableMap(new LinkedHashMap<>(cases));
    options = Collections.unmodifiableMap(new LinkedHashMap<>(options));
    links = List.copyOf(links);
    examples = List.copyOf(examples);
  }

  /** The address of what there is to read about it; null if there is none. */
  public @Nullable String link() {
    return links.isEmpty() ? null : links.get(0);
  }

  /**
   * An example, executed by the build.
   *
   * @param name a short name
   * @param world {@code open}, {@code default} or {@code closed}
   * @param namespace the namespace of resources that name none; null if none is given
   * @param at the date against which certificates are judged, such as {@code 2026-12-01}; null for the day of the run
   * @param options options of the rule by name
   * @param wrong manifests with the expected places marked
   * @param fixed what the rule's fixes make of them; null if there is no fix
   * @param correct manifests without any finding; null only in examples whose {@code fixed} serves
   */
  public record Example(
      String name,
      String world,
      @Nullable String namespace,
      @Nullable String at,
      Map<String, List<String>> options,
      @Nullable String wrong,
      @Nullable String fixed,
      @Nullable String correct) {}
}
