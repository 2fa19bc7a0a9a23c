package dev.meshlint.core.engine;

import dev.meshlint.core.catalog.OptionType;
import dev.meshlint.core.catalog.RuleInfo;
import dev.meshlint.core.rule.Options;
import dev.meshlint.core.value.GoDuration;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The options of one rule: values from the configuration, else the catalogue's defaults. */
final class RuleOptions implements Options {
  private final RuleInfo rule;
  private final Map<String, List<String>> configured;

  RuleOptions(RuleInfo rule, Map<String, List<String>> configured) {
    this.rule = rule;
    this.configured = configured;
  }

  @Override
  public int integer(String name) {
    return Integer.parseInt(single(name, OptionType.INTEGER));
  }

  @Override
  public Duration duration(String name) {
    Long nanos = GoDuration.nanos(single(name, OptionType.DURATION));
    return Duration.ofNanos(nanos == null ? 0 : nanos);
  }

  @Override
  public String text(String name) {
    return single(name, OptionType.TEXT);
  }

  @Override
  public boolean flag(String name) {
    return Boolean.parseBoolean(single(name, OptionType.FLAG));
  }

  @Override
  public List<String> list(String name) {
    return value(name, OptionType.LIST);
  }

  private String single(String name, OptionType type) {
    List<String> value = value(name, type);
    return value.isEmpty() ? "" : value.get(0);
  }

  private List<String> value(String name, OptionType type) {
    RuleInfo.Option option = rule.options().get(name);
    if (option == null || option.type() != type) {
      throw new IllegalArgumentException(
          "the catalogue entry of " + rule.id() + " has no " + type.label() + " \"" + name + "\"");
    }
    List<String> own = configured.get(name);
    return own == null ? option.value() : own;
  }
}
