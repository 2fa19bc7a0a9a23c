package dev.meshlint.core.schema;

import dev.meshlint.core.yaml.YamlNode;

/** Checks that are too particular for a few words of data: {@code check: name} in a schema file. */
final class NamedChecks {
  private NamedChecks() {}

  /**
   * The check with this name.
   *
   * @throws IllegalArgumentException if there is none
   */
  static Check named(String name) {
    if (!IstioChecks.NAMES.contains(name)
        && !IstioListenerChecks.NAMES.contains(name)
        && !IstioEntryChecks.NAMES.contains(name)) {
      throw new IllegalArgumentException("unknown check " + name);
    }
    return new Named(name);
  }

  private record Named(String name) implements Check {
    @Override
    public void run(YamlNode node, Scope scope, Problems problems) {
      if (IstioChecks.NAMES.contains(name)) {
        IstioChecks.run(name, node, scope, problems);
      } else if (IstioListenerChecks.NAMES.contains(name)) {
        IstioListenerChecks.run(name, node, scope, problems);
      } else {
        IstioEntryChecks.run(name, node, scope, problems);
      }
    }
  }
}
