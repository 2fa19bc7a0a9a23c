package dev.meshlint.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A small mesh with a mistake of every sort: certain, unresolved, mendable, suppressed, and such that markup must escape. */
final class GoldenMesh {
  static final Path FOLDER = Path.of("src", "test", "resources", "golden");

  /** So that a new rule does not change what the reports look like. */
  private static final String RULES =
      "schema-unknown-field,schema-invalid-value,yaml-duplicate-key,istio-undefined-subset,"
          + "istio-unknown-gateway,istio-unknown-destination-host,istio-conflicting-virtual-services";

  private GoldenMesh() {}

  /** Lints it. */
  static String lint(String... arguments) {
    List<String> all =
        new ArrayList<>(
            List.of("--no-config", "--no-context", "--select", RULES, "--at", "2026-11-25"));
    all.addAll(List.of(arguments));
    all.add("mesh");
    Cli.Result result = Cli.in(FOLDER).lint(all.toArray(new String[0]));
    if (!result.err().isEmpty()) {
      throw new AssertionError(result.err());
    }
    return result.out();
  }
}
