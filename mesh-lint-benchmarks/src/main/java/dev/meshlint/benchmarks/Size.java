package dev.meshlint.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** How large a generated repository is. */
public enum Size {
  /** One file, with a configuration and one mistake beside it. */
  S(1),
  /** What a hook before a commit reads. */
  M(200),
  /** A large repository. */
  L(5_000),
  /** All repositories of a company. */
  XL(50_000);

  private static final long SEED = 42;

  private final int files;

  Size(int files) {
    this.files = files;
  }

  int files() {
    return files;
  }

  /** Writes the repository, unless it is there already. */
  void writeTo(Path folder) throws IOException {
    new GeneratedShop(files, SEED).writeTo(folder);
    if (this == S) {
      Files.writeString(folder.resolve(".mesh-lint.yaml"), "fail-on: error\n");
      Files.writeString(folder.resolve("team-0/mistake.yaml"), MISTAKE);
    }
  }

  private static final String MISTAKE =
      """
      apiVersion: networking.istio.io/v1
      kind: VirtualService
      metadata:
        name: mistake
        namespace: team-0
      spec:
        hosts: [mistake.example.com]
        http:
          - timeuot: 5s
            route:
              - destination:
                  host: application-0
      """;
}
