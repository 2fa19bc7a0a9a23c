package dev.meshlint.cli;

import dev.meshlint.core.config.LintConfig;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** {@code mesh-lint init}: writes a configuration to start from. */
final class InitCommand {
  static final String TEXT =
      """
      # Settings of mesh-lint for everything below this folder. Paths start here.
      # What holds, and where it comes from: mesh-lint config show

      # files that are not linted, in the grammar of .gitignore
      exclude: []

      # read to resolve references, not reported on
      context: []

      # how much of the mesh is in these files: closed (all of it), default, or open (hide what is not)
      world: default

      # the run fails on: error, warning, info or never
      fail-on: error

      # findings that are known and not reported; mesh-lint --write-baseline makes the file
      #baseline: .mesh-lint-baseline.yaml

      # what exists but is not in these files; names may hold *
      #known:
      #  namespaces: [istio-system]
      #  hosts: ["*.example.com"]
      #  gateways: [istio-ingress/public]
      #  service-accounts: [istio-system/istiod]
      #  secrets: [istio-ingress/certificate]

      # versions in use, where they are not the newest
      #targets: {istio: "1.28"}

      # definitions of further kinds
      #crds: [crds]

      # several meshes that do not see each other
      #meshes:
      #  - {name: staging, include: [/clusters/staging], context: [shared]}
      #  - {name: production, include: [/clusters/production], context: [shared]}

      # off, info, warning or error; mesh-lint rules lists them
      #rules:
      #  istio-missing-timeout: warning
      #  istio-timeout-out-of-range: {severity: warning, options: {longest: 10m}}

      # other settings for some paths, namespaces or kinds
      #overrides:
      #  - paths: [sandbox]
      #    rules: {istio-missing-default-route: off}
      """;

  private InitCommand() {}

  static ExitCode run(Arguments arguments, Console console) throws UsageException, OutputException {
    if (!arguments.words().isEmpty()) {
      throw new UsageException("init takes no path: it writes " + LintConfig.FILE + " here");
    }
    Path file = console.directory().resolve(LintConfig.FILE);
    try {
      Files.writeString(file, TEXT, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    } catch (FileAlreadyExistsException e) {
      throw new UsageException(LintConfig.FILE + " exists: it is left as it is");
    } catch (IOException e) {
      throw new UsageException(LintConfig.FILE + " cannot be written here");
    }
    console.print("wrote " + LintConfig.FILE + "\n");
    return ExitCode.CLEAN;
  }
}
