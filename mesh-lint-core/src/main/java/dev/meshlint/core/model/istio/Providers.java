package dev.meshlint.core.model.istio;

import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View;
import java.util.ArrayList;
import java.util.List;

/** The providers that a section of a Telemetry names. */
final class Providers {
  private Providers() {}

  static List<Text> names(View settings) {
    List<Text> names = new ArrayList<>();
    addNames(settings, names);
    return names;
  }

  static void addNames(View settings, List<Text> names) {
    for (View provider : settings.list("providers")) {
      Text name = provider.name("name");
      if (name != null) {
        names.add(name);
      }
    }
  }
}
