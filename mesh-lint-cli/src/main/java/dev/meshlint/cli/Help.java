package dev.meshlint.cli;

import org.jspecify.annotations.Nullable;

/** What {@code --help} and {@code --version} say. Written by hand, to fit on a screen; a test compares it with the options. */
final class Help {

  static final String TEXT =
      """
      mesh-lint finds mistakes in manifests of Istio, Linkerd, Cilium and Gateway API.

      usage: mesh-lint [lint] PATH...   files, folders, globs; - is standard input
             mesh-lint rules [RULE...]  lists the rules; explain RULE tells all of one
             mesh-lint schema list | show KIND | import FOLDER CRD...
             mesh-lint init | config show | config validate | completion | man

      what is linted
        --kustomize FOLDER      what kustomize builds of it
        --helm CHART            what helm makes of it, with --values FILE
        --context PATH          read this too, but report nothing on it
        --no-config, --no-context  read no .mesh-lint.yaml; no project around a file
        --crds PATH             know the kinds of these definitions too
        --world WORLD           closed: all is in the files; open: hide what is not
        --each                  every PATH is a mesh of its own
        --namespace NAME        the namespace of resources that name none
        --at DATE               judge certificates and suppressions as of this day
        --stdin-filename NAME   what - reads stands for this file
      with which rules
        --select, --ignore RULES  ids, "istio-*", categories, separated by commas
        --preview               also those that are still on trial
      what is reported and repaired
        --report-only FILE...   only what has to do with these files
        --changed-since COMMIT  only what that commit did not have
        --no-suppressions       also what comments and annotations suppress
        --baseline FILE         nothing that this file lists; --no-baseline: all
        --write-baseline[=FILE]  make that file, or strike out what is repaired
        --fix, --fix=unsafe     repair files; unsafe: also where meaning may change
        --diff                  show what --fix would change, and change nothing
      and how it is said
        --format FORMAT[=FILE]  text, json, sarif, junit, checkstyle, github, gitlab,
                                markdown, html; several times for several reports
        --fail-on SEVERITY      error (default), warning, info or never
        --statistics, --watch   count and measure; lint again whenever a file changes
        --jobs N, --color WHEN  use N threads; auto (default), always or never
        --allow-empty, @FILE    no failure if nothing is linted; arguments, one a line
        --no-color, -q, --quiet, --verbose, -h, --help, -V, --version
      exit status: 0 nothing at or above --fail-on, 1 findings, 2 the run failed
      examples  mesh-lint --format text --format json=report.json deploy
                helm template shop | mesh-lint --world closed -
      """;

  private Help() {}

  static ExitCode print(Console console) throws OutputException {
    console.print(TEXT);
    return ExitCode.CLEAN;
  }

  static ExitCode printVersion(Console console) throws OutputException {
    console.print("mesh-lint " + version() + "\n");
    return ExitCode.CLEAN;
  }

  /** The version, as the jar has it. */
  static String version() {
    @Nullable String version = Help.class.getPackage().getImplementationVersion();
    return version == null ? "(not packaged)" : version;
  }
}
